from __future__ import annotations

import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.model import Post

FR = "fr.disparagement.near"
EN = "en.disparagement.near"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Franchement le SAV de Polmera, des escrocs.", ["le SAV de Polmera, des escrocs"]),
        ("Quels escrocs, ces gens de chez Novassur", ["escrocs, ces gens"]),
        ("Notre chef est un escroc", ["Notre chef est un escroc"]),
        ("#BoréalAssurances tous des escrocs", ["BoréalAssurances tous des escrocs"]),
        ("Mon vélo est une escroquerie", []),
        ("Ce grille-pain est un escroc", []),
        ("Je ne dis pas que Polmera est un escroc", []),
        ("Polmera est un escroc ?", []),
        ("« Polmera, des escrocs », disait l'affiche", []),
        ("Si Polmera est un escroc on partira tous", []),
        ("Polmera a gagné le prix mais je reste un escroc", []),
        ("Polmera un deux trois quatre cinq six sept huit neuf escroc dans la ville", []),
    ],
)
def test_somebody_and_what_is_said_of_them_in_one_clause(make_rule, find_texts, text, found) -> None:
    assert find_texts(make_rule("near", FR, predicate_words=("escroc",)), text) == found


def test_scopes_that_a_rule_does_not_name_excuse_nothing(make_rule, find_texts) -> None:
    rule = make_rule("near", FR, predicate_words=("escroc",), not_in=())

    assert find_texts(rule, "Polmera est un escroc ?") == ["Polmera est un escroc"]


def test_only_the_targets_of_the_rule_count(make_rule, find_texts) -> None:
    rule = make_rule("near", FR, predicate_words=("escroc",), target=("competitor",), target_words=("le notaire",))

    assert find_texts(rule, "Notre chef est un escroc") == []
    assert find_texts(rule, "Et le notaire est un escroc") == ["le notaire est un escroc"]


def test_a_participle_is_not_its_present_tense(make_rule, find_texts) -> None:
    rule = make_rule("near", FR, predicate_words=("vole",))

    assert find_texts(rule, "Polmera vole ses assurés") == ["Polmera vole"]
    assert find_texts(rule, "On m'a volé mon vélo devant Polmera") == []


@pytest.mark.parametrize(
    ("rule_id", "text", "found"),
    [
        (EN, "Novassur is a terrible place", ["Novassur is a terrible"]),
        (EN, "Honestly Novassur is a wonderful place", []),
        (FR, "Vraiment Novassur est une entreprise horrible", ["Novassur est une entreprise horrible"]),
        (FR, "Vraiment Novassur est une entreprise formidable", []),
    ],
)
def test_hostile_words_count_where_the_rule_asks_for_a_mood(make_rule, find_texts, rule_id, text, found) -> None:
    assert find_texts(make_rule("near", rule_id, sentiment_below=-0.4), text) == found


def test_reasons_name_target_and_predicate(make_rule, company) -> None:
    text = "Notre chef est un escroc"
    (finding,) = Analyzer([make_rule("near", FR, predicate_words=("escroc",))], company).check(Post(text)).findings

    assert [(reason.what, text[reason.start : reason.end]) for reason in finding.reasons] == [
        ("target", "chef"),
        ("predicate", "escroc"),
    ]
