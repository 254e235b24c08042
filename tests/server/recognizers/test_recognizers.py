"""What holds for every recognizer."""

from __future__ import annotations

from pathlib import Path

import pytest

from porte_parole.recognizers import NAMES, recognizer_named

PROVEN = {
    "belgian_national_number": "85.07.30-033.28",
    "dutch_citizen_number": "1112.22.333",
    "french_social_security": "2 95 10 99 126 111 93",
    "german_tax_id": "Steuer-ID 36 574 261 809",
    "iban": "BE68 5390 0754 7034",
    "italian_fiscal_code": "RCCMNL83S18D969H",
    "luxembourg_national_number": "1985073003353",
    "payment_card": "4111 1111 1111 1111",
    "spanish_identity_number": "DNI 54362315K",
    "swiss_social_security": "756.9217.0769.85",
}
UNPROVEN = {
    "american_social_security": "SSN 536-90-4399",
    "birth_date": "né le 04/03/1982",
    "booking_reference": "booking ref R4T9ZK",
    "british_national_insurance": "nino PR123612C",
    "email": "lea.roc@example.org",
    "geolocation": "chez moi : 50.84661, 4.35284",
    "home_absence": "on part demain pour deux semaines",
    "identity_document": "passeport 09AB12345",
    "number_plate": "AB-123-CD",
    "phone": "06 39 98 12 34",
    "postal_address": "j'habite 12 rue Haute",
}


def test_every_recognizer_is_tested_in_this_folder() -> None:
    tests = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))

    assert [name for name in NAMES if name not in tests] == []


@pytest.mark.parametrize(("name", "text"), PROVEN.items())
def test_check_digits_are_proof(look, name, text) -> None:
    (sighting,) = look(name, text)

    assert (sighting.validated, sighting.evidence, sighting.sureness) == (True, "checksum", 1.0)


@pytest.mark.parametrize(("name", "text"), UNPROVEN.items())
def test_a_form_or_a_word_is_no_proof(look, name, text) -> None:
    (sighting,) = look(name, text)

    assert not sighting.validated


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["", "Belle journée à tous !", "4", "\ud800 1", "[]()@ +.-/ 0"])
def test_a_text_with_nothing_in_it_gives_nothing(look, name, text) -> None:
    assert look(name, text) == []


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        recognizer_named("horoscope")
