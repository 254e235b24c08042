from __future__ import annotations

import pytest

CASES = [
    "carte d'embarquement Bruxelles-Lisbonne, dossier [[X7K2QP]] 🛫",
    "Off to Rome, booking ref [[R4T9ZK]]",
    "réservation : [[QWERTZ]]",
    "notre vol, ref [[ABCDEF]] ✈️",
    "Buchungsnummer [[K7WQ2M]]",
    "dossier X7K2QP à traiter",
    "réservation du vol AF1234 faite",
    "réservation URGENT",
    "Code promo ETE25X pour votre voyage",
    "La réservation est faite",
]


@pytest.mark.parametrize("case", CASES)
def test_references_of_journeys_are_seen_and_other_codes_are_not(mark, case) -> None:
    assert mark("booking_reference", case) == case
