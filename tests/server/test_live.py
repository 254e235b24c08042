from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from porte_parole.errors import AuthorError, CompanyError, RuleError
from porte_parole.live import POLL_INTERVAL_S, LiveAnalyzer, Sources, load_analyzer
from porte_parole.model import Post, Report
from porte_parole.settings import shipped

ALLOWED_S = 1.0
"""How long a saved file may take to be in force."""


class SaysItsFiles:
    """Stands for an analyzer: its report's tiers are what the files held when it was made."""

    def __init__(self, sources: Sources, company_file: Path | None) -> None:
        texts = [path.read_text("utf-8") for folder, _ in sources for path in sorted(folder.rglob("*.yml"))]
        for text in texts:
            if not text.endswith(";"):
                raise RuleError(f"'{text}' does not end.", Path("rule.yml"), 1)
        company = company_file.read_text("utf-8") if company_file and company_file.exists() else ""
        self.said = (*texts, company)

    def check(self, _post: Post) -> Report:
        return Report(0, "clear", "fr", self.said, (), "fr")


@contextmanager
def following(folder: Path, errors: list[AuthorError], company: Path | None = None) -> Iterator[LiveAnalyzer]:
    live = LiveAnalyzer([(folder, "mine")], company, errors.append, SaysItsFiles)
    try:
        yield live
    finally:
        live.close()


def said(live: LiveAnalyzer) -> tuple[str, ...]:
    return live.check(Post("")).tiers


def soon(happens: Callable[[], bool]) -> bool:
    end = time.monotonic() + ALLOWED_S
    while not happens() and time.monotonic() < end:
        time.sleep(0.01)
    return happens()


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    (folder / "fr").mkdir(parents=True)
    (folder / "fr" / "a.yml").write_text("one;", "utf-8")
    return folder


def test_a_saved_rule_is_in_force_within_a_second(rules: Path) -> None:
    with following(rules, []) as live:
        assert said(live) == ("one;", "")

        (rules / "fr" / "a.yml").write_text("two;", "utf-8")

        assert soon(lambda: said(live) == ("two;", ""))


def test_new_and_removed_files_count_too(rules: Path) -> None:
    with following(rules, []) as live:
        (rules / "en").mkdir()
        (rules / "en" / "b.yml").write_text("more;", "utf-8")
        assert soon(lambda: said(live) == ("more;", "one;", ""))

        (rules / "fr" / "a.yml").unlink()
        assert soon(lambda: said(live) == ("more;", ""))


def test_a_folder_that_comes_later_is_seen(tmp_path: Path) -> None:
    with following(tmp_path / "later", []) as live:
        assert said(live) == ("",)

        (tmp_path / "later").mkdir()
        (tmp_path / "later" / "a.yml").write_text("late;", "utf-8")

        assert soon(lambda: said(live) == ("late;", ""))


def test_a_saved_company_profile_is_in_force_within_a_second(rules: Path, tmp_path: Path) -> None:
    company = tmp_path / "company.yml"
    with following(rules, [], company) as live:
        company.write_text("Novassur", "utf-8")

        assert soon(lambda: said(live) == ("one;", "Novassur"))


def test_a_mistake_keeps_the_last_good_set_and_is_reported_once(rules: Path) -> None:
    errors: list[AuthorError] = []
    with following(rules, errors) as live:
        (rules / "fr" / "a.yml").write_text("broken", "utf-8")
        assert soon(lambda: len(errors) == 1)
        (rules / "fr" / "unrelated.yml").write_text("fine;", "utf-8")
        time.sleep(3 * POLL_INTERVAL_S)

        assert said(live) == ("one;", "")
        assert [str(error) for error in errors] == ["rule.yml:1: 'broken' does not end."]


def test_another_mistake_and_a_mistake_that_comes_back_are_news(rules: Path) -> None:
    errors: list[AuthorError] = []
    with following(rules, errors) as live:
        for number, text in enumerate(("broken", "worse"), start=1):
            (rules / "fr" / "a.yml").write_text(text, "utf-8")
            assert soon(lambda wanted=number: len(errors) == wanted)
        (rules / "fr" / "a.yml").write_text("good again;", "utf-8")
        assert soon(lambda: said(live) == ("good again;", ""))
        (rules / "fr" / "a.yml").write_text("worse", "utf-8")
        assert soon(lambda: len(errors) == 3)


