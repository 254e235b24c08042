from __future__ import annotations

import pytest

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers.code_name import recognize

COMPANY = Company(name="Novassur", project_code_names=("Bételgeuse", "Lilas"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("betelgeuse sort en mars", ["betelgeuse"]),
        ("On prépare Lilas pour mars", ["Lilas"]),
        ("ON PRÉPARE LE PROJET LILAS", ["LILAS"]),
        ("Le lilas est en fleur", []),
        ("Lilas en fleur ce matin", []),
    ],
)
def test_a_code_name_is_found_and_an_ordinary_word_needs_its_capital(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in recognize(Document(text), COMPANY)] == expected
