"""What the engine's tests share: short rules, the sample company, and what an analyzer finds as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.company import Company
from porte_parole.meaning import Meaning
from porte_parole.model import Examples, Location, Post, Rule, Severity

MakeRule = Callable[..., Rule]
FindTexts = Callable[..., list[str]]

NEAR = {
    "target": ("own_name", "competitor", "person_role", "client_group", "second_person"),
    "target_words": (),
    "predicate_words": (),
    "sentiment_below": None,
    "max_tokens_between": 8,
    "not_in": ("negation", "quotation", "question", "conditional"),
}
MEANING = {"trained": False, "like": (), "unlike": (), "at_least": 0.62}
DEFAULTS = {
    "phrase": {},
    "pattern": {"whole_word": False},
    "near": NEAR,
    "recognizer": {"category_when": {}},
    "meaning": MEANING,
}


@pytest.fixture(scope="session")
def meaning() -> Meaning:
    """The meaning tier, loaded once for all tests."""
    meaning = Meaning()
    assert meaning.wait(), "the sentence encoder is not installed"
    return meaning


@pytest.fixture
def make_rule() -> MakeRule:
    """make_rule("phrase", "fr.heated-slip.x", any_of=(…), severity=…): spec keys and rule fields together."""

    def make(kind: str, rule_id: str = "fr.heated-slip.sample", **given: Any) -> Rule:
        language, category, _ = rule_id.split(".")
        words = {"fr": "titre", "en": "title"}
        fields = {name: given.pop(name) for name in tuple(given) if name in Rule.__slots__}
        values = {
            "id": rule_id,
            "language": language,
            "category": category,
            "kind": kind,
            "severity": Severity.MEDIUM,
            "confidence": 0.8,
            "title": words,
            "message": words,
            "advice": words,
            "spec": {**DEFAULTS.get(kind, {}), **given},
            "examples": Examples((), ()),
            "location": Location(Path("sample.yml"), 3, 5),
        }
        return Rule(**{**values, **fields})

    return make


@pytest.fixture
def company() -> Company:
    return Company(
        name="Novassur",
        own_names=("Novassur", "Boréal Assurances"),
        competitors=("Polmera",),
        countries=("FR", "BE", "GB"),
    )


@pytest.fixture
def find_texts(company: Company) -> FindTexts:
    """The texts that a report of `rule` marks in a post, in the order of the text."""

    def find(rule: Rule, text: str, **about: Any) -> list[str]:
        findings = Analyzer([rule], company).check(Post(text, **about)).findings
        return [text[finding.start : finding.end] for finding in sorted(findings, key=lambda one: one.start)]

    return find
