"""One table for each recognizer: the text, and what is seen in it. All numbers are invented or made for examples."""

from __future__ import annotations

import pytest

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import NAMES, recognizer_named

COMPANY = Company(name="", countries=("FR", "BE", "GB", "NL", "DE", "US"))

TABLES: dict[str, list[tuple[str, list[str]]]] = {
    "email": [
        ("écrivez à lea.martin@example.org !", ["lea.martin@example.org"]),
        ("contact@example.org, info.be@example.org, press@example.org, no-reply@example.org", []),
        ("service-client@example.org ou marie.info@example.org", ["marie.info@example.org"]),
        ("suivez @lea et a@b", []),
    ],
    "iban": [
        ("Mon compte : BE68 5390 0754 7034 merci", ["BE68 5390 0754 7034"]),
        ("fr76 3000 6000 0112 3456 7890 189.", ["fr76 3000 6000 0112 3456 7890 189"]),
        ("GB29NWBK60161331926819", ["GB29NWBK60161331926819"]),
        ("NL91-ABNA-0417-1643-00", ["NL91-ABNA-0417-1643-00"]),
        ("Référence BE68 5390 0754 7035", []),
        ("BE68 5390 0754 70341", []),
        ("XX68 5390 0754 7034", []),
    ],
    "payment_card": [
        ("ma carte 4111 1111 1111 1111 12/27 123", ["4111 1111 1111 1111"]),
        ("visa 4111111111111111", ["4111111111111111"]),
        ("5555-5555-5555-4444", ["5555-5555-5555-4444"]),
        ("amex 3782 822463 10005", ["3782 822463 10005"]),
        ("4111 1111 1111 1112", []),
        ("suivi 4111111111111111", []),
        ("0000 0000 0000 0000", []),
        ("9999 9999 9999 9995", []),
    ],
    "phone": [
        ("Mon tel : 06 39 98 12 34 😉", ["06 39 98 12 34"]),
        ("+33 6 39 98 12 34", ["+33 6 39 98 12 34"]),
        ("joignable au 0470/12.34.56 ce soir", ["0470/12.34.56"]),
        ("call me on 07700 900123", ["07700 900123"]),
        ("call (212) 555-0123", ["(212) 555-0123"]),
        ("bel 06 12345678", ["06 12345678"]),
        ("tel 06 39 98 12 34 75011 Paris", ["06 39 98 12 34"]),
        ("112, 15, 17, 3949 ou 0800 55 800", []),
        ("notre standard : 01 99 00 12 34", []),
        ("le 03/10/2026 14:30, 01-12-2025, 2019-2020, (1913-1993)", []),
        ("dossier 0470123456", []),
        ("TVA BE 0470.123.456", []),
        ("BE71 0961 2345 6760", []),
        ("total 1 250 000 € et 12 345 678", []),
    ],
}
CASES = [(name, text, found) for name, table in TABLES.items() for text, found in table]


def test_every_recognizer_has_a_table() -> None:
    assert sorted(TABLES) == list(NAMES)


@pytest.mark.parametrize(("name", "text", "found"), CASES)
def test_what_is_seen_is_exactly_this(name: str, text: str, found: list[str]) -> None:
    sightings = recognizer_named(name)(Document(text), COMPANY)

    assert [text[sighting.start : sighting.end] for sighting in sightings] == found


@pytest.mark.parametrize("name", NAMES)
def test_only_check_digits_are_proof(name: str) -> None:
    text = next(text for text, found in TABLES[name] if found)
    (sighting,) = recognizer_named(name)(Document(text), COMPANY)

    assert sighting.validated is (name in ("iban", "payment_card"))


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        recognizer_named("horoscope")
