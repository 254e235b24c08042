"""A case is a text in which [[ and ]] stand around what is somebody's."""

from __future__ import annotations

import pytest

from porte_parole.bracketed import split_brackets
from porte_parole.reading.document import Document
from porte_parole.reading.ownership import whose

CASES = [
    ("own", "Mon", "Mon compte : [[BE68]]"),
    ("own", "mein", "mein Konto [[BE68]] bitte"),
    ("own", "moi", "Appelle-moi au [[06]]"),
    ("own", "m", "je m'appelle Sophie, [[06]]"),
    ("own", "mon", "mon numéro client [[12345]]"),
    ("own", "m", "Il faut m'écrire à [[a@b.fr]]"),
    ("own", "mijn", "mijn nummer: [[06]]"),
    ("own", "Onze", "Onze gegevens zijn: [[06]]"),
    ("own", "Ma", "Ma fille est née le [[4 mars 2015]]"),
    ("own", "my", "[[06]] is my number"),
    ("other", "cliente", "Versez à la cliente : [[BE68]]"),
    ("other", "his", "his account [[BE68]] is blocked"),
    ("other", "Sophie", "Je donne le numéro de Sophie : [[06]]"),
    ("other", "cliente", "ma cliente habite [[12 rue des Lilas]]"),
    ("other", "Kevin", "Kevin habite [[8 allée des Pins]]"),
    ("other", "assuré", "notre assuré [[85.07.30]] râle"),
    ("other", "cliente", "[[06]], c'est le numéro de ma cliente"),
    ("other", "Sophie", "Sophie's number is [[07700]]"),
    ("other", "Sophie", "call Sophie on [[07700]]"),
    ("other", "zijn", "zijn nummer is [[06]]"),
    ("other", "sœur", "Le numéro de ma sœur : [[06]]"),
    ("other", "Mme", "adresse de Mme Perrin: [[4 impasse du Moulin]]"),
    ("other", "customer", "Who knows this customer? dob [[11/02/79]]"),
]


@pytest.mark.parametrize(("owner", "word", "case"), CASES)
def test_the_nearest_telling_word_says_whose_it_is(owner, word, case) -> None:
    text, ((start, end),) = split_brackets(case)
    found = whose(Document(text), start, end)

    assert found is not None
    assert (found.whose, text[found.start : found.end]) == (owner, word)


@pytest.mark.parametrize("case", ["[[BE68]]", "Lyon, [[06]]", "De Paris à Lyon [[06]]", "Il faut noter [[06]]"])
def test_where_no_word_tells_it_is_nobodys(case) -> None:
    text, ((start, end),) = split_brackets(case)

    assert whose(Document(text), start, end) is None