def test_a_file_saved_half_way_breaks_no_answer_and_is_no_news(rules: Path) -> None:
    errors: list[AuthorError] = []
    seen: set[tuple[str, ...]] = set()
    stopped = Event()
    with following(rules, errors) as live:

        def keep_asking() -> None:
            while not stopped.is_set():
                seen.add(said(live))

        asking = Thread(target=keep_asking)
        asking.start()
        # A slow editor: the file grows at every look, and is right only at the end.
        text = "a rule that takes a while;"
        for size in range(1, len(text) + 1, 5):
            (rules / "fr" / "a.yml").write_text(text[:size], "utf-8")
            time.sleep(POLL_INTERVAL_S / 2)
        (rules / "fr" / "a.yml").write_text(text, "utf-8")
        in_force = soon(lambda: said(live) == (text, ""))
        stopped.set()
        asking.join()

    assert in_force
    assert seen <= {("one;", ""), (text, "")}
    assert errors == []


def test_half_a_file_that_is_a_good_set_by_itself_is_never_in_force(rules: Path) -> None:
    seen: set[tuple[str, ...]] = set()
    with following(rules, []) as live:
        for turn in range(6):
            (rules / "fr" / "a.yml").write_text("half;", "utf-8")
            end = time.monotonic() + 0.8 * POLL_INTERVAL_S  # most looks fall into such a pause, no two into the same
            while time.monotonic() < end:
                seen.add(said(live))
                time.sleep(0.01)
            (rules / "fr" / "a.yml").write_text(f"half; and the rest {turn};", "utf-8")
            assert soon(lambda text=f"half; and the rest {turn};": said(live) == (text, ""))

    assert ("half;", "") not in seen


def test_the_shipped_rules_and_a_company_make_an_analyzer(tmp_path: Path) -> None:
    company = tmp_path / "company.yml"
    company.write_text("name: Novassur\n", "utf-8")

    analyzer = load_analyzer([(shipped("rules"), "built-in"), (tmp_path / "none", "mine")], company)

    assert [finding.category for finding in analyzer.check(Post("T'es qu'un minable.")).findings] == ["heated-slip"]


def test_a_company_profile_that_cannot_be_used_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(CompanyError):
        load_analyzer([], tmp_path / "missing.yml")


def test_a_mistake_at_the_start_is_raised(rules: Path) -> None:
    (rules / "fr" / "a.yml").write_text("broken", "utf-8")

    with pytest.raises(RuleError):
        LiveAnalyzer([(rules, "mine")], None, pytest.fail, SaysItsFiles)


def test_a_closed_analyzer_still_answers_and_follows_no_more(rules: Path) -> None:
    with following(rules, []) as live:
        pass
    (rules / "fr" / "a.yml").write_text("two;", "utf-8")
    time.sleep(2 * POLL_INTERVAL_S)

    assert said(live) == ("one;", "")


def test_the_names_file_of_the_profile_is_followed(tmp_path: Path) -> None:
    profile, names = tmp_path / "company.yml", tmp_path / "names.txt"
    profile.write_text("name: Kalmor\nown_names_file: names.txt\n", "utf-8")
    names.write_text("Helvaxia\n", "utf-8")
    loads: list[str] = []

    def load(_sources: Sources, company_file: Path | None) -> SaysItsFiles:
        loads.append(names.read_text("utf-8"))
        return SaysItsFiles([], company_file)

    live = LiveAnalyzer([], profile, lambda _: None, load)
    try:
        names.write_text("Helvaxia\nLuméo\n", "utf-8")

        assert soon(lambda: loads[-1] == "Helvaxia\nLuméo\n")
    finally:
        live.close()


def test_what_is_odd_in_a_profile_is_told_and_does_not_keep_it_from_being_used(tmp_path: Path) -> None:
    profile = tmp_path / "company.yml"
    profile.write_text("name: Orange\n", "utf-8")
    told: list[str] = []

    assert load_analyzer([], profile, told.append).check(Post("Bonjour")).level == "clear"
    assert len(told) == 1
