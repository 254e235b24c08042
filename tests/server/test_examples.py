"""Running a rule's own examples: what counts as a failure, and what a person reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from porte_parole.company import NO_COMPANY, Company
from porte_parole.examples import failures, with_sample_names
from porte_parole.model import Rule
from porte_parole.rulebook import load_rules

RULE = """\
- id: un
  kind: phrase
  any_of: [sans délai]
  severity: medium
  confidence: "0.9"
  title: {fr: Titre, en: Title}
  message: {fr: Message, en: Message}
  advice: {fr: Conseil, en: Advice}
  examples:
    hit: ["Répondez [[sans délai]], merci à vous."]
    pass: ["Le train est parti sans retard."]
"""

NEAR = (
    RULE.replace("kind: phrase", "kind: near")
    .replace("any_of: [sans délai]", "target: [own_name, competitor]\n  predicate: {words: [nul]}")
    .replace("Répondez [[sans délai]], merci à vous.", "Vraiment, [[Polmera est nul]] et [[Novassur est nul]].")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fr").mkdir()
    return tmp_path


def rules(folder: Path, content: str) -> tuple[Rule, ...]:
    (folder / "fr" / "disparagement.yml").write_text(content, encoding="utf-8")
    return load_rules(folder)


def test_examples_that_hold_give_no_failure(folder: Path) -> None:
    assert failures(rules(folder, RULE)) == []


def test_brackets_in_the_wrong_place_are_a_failure(folder: Path) -> None:
    (failure,) = failures(rules(folder, RULE.replace("[[sans délai]], merci", "sans [[délai, merci]]")))

    assert (failure.rule_id, failure.kind) == ("fr.disparagement.un", "hit")
    assert (failure.expected, failure.found) == (((14, 26),), ((9, 19),))
    assert failure.sentence == (
        "In “Répondez sans délai, merci à vous.” the rule should find “délai, merci”; it finds “sans délai”."
    )


def test_a_hit_that_is_not_found_is_a_failure(folder: Path) -> None:
    (failure,) = failures(rules(folder, RULE.replace("[[sans délai]]", "[[aussitôt]]")))

    assert (failure.found, failure.sentence[-18:]) == ((), " it finds nothing.")


def test_a_pass_that_fires_is_a_failure(folder: Path) -> None:
    (failure,) = failures(rules(folder, RULE.replace("sans retard", "sans délai")))

    assert (failure.kind, failure.expected, failure.found) == ("pass", (), ((19, 29),))


def test_a_second_rule_on_the_same_words_hides_nothing(folder: Path) -> None:
    both = RULE + RULE.replace("id: un", "id: deux").replace("medium", "high")

    assert failures(rules(folder, both)) == []


def test_examples_may_use_the_sample_names_under_any_profile(folder: Path) -> None:
    loaded = rules(folder, NEAR)

    assert failures(loaded) == []
    assert failures(loaded, Company(name="Helvaxia", own_names=("Helvaxia",))) == []


def test_sample_names_are_added_to_the_profile() -> None:
    company = with_sample_names(NO_COMPANY)

    assert (company.own_names, company.competitors) == (("Novassur",), ("Polmera",))


def test_examples_run_in_the_sector_for_which_the_rule_speaks(folder: Path) -> None:
    public = rules(folder, RULE.replace("kind: phrase", 'kind: phrase\n  when: {public_sector: "true"}'))
    private = rules(folder, RULE.replace("kind: phrase", 'kind: phrase\n  when: {public_sector: "false"}'))

    assert failures(public) == []
    assert failures(private, Company(name="Ville de Kalm", public_sector=True)) == []


def test_examples_run_in_the_trade_and_the_account_for_which_the_rule_speaks(folder: Path) -> None:
    bank = RULE.replace("kind: phrase", "kind: phrase\n  when: {regulated: bank}")
    official = RULE.replace("kind: phrase", "kind: phrase\n  when: {account: official}").replace("id: un", "id: deux")

    assert failures(rules(folder, bank + official)) == []


def test_circumstances_do_not_excuse_a_bad_example(folder: Path) -> None:
    official = RULE.replace("kind: phrase", "kind: phrase\n  when: {account: official}")
    (failure,) = failures(rules(folder, official.replace("sans retard", "sans délai")))

    assert failure.kind == "pass"
