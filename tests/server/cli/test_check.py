"""`porte-parole check` as people and scripts use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.server.cli.conftest import Run, write_rule

pytestmark = pytest.mark.usefixtures("few_rules")


def test_a_text_gets_its_report(run: Run, pack: Path) -> None:
    ran = run("check", "Voilà un zorglub !", "--rules", str(pack))

    assert ran.code == 0
    assert "Voilà un [zorglub]¹" in ran.out
    assert "Un mot inventé · prudence" in ran.out
    assert ran.err == ""


def test_the_ui_language_changes_titles_and_labels(run: Run, pack: Path) -> None:
    out = run("check", "Voilà un zorglub !", "--rules", str(pack), "--ui-language", "en").out

    assert "An invented word · careful" in out
    assert "Why       This word does not exist." in out


def test_words_without_quotes_are_one_text(run: Run, pack: Path) -> None:
    assert "  Voilà un [zorglub]¹\n" in run("check", "Voilà", "un", "zorglub", "--rules", str(pack)).out


def test_an_existing_file_is_read_and_several_get_their_names(run: Run, pack: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "un.txt", tmp_path / "deux.txt"
    first.write_text("Voilà un zorglub.\n", "utf-8")
    second.write_text("\ufeffTout va bien.\r\n", "utf-8")
    ran = run("check", str(first), str(second), "--rules", str(pack))

    assert ran.code == 0
    assert [f"{first}\n\n  Voilà un [zorglub]¹.", f"{second}\n\n  Tout va bien.\n"] == [
        ran.out[ran.out.index(str(first)) :][: len(f"{first}\n\n  Voilà un [zorglub]¹.")],
        ran.out[ran.out.index(str(second)) :][: len(f"{second}\n\n  Tout va bien.\n")],
    ]


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read(run: Run, pack: Path, arguments: list[str]) -> None:
    assert "[zorglub]¹" in run("check", *arguments, "--rules", str(pack), stdin=b"un zorglub").out


@pytest.mark.parametrize("text", ["", " ", "\n", "a", "😀", "Z͑ͫ̓ͪ̂ͫ̽a͛", "\udce9"])
def test_odd_texts_have_an_answer(run: Run, text: str) -> None:
    ran = run("check", text)

    assert (ran.code, ran.err) == (0, "")
    assert "✓" in ran.out


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("hint", 1), ("warning", 1), ("alert", 1)],
)
def test_a_finding_at_the_level_of_fail_on_gives_1(run: Run, pack: Path, fail_on: str, code: int) -> None:
    assert code == run("check", "un zorglub", "--rules", str(pack), "--fail-on", fail_on).code
    assert run("check", "un mot", "--rules", str(pack), "--fail-on", fail_on).code == 0


def test_a_finding_below_fail_on_gives_0(run: Run, tmp_path: Path) -> None:
    write_rule(tmp_path / "soft").write_text(
        (tmp_path / "soft" / "fr" / "heated-slip.yml").read_text("utf-8").replace("severity: high", "severity: low"),
        "utf-8",
    )

    assert run("check", "un zorglub", "--rules", str(tmp_path / "soft"), "--fail-on", "warning").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "x" * 10_001], "10,000"),
        (["check", "ecrit.txt"], "ecrit.txt"),
        (["check", "a b", "--company", "absente.yml"], "absente.yml"),
        (["check", "--jsonl", "a text"], "--jsonl"),
        (["check", "a b", "--fail-on", "never"], "never"),
        (["check", "a b", "--no-such-flag"], "--no-such-flag"),
        (["no-such-command"], "no-such-command"),
    ],
)
def test_bad_usage_is_one_line_and_2(run: Run, arguments: list[str], words: str) -> None:
    ran = run(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("porte-parole: ") and ran.err.count("\n") == 1
    assert words in ran.err


def test_a_file_that_is_not_utf8_is_refused_without_showing_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes("été secret".encode("latin-1"))
    ran = run("check", str(file))

    assert ran.code == 2
    assert "not UTF-8" in ran.err and "secret" not in ran.err


def test_a_broken_rule_file_is_named_with_line_and_column(run: Run, tmp_path: Path) -> None:
    file = write_rule(tmp_path / "bad", "- id: x\n  kind: phrase\n  kind: phrase\n")
    ran = run("check", "a b", "--rules", str(tmp_path / "bad"))

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert f"{file}:3:3: " in ran.err


def test_the_installed_company_and_my_rules_are_used(run: Run, home: Path) -> None:
    write_rule(home / "config" / "rules")

    assert "[zorglub]¹" in run("check", "un zorglub").out

    (home / "machine").mkdir(parents=True)
    (home / "machine" / "company.yml").write_text("nome: X\n", "utf-8")

    assert f"{home / 'machine' / 'company.yml'}:1" in run("check", "un zorglub").err


def test_nothing_but_the_class_of_a_surprise_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("the text of the user")

    monkeypatch.setattr("porte_parole.cli.check.load_complete", fail)
    ran = run("check", "the text of the user")

    assert ran.code == 2
    assert "ZeroDivisionError" in ran.err and "user" not in ran.err and "Traceback" not in ran.err


def test_version_and_help_end_with_0(run: Run) -> None:
    assert run("--version").out.startswith("porte-parole 0.")
    assert "Exit codes" in run("check", "--help").out
    assert run("check", "--help").code == 0
    assert run().code == 2


def test_json_lines_are_answered_in_order_and_a_bad_one_only_gets_its_error(run: Run, pack: Path) -> None:
    lines = [
        {"id": "a", "text": "un zorglub", "lang": "fr", "label": "risky", "spans": ["zorglub"], "note": ""},
        {"id": 2, "text": "x" * 10_001},
        {"id": "c", "texte": "oubli"},
        ["not", "an", "object"],
        {"id": "e", "text": "un mot", "audience": "everybody"},
        {"text": "sans nom"},
        {"id": "g\ud800", "text": "\ud83d un zorglub"},
    ]
    raw = [json.dumps(line).encode() for line in lines]
    raw[3:3] = [b"{broken", b"", b"   ", b"\xff\xfe", b'{"id": 1, "id": 2, "text": "x"}']
    ran = run("check", "--jsonl", "--rules", str(pack), stdin=b"\n".join(raw) + b"\n")

    assert ran.code == 3
    assert [line["id"] for line in ran.lines] == ["a", 2, "c", None, None, None, None, "e", None, "g\ud800"]
    assert [line.get("error", {}).get("code") for line in ran.lines] == [
        None,
        "text_too_long",
        "invalid_post",
        "bad_request",
        "bad_request",
        "bad_request",
        "bad_request",
        "invalid_post",
        None,
        None,
    ]
    assert [(found["start"], found["end"]) for line in ran.lines for found in line.get("findings", [])] == [
        (3, 10),
        (5, 12),
    ]
    assert ran.err == ""


def test_json_lines_without_a_bad_one_end_with_0_or_with_fail_on(run: Run, pack: Path) -> None:
    line = b'{"id": "a", "text": "un zorglub"}\n'

    assert run("check", "--jsonl", "--rules", str(pack), stdin=line).code == 0
    assert run("check", "--jsonl", "--rules", str(pack), "--fail-on", "alert", stdin=line).code == 1
    assert (run("check", "--jsonl", stdin=b"").code, run("check", "--jsonl", stdin=b"").out) == (0, "")


def test_options_are_for_the_lines_that_do_not_say_otherwise(run: Run, pack: Path) -> None:
    lines = b'{"id": 1, "text": "un zorglub"}\n{"id": 2, "text": "un zorglub", "ui_language": "fr"}\n'
    ran = run("check", "--jsonl", "--rules", str(pack), "--ui-language", "en", stdin=lines)

    assert [line["findings"][0]["title"] for line in ran.lines] == ["An invented word", "Un mot inventé"]


def test_a_line_the_engine_cannot_bear_does_not_cost_the_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Fragile:
        def check(self, post: object) -> None:
            raise RecursionError("the text of the user")

    monkeypatch.setattr("porte_parole.cli.check.load_complete", lambda _: Fragile())
    ran = run("check", "--jsonl", stdin=b'{"id": 1, "text": "x"}\n{"id": 2}\n')

    assert ran.code == 3
    assert [line["error"]["code"] for line in ran.lines] == ["internal", "invalid_post"]
    assert "user" not in ran.out
