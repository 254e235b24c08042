from __future__ import annotations

import pytest

CASES = [
    "on vous attend au [[12 rue des Lilas, 69003 Lyon]], code 4821",
    "il habite [[8 allée des Pins à Melun]] 😂",
    "chez moi, au [[8 bis de la rue Victor-Hugo]]",
    "J'habite [[Rue Haute 12, 1000 Bruxelles]] depuis mai",
    "[[av. Louise 54 bte 3, 1050 Ixelles]], sonnez chez Marc",
    "Mme Perrin, [[4 impasse du Moulin, 35000 Rennes]], nous doit 300 €",
    "J'habite [[3 rue de l'École]]",
    "housewarming sat!! [[14 Larkspur Road, Leeds]], bring cake",
    "[[Flat 3, 14 Elm Road, Leeds LS6 2AB]] is home now",
    "deliver to [[8 elm avenue]] please",
    "Ik woon in de [[Kerkstraat 12, 9000 Gent]]",
    "Wij wonen [[Prinsengracht 263, 1016 GV Amsterdam]]",
    "thuis: [[Korte Meer 12, 9000 Gent]]",
    "Wir wohnen [[Hauptstr. 5, 50667 Köln]]",
    "Unsere Wohnung: [[Lange Straße 12a, 10115 Berlin]]",
    "Notre agence vous accueille 12 rue de la Gare",
    "Our branch is at 12 Station Road.",
    "J'ai 3 cours de yoga à la maison",
    "my flat is a 10 minute walk from home",
    "we live 5 miles down the road",
    "Avenue du Parc, 12h30, je suis à la maison",
    "at home since October 6, 1999, Kelly says",
    "J'habite une rue calme",
]


@pytest.mark.parametrize("case", CASES)
def test_homes_are_seen_and_public_houses_are_not(mark, case) -> None:
    assert mark("postal_address", case) == case


@pytest.mark.parametrize(
    ("text", "sureness"),
    [
        ("12 rue des Lilas, 69003 Lyon", [0.5]),
        ("12 rue des Lilas", [0.4]),
        ("Chez moi, 12 rue des Lilas, au-dessus du restaurant", [0.65]),
        ("2 rue du Helder, 2 rue Drouot, 30 rue de Gramont", []),
        ("notre bureau : 12 rue des Lilas, 69003 Lyon", []),
    ],
)
def test_an_address_of_which_nothing_tells_is_weak(look, text, sureness) -> None:
    assert [sighting.sureness for sighting in look("postal_address", text)] == sureness
