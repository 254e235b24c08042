"""Every rule that ships: its own examples hold, its name fits its place, and ordinary sentences stay quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from porte_parole import matchers
from porte_parole.analyzer import Analyzer
from porte_parole.company import NO_COMPANY
from porte_parole.examples import failures, with_sample_names
from porte_parole.meaning import Meaning
from porte_parole.model import CATEGORIES, LANGUAGES, Post, Rule
from porte_parole.rule_kinds import KINDS
from porte_parole.rulebook import load_rules

FOLDER = Path(__file__).parents[2] / "rules"
RULES = load_rules(FOLDER)
ORDINARY = [
    (file.stem, line) for file in sorted(FOLDER.glob("neutral/*.txt")) for line in file.read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    meaning = Meaning()
    assert meaning.wait(), "the sentence encoder is not installed"
    return meaning


@pytest.fixture(scope="module")
def analyzer(meaning: Meaning) -> Analyzer:
    return Analyzer(RULES, with_sample_names(NO_COMPANY), meaning)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_its_hits_exactly_and_leaves_its_passes_alone(rule: Rule, meaning: Meaning) -> None:
    assert [failure.sentence for failure in failures([rule], meaning=meaning)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_named_after_its_place(rule: Rule) -> None:
    place = rule.location.path.relative_to(FOLDER)

    assert rule.id.rpartition(".")[0] == ".".join(place.with_suffix("").parts)


@pytest.mark.parametrize(("language", "sentence"), ORDINARY, ids=lambda value: value[:40])
def test_an_ordinary_sentence_stays_quiet(analyzer: Analyzer, language: str, sentence: str) -> None:
    report = analyzer.check(Post(sentence, audience="public"))

    assert [finding.rule.id for finding in report.findings] == []


def test_there_are_at_least_forty_ordinary_sentences_in_each_language() -> None:
    for wanted in LANGUAGES:
        assert len({sentence for language, sentence in ORDINARY if language == wanted}) >= 40


def test_every_language_speaks_of_every_category() -> None:
    for wanted in LANGUAGES:
        assert {rule.category for rule in RULES if rule.language == wanted} == set(CATEGORIES)


def test_every_kind_that_loads_has_a_matcher_and_the_other_way_round() -> None:
    assert sorted(KINDS) == sorted(matchers.KINDS)
    assert {rule.kind for rule in RULES} == set(KINDS)


def test_meaning_speaks_of_every_category() -> None:
    trained = {rule.category for rule in RULES if rule.kind == "meaning" and rule.spec["trained"]}

    assert trained == set(CATEGORIES)
