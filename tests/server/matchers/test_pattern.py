from __future__ import annotations

import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.errors import RuleError
from porte_parole.model import Post


@pytest.mark.parametrize(
    ("pattern", "whole_word", "text", "found"),
    [
        (r"gains? garantis? de \d+ ?%", True, "🙂 Des gains garantis de 8 % ici", ["gains garantis de 8 %"]),
        ("école", True, "une École, des écoles", ["École"]),
        ("école", False, "une École, des écoles", ["École", "école"]),
        (r"\w+ment", True, "franchement évidemment", ["franchement", "évidemment"]),
        (r"l'[a-zé]+", False, "c’est l’été", ["l’été"]),
        (r"caf\w", False, "un cafe\u0301 noir", ["cafe\u0301"]),
        (r"[\d]{3}", False, "il y en a ١٢٣ ici", ["١٢٣"]),
        ("con|conne", True, "une conne, un con, des connes", ["conne", "con"]),
        ("oui", True, "oui oui non oui", ["oui", "oui", "oui"]),
        ("[!?]{3,}", False, "Quoi ???! Ah", ["???!"]),
        ("secret", False, "voir https://secret.example/ pour tous", []),
    ],
)
def test_patterns_know_accents_and_whole_words(make_rule, find_texts, pattern, whole_word, text, found) -> None:
    assert find_texts(make_rule("pattern", pattern=pattern, whole_word=whole_word), text) == found


@pytest.mark.parametrize(
    ("pattern", "advice"),
    [
        (r"\bécole\b", "whole_word"),
        ("(?=x)a", "Look-ahead"),
        ("(?<!x)a", "Look-ahead"),
        (r"(a)\1", "cannot be read"),
        ("a++", "repetition"),
        (r"\Xa", "cannot be read"),
        ("a{1001}", "1,000"),
        ("((a{100}){100}){100}", "1,000"),
        ("x*", "empty text"),
        ("(a", "cannot be read"),
        (r"[\W]", "square brackets"),
        ("a" * 501, "500"),
        (r"(\pL{1000}){1}" + r"|(\pL{900})" * 20, "repeats too much"),
    ],
)
def test_patterns_that_cannot_run_are_refused_with_place_and_advice(make_rule, pattern, advice) -> None:
    with pytest.raises(RuleError) as caught:
        Analyzer([make_rule("pattern", pattern=pattern)])

    assert advice in caught.value.message
    assert (caught.value.line, caught.value.column) == (3, 5)


def test_a_pattern_that_explodes_elsewhere_answers(make_rule, find_texts) -> None:
    assert find_texts(make_rule("pattern", pattern="^(a+)+$"), "a" * 9999 + "!") == []


def test_every_pattern_of_a_large_set_is_found(make_rule, find_texts, company) -> None:
    rules = [
        make_rule("pattern", f"neutral.rumour.r{number}", pattern=rf"mot{number} [^.]{{0,20}}fin", whole_word=True)
        for number in range(1201)
    ]
    analyzer = Analyzer(rules, company)

    for number in (0, 499, 500, 1200):
        (finding,) = analyzer.check(Post(f"Voici mot{number} et puis fin")).findings
        assert finding.rule.id == f"neutral.rumour.r{number}"
