"""The micro-lessons: one a category, in every language, readable in 45 seconds, and never a threat.

That each keeps its form (two or three points, two to four answers, a right one) is tested where they are shown:
tests/extension/shared/lessons.test.ts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from porte_parole.errors import RuleError
from porte_parole.files.strict_yaml import Node, read
from porte_parole.model import CATEGORIES, LANGUAGES
from porte_parole.rulebook import LESSONS, load_rules

FOLDER = Path(__file__).parents[2] / "rules"
FILES = sorted((FOLDER / LESSONS).iterdir())

LONGEST_TITLE = 60
"""Code points: one line on the learn page."""

FEWEST_WORDS, MOST_WORDS = 90, 135
"""45 seconds at 180 words a minute, the pace of unhurried silent reading; less would teach nothing."""

THREATS = {
    "fr": "interdi|sanction|licenci|faute|violation|dénonc|signalé|surveill|puni|coupable|avertissement|infraction",
    "en": "forbidden|prohibited|sanction|fired|dismiss|violat|breach|reported|monitored|punish|guilty|penalt|warning",
    "nl": "verboden|sanctie|ontslag|ontslagen|overtred|aangegeven|gemeld|bewaakt|straf|schuldig|waarschuwing",
    "de": "verboten|sanktion|kündig|gekündigt|verstoß|verstöß|gemeldet|überwach|straf|bestraf|schuldig|abmahn|warnung",
}
"""How the words of a threat begin."""


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def lesson(request: pytest.FixtureRequest) -> Node:
    """One file, read as narrowly as a rule file."""
    return read(request.param, RuleError)


def nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node.value, str):
        return
    for child in node.value.values() if isinstance(node.value, dict) else node.value:
        yield from nodes(child)


def texts(lesson: Node, language: str) -> list[str]:
    """Everything the lesson says in one language, as written."""
    found = [node.value[language] for node in nodes(lesson) if isinstance(node.value, dict) and language in node.value]
    return [node.value for node in found if isinstance(node.value, str)]


def word_count(text: str) -> int:
    return sum(any(character.isalnum() for character in part) for part in text.split())


def test_every_category_has_one_lesson() -> None:
    assert sorted(path.name for path in FILES) == sorted(f"{category}.yml" for category in CATEGORIES)


def test_every_lesson_a_rule_names_exists() -> None:
    named = {rule.lesson for rule in load_rules(FOLDER)}

    assert None not in named, "a shipped rule without a lesson"
    assert named <= {path.stem for path in FILES}


def test_every_text_is_there_in_every_language(lesson: Node) -> None:
    spoken = [node for node in nodes(lesson) if isinstance(node.value, dict) and set(node.value) & set(LANGUAGES)]

    assert spoken
    assert [f"line {node.line}" for node in spoken if list(node.value) != list(LANGUAGES)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_fits_on_one_line(lesson: Node, language: str) -> None:
    assert len(texts(lesson, language)[0]) <= LONGEST_TITLE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_read_in_45_seconds(lesson: Node, language: str) -> None:
    assert FEWEST_WORDS <= sum(map(word_count, texts(lesson, language))) <= MOST_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_threatens_nobody(lesson: Node, language: str) -> None:
    threat = re.compile(rf"\b({THREATS[language]})", re.IGNORECASE)

    assert [text for text in texts(lesson, language) if threat.search(text)] == []


@pytest.mark.parametrize("topic", ["confidential-business", "disparagement", "duty-of-reserve"])
def test_where_loyalty_is_taught_protected_speech_is_named_as_free(topic: str) -> None:
    said = " ".join(texts(read(FOLDER / LESSONS / f"{topic}.yml", RuleError), "en"))

    assert re.search(r"Your pay, your hours|Pay, hours, safety|Union activity stays free", said)
