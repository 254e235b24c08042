from __future__ import annotations

import pytest

CASES = [
    "J'habite ici : [[50.84661, 4.35284]].",
    "chez nous [[-33.85678,151.21530]]",
    "my place: [[50°50'47\"N 4°21'10\"E]]",
    "home is [[///filled.count.soap]]",
    "Chez moi : [[https://maps.app.goo.gl/Xy12Ab34]] !",
    "ons huis [[https://www.google.com/maps/@50.84,4.35,17z]]",
    "j'habite https://example.org/50.84661,4.35284",
    "à la maison, version 1.23456",
]


@pytest.mark.parametrize("case", CASES)
def test_exact_places_of_homes_are_seen(mark, case) -> None:
    assert mark("geolocation", case) == case


def test_a_landmark_is_weak(look) -> None:
    (sighting,) = look("geolocation", "La tour : 48.85837, 2.29448")

    assert sighting.sureness == 0.5


def test_a_shop_is_public(look) -> None:
    assert look("geolocation", "Notre magasin : 50.84661, 4.35284") == []
