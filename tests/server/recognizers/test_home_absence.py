from __future__ import annotations

import pytest

CASES = [
    "La [[maison est vide jusqu'au 15]], servez-vous en tomates",
    "[[On part trois semaines demain, personne pour garder]] le chat",
    "[[On part demain au Portugal pour deux semaines]] ☀️",
    "[[Départ samedi pour dix jours]], à nous la mer !",
    "Nous serons [[absents jusqu'au 15]] août.",
    "La [[maison sera vide tout l'été]], quelqu'un pour arroser ?",
    "[[Personne chez nous du 3]] au 20 juillet.",
    "[[Trois semaines en Islande dès samedi]] !",
    "[[house empty till Sunday]]!!",
    "[[off to Spain for two weeks from Friday, key under the mat]]",
    "[[Nobody home until the 20th]].",
    "[[Three weeks in Iceland from Saturday]]!",
    "[[key's under the blue pot]] if I'm late",
    "[[twee weken Kreta vanaf vrijdag, ons huis staat leeg tot de 20e]] 🌴",
    "[[We zijn weg tot 15 augustus, niemand thuis]]",
    "[[ab Freitag zwei Wochen Kreta, das Haus steht leer]], juhu",
    "[[Wir fliegen morgen für drei Wochen]] nach Thailand",
    "we zijn [[drie weken op vakantie vanaf zaterdag]], wie geeft de planten water?",
    "La maison est vide ce soir, les enfants sont chez mamie",
    "Je pars du principe que deux semaines suffisent",
    "[[Je pars 10 jours]] au ski",
    "[[Wir fliegen morgen für drei Wochen]] weg, was für ein Glück",
    "On part deux semaines cet été ?",
    "On part samedi en Espagne",
    "This house stands in a nice street with empty bins until Friday.",
    "L'été dernier, nous sommes partis deux semaines.",
    "Il y a deux semaines la maison était vide",
    "On part sur une réunion de deux heures.",
    "Notre boutique ferme, nous partons deux semaines.",
    "Qui part deux semaines cet été ?",
    "si on part deux semaines il faudra un chat-sitter",
    "La maison est vide, le déménagement est fini.",
    "Personne à la maison ne veut ranger.",
    "le départ du train est retardé de deux jours",
    "Soldes jusqu'au 15, tout l'été",
    "Vivement les vacances",
    "Last summer we went away for two weeks.",
    "The key issues are under review until Friday",
    "I worked from home for two weeks",
    "Stay away from Friday traffic",
    "Three weeks in this project.",
    "We gingen vorig jaar twee weken naar Kreta",
    "Vor zwei Wochen waren wir auf Kreta",
    "Wir suchen für zwei Wochen Praktikum ab Montag",
]


@pytest.mark.parametrize("case", CASES)
def test_announced_absences_are_seen_and_past_journeys_are_not(mark, case) -> None:
    assert mark("home_absence", case) == case


def test_an_empty_house_without_a_time_is_weak(look) -> None:
    (sighting,) = look("home_absence", "La maison est vide.")

    assert sighting.sureness == 0.5


def test_each_sentence_is_seen_for_itself(mark) -> None:
    case = "[[On part demain pour dix jours]]. Belle semaine. [[Personne chez nous du 3]]."

    assert mark("home_absence", case) == case
