from __future__ import annotations

import pytest

CASES = [
    "Mon passeport n° [[09AB12345]] est prêt",
    "my passport number is [[CD7654321]].",
    "CNI : [[D2H6862M2]]",
    "permis de conduire [[120869300123]]",
    "Mein Reisepass [[C01X00T47]] ist da",
    "carte [[000-0011032-71]] perdue",
    "carte 000-0011032-72 perdue",
    "Mon passeport expire en 2027",
    "passeport prêt, appelez le 0639981234",
    "passeport fait. Le code est 09AB12345",
    "passport control took 45 minutes",
    "commande 09AB12345",
]


@pytest.mark.parametrize("case", CASES)
def test_numbers_are_seen_after_the_name_of_their_document(mark, case) -> None:
    assert mark("identity_document", case) == case
