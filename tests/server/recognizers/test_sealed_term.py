from __future__ import annotations

import pytest

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers.sealed_term import recognize, seal

COMPANY = Company(
    name="Novassur", sealed_terms=frozenset([seal("Grand Large", "Novassur"), seal("Zéphyrine", "Novassur")])
)


def found(text: str, company: Company = COMPANY) -> list[str]:
    return [text[one.start : one.end] for one in recognize(Document(text), company)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le projet Grand Large avance", ["Grand Large"]),
        ("grand-large avance, zephyrine aussi", ["grand-large", "zephyrine"]),
        ("#GrandLarge", ["GrandLarge"]),
        ("Le large est grand. Grand. Large.", []),
        ("https://example.org/zephyrine", []),
        ("", []),
    ],
)
def test_a_sealed_term_is_found_however_it_is_written(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_seal_tells_nothing_and_is_good_for_one_company() -> None:
    sealed = seal("Zéphyrine", "Novassur")

    assert "phyrine" not in sealed
    assert sealed != seal("Zéphyrine", "Polmera")
    assert sealed == seal("zephyrine", "Novassur")


def test_without_sealed_terms_nothing_is_found() -> None:
    assert found("Zéphyrine", Company(name="Novassur")) == []


@pytest.mark.parametrize("term", ["", "!!", "one two three four five"])
def test_a_term_of_no_word_or_too_many_is_refused(term: str) -> None:
    with pytest.raises(ValueError, match="one to 4 words"):
        seal(term, "Novassur")
