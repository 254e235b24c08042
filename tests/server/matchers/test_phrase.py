from __future__ import annotations

import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.model import Post


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("connard", "Quel CONNARD celui-là", ["CONNARD"]),
        ("connard", "quel connnaaard vraiment", ["connnaaard"]),
        ("connard", "quel c0nnard et quel conn@rd", ["c0nnard", "conn@rd"]),
        ("connard", "quel c*nnard, quel co**ard", ["c*nnard", "co**ard"]),
        ("connard", "quel connarde", []),
        ("connard", "voir https://connard.example et @connard", []),
        ("connard", "bien dit #connard", ["connard"]),
        ("dégueulasse", "c'est degueulasse ici", ["degueulasse"]),
        ("ça reste entre nous", "Ça  reste\u00a0entre-nous, hein", ["Ça  reste\u00a0entre-nous"]),
        ("l'idiot", "mais l’idiot du village", ["l’idiot"]),
        ("nulle", "elle est nule", []),
        ("nulle", "elle est nuuulle", ["nuuulle"]),
        ("cœur de pierre", "un coeur de pierre 🙂 un cœur de pierre", ["coeur de pierre", "cœur de pierre"]),
        ("annonce", "c'est annoncé depuis hier", []),
        ("annoncé", "c'est annonce depuis hier", ["annonce"]),
        ("annoncé", "une annonce déjà faite", []),
        ("la fin", "c'est la. Fin du message pour tous", []),
        ("idiot", "", []),
    ],
)
def test_phrases_are_whole_words_however_they_are_written(make_rule, find_texts, phrase, text, found) -> None:
    assert find_texts(make_rule("phrase", any_of=(phrase,)), text) == found


def test_a_french_phrase_is_silent_in_an_english_sentence(make_rule, find_texts) -> None:
    rule = make_rule("phrase", "fr.permanence.chat", any_of=("chat",))

    assert find_texts(rule, "Let us have a chat about this tomorrow with everyone.") == []
    assert find_texts(rule, "Le chat de la voisine est encore sur mon bureau.") == ["chat"]


def test_a_neutral_phrase_speaks_in_every_language(make_rule, find_texts) -> None:
    rule = make_rule("phrase", "neutral.permanence.off", any_of=("off the record",))

    assert find_texts(rule, "Je vous le dis off the record, et à personne d'autre.") == ["off the record"]


def test_letters_hidden_by_stars_only_ever_make_insults(make_rule, find_texts, company) -> None:
    insult = make_rule("phrase", any_of=("merde",))
    rumour = make_rule("phrase", "fr.rumour.x", any_of=("merde", "connard"))
    report = Analyzer([insult, rumour], company).check(Post("encore ce projet de m*rde", explain=True))

    assert [finding.rule for finding in (*report.findings, *report.suppressed)] == [insult]
    assert find_texts(rumour, "quel c0nnard") == ["c0nnard"]


def test_hidden_letters_leave_less_confidence(make_rule, find_texts, company) -> None:
    analyzer = Analyzer([make_rule("phrase", any_of=("connard",))], company)
    plain, masked = (analyzer.check(Post(text)).findings[0] for text in ("quel connard", "quel c*nnard"))

    assert masked.confidence < plain.confidence == 0.8
    assert plain.reasons[0].what == "phrase"


def test_can_is_not_in_can_not(make_rule, find_texts) -> None:
    rule = make_rule("phrase", "en.rumour.can", any_of=("can",))

    assert find_texts(rule, "we can't do this but they can") == ["can"]
