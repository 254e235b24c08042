from __future__ import annotations

import pytest

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.names import name_book

COMPANY = Company(
    name="Orange",
    own_names=("Orange", "La Poste", "Novassur"),
    competitors=("Free",),
    official_accounts=("@orange_officiel",),
)
MEANT = [
    "Je travaille chez Orange",
    "Merci Orange pour ce forfait",
    "Le SAV de La Poste est nul",
    "#Orange me fatigue",
    "Orange SA publie ses résultats",
    "ENCORE UNE PANNE CHEZ ORANGE",
    "Orange et Novassur, même combat",
    "Orange m'a coupé la ligne @orange_officiel",
    "Ich arbeite bei Orange",
]
NOT_MEANT = [
    "J'ai mangé une orange",
    "chez orange c'est fermé",
    "Orange pressée ce matin",
    "« Orange mécanique », quel film",
    "ORANGE PRESSÉE CE MATIN",
    "Die Orange schmeckt mir heute nicht so gut",
    "Je vais à la poste",
    "#jusdorange",
]


def names_in(text: str) -> list[str]:
    document = Document(text)
    return [place.value for sentence in document.sentences for place in name_book(COMPANY).find(document, sentence)]


@pytest.mark.parametrize("text", MEANT)
def test_a_common_word_counts_as_a_name_where_its_context_shows_it(text: str) -> None:
    assert "own_name" in names_in(text)


@pytest.mark.parametrize("text", NOT_MEANT)
def test_and_nowhere_else(text: str) -> None:
    assert names_in(text) == []


def test_a_competitor_may_be_a_common_word_too() -> None:
    assert names_in("Mon voisin est passé chez Free") == ["competitor"]
    assert names_in("Feel free to come") == []


def test_an_unmistakable_name_needs_no_context() -> None:
    assert names_in("novassur") == ["own_name"]
