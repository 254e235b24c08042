from __future__ import annotations

import pytest

from porte_parole.reading.document import Document
from porte_parole.reading.figures import bare, is_named, starts_inside


def test_a_bare_number_has_no_gaps_and_capitals() -> None:
    assert bare("fr14 2004-1010.0505\u20040001_3m02") == "FR1420041010050500013M02"


@pytest.mark.parametrize(
    ("text", "start", "inside"),
    [
        ("X12", 1, True),
        ("1.250", 2, True),
        ("3,14", 2, True),
        (":12", 1, False),
        ("fin.12", 4, False),
        ("12", 0, False),
    ],
)
def test_a_number_does_not_begin_inside_a_word_or_another_number(text, start, inside) -> None:
    assert starts_inside(text, start) is inside


def test_a_word_names_a_number_from_before_and_after_but_not_from_afar() -> None:
    words = frozenset(["niss"])

    assert is_named(Document("mon NISS : 12"), 11, 13, words)
    assert is_named(Document("12 est mon NISS"), 0, 2, words)
    assert not is_named(Document("NISS" + " et" * 30 + " 12"), 95, 97, words)
