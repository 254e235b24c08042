from __future__ import annotations

import pytest

from porte_parole.bracketed import split_brackets
from porte_parole.reading.document import Document
from porte_parole.reading.postal import postal_addresses

CASES = [
    ("[[12 rue des Lilas]]", False),
    ("[[12, rue de l'Église 59000 Lille]]", True),
    ("[[8 bis de la rue Victor-Hugo]] à 20 h", False),
    ("[[4-6 bd Saint-Michel, F-75005 Paris]]", True),
    ("[[3 place de la République]]", False),
    ("[[rue du 8 mai 1945 12, 4000 Liège]]", True),
    ("[[Rue Haute 12 bte 3, 1000 Bruxelles]]", True),
    ("[[14 Larkspur Road, Leeds LS6 2AB]]", True),
    ("[[111 Market Place]]", False),
    ("[[350 Fifth Avenue, New York, NY 10118]]", True),
    ("[[Kerkstraat 12, 9000 Gent]]", True),
    ("[[Lange Leemstraat 12 bus 4]]", False),
    ("[[Prinsengracht 263, 1016 GV Amsterdam]]", True),
    ("[[Hauptstr. 5]] links", False),
    ("[[Am Alten Markt 5, 50667 Köln]]", True),
]


@pytest.mark.parametrize(("case", "full"), CASES)
def test_an_address_ends_where_its_place_does(case, full) -> None:
    text, (expected,) = split_brackets(case)
    (address,) = postal_addresses(Document(text))

    assert ((address.start, address.end), address.full) == (expected, full)


@pytest.mark.parametrize(
    "text",
    [
        "rue des Lilas",
        "3 cours de yoga",
        "2 places pour le concert",
        "Avenue du Parc, 12h30",
        "Place 12 gagnée",
        "10 best road trips",
        "24 hour drive",
        "On October 6, 1999, Kelly left",
        "de landweg 5 af",
        "la route barrée 12 fois",
    ],
)
def test_other_numbers_beside_a_street_word_are_no_address(text) -> None:
    assert list(postal_addresses(Document(text))) == []


def test_addresses_follow_one_another() -> None:
    text = "2 rue du Helder, 30 rue de Gramont"

    assert [text[start:end] for start, end, _ in postal_addresses(Document(text))] == [
        "2 rue du Helder",
        "30 rue de Gramont",
    ]
