"""Identity numbers of several countries: specimens of python-stdnum, and numbers that fail by one digit."""

from __future__ import annotations

import pytest

TABLES = {
    "belgian_national_number": [
        "Mon numéro national, c'est [[85.07.30-033.28]].",
        "NISS [[85 07 30 033 28]]",
        "je tape [[85073003328]] et rien",
        "[[17.07.30-033.84]] est né en 2017",
        "BIS [[98.47.28-997.65]]",
        "niss [[98472899765]]",
        "le suivi 98472899765 est perdu",
        "85.07.30-033.29",
        "185.07.30-033.28",
        "né le 30.07.85",
    ],
    "dutch_citizen_number": [
        "Mijn BSN is [[111222333]]",
        "burgerservicenummer: [[111 222 333]]",
        "[[1112.22.333]]",
        "bestelling 111222333",
        "BSN 111252333",
        "bsn 1112223334",
    ],
    "german_tax_id": [
        "Meine Steuer-ID: [[36 574 261 809]].",
        "IdNr. [[36574261809]]",
        "36 574 261 809 Yen",
        "Steuer-ID 36574261890",
    ],
    "swiss_social_security": [
        "[[756.9217.0769.85]]",
        "AVS [[7569217076985]]",
        "756.9217.0769.84",
        "1756.9217.0769.85",
    ],
    "luxembourg_national_number": [
        "Matricule [[1985073003353]]",
        "[[1985 0730 033 53]]",
        "1985073003354",
        "1985133003353",
    ],
    "italian_fiscal_code": [
        "codice fiscale [[RCCMNL83S18D969H]]",
        "RCCMNL83S18D969A",
    ],
    "spanish_identity_number": [
        "Mi DNI es [[54362315-K]]",
        "NIE [[X2482300W]]",
        "pedido 54362315K",
        "DNI 54362315Z",
    ],
    "american_social_security": [
        "my SSN is [[536-90-4399]]",
        "social security number [[536904399]]",
        "part 536-90-4399",
        "SSN 666-00-0000",
    ],
    "british_national_insurance": [
        "nino: [[PR 123612C]]",
        "national insurance [[ab123456c]]",
        "it is [[AB 12 34 56 C]] I think",
        "my NI number, it's [[QQ 12 34 56 C]] right?",
        "order AB123456C",
        "the sample QQ 12 34 56 C",
        "nino BG123612A",
        "nino AA 12 34 56 H",
    ],
}
CASES = [(name, case) for name, table in TABLES.items() for case in table]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_number_is_seen_when_it_is_valid_and_cannot_be_another(mark, name, case) -> None:
    assert mark(name, case) == case
