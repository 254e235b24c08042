from __future__ import annotations

import pytest

CASES = [
    "Ce chauffard en [[AB-123-CD]] m'a coupé la route",
    "vu [[AB-123-CD]] ce matin",
    "ma voiture [[AB 123 CD]] est à vendre",
    "[[1-ABC-234]]",
    "voiture [[1ABC234]] garée ici",
    "who drives [[AB12 CDE]]? parked on the lawn",
    "Kennzeichen [[B-AB 1234]] gesehen",
    "kenteken [[12-AB-CD]]",
    "plaque [[123 ABC 69]]",
    "plaque [[1-ABC-234]]",
    "ref AB-1234-CD",
    "room AB12 CDE",
    "AB 123 CD",
    "OI-123-AB",
    "VW UP 2013, ma voiture",
    "le train 1-ABC-2345",
]


@pytest.mark.parametrize("case", CASES)
def test_plates_are_seen_in_their_own_form_or_where_one_is_spoken_of(mark, case) -> None:
    assert mark("number_plate", case) == case


def test_a_plate_is_less_sure_when_no_vehicle_is_spoken_of(look) -> None:
    (alone,), (parked,) = look("number_plate", "AB-123-CD"), look("number_plate", "voiture AB-123-CD")

    assert (alone.sureness, parked.sureness) == (0.75, 1.0)
