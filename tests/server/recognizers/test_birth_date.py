from __future__ import annotations

import pytest

CASES = [
    "Je suis né le [[4 mars 1982]].",
    "née le [[04/03/1982]] à Lyon",
    "ma date de naissance : [[1982-03-04]]",
    "ddn [[4.3.82]]",
    "[[04/03/1982]], c'est ma date de naissance",
    "my birthday is [[March 4th, 1982]]",
    "this client, dob [[11/02/79]], drives a van",
    "born on [[4th of March 1982]], just like my sister",
    "Mijn geboortedatum is [[4 maart 1982]]",
    "Geburtsdatum: [[4. März 1982]]",
    "Ma fille est née le [[1er mai 2015]]",
    "40 ans ! Né le [[12 juin 1985]] à 8 h",
    "La réunion du 04/03/2026 est reportée",
    "né dans les années 80",
    "Mon anniversaire est le 4 mars",
    "Le peintre est né le 4 mars 1962 à Lyon",
    "Lobato, né le 30 décembre 1988 à Trebujena, est un coureur",
    "notre marque est née le 4 mars 1982",
    "Je suis né le 4 mars 1902",
    "né le 04/13/82/5",
]


@pytest.mark.parametrize("case", CASES)
def test_full_dates_are_seen_where_they_are_a_private_persons_birth(mark, case) -> None:
    assert mark("birth_date", case) == case
