"""Rules of kind meaning: by an author's examples, in any language, and by the trained heads."""

from __future__ import annotations

import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.model import Post, Severity

PROMISE = ("Nous vous rembourserons intégralement, je m'y engage.", "We take full responsibility and will pay.")
RELAY = ("Je transmets votre demande au service concerné.",)


@pytest.fixture
def found(make_rule, meaning):
    def find(text: str, **spec) -> list[str]:
        rule = make_rule("meaning", "neutral.official-statement.x", like=PROMISE, unlike=RELAY, **spec)
        return [text[one.start : one.end] for one in Analyzer([rule], meaning=meaning).check(Post(text)).findings]

    return find


def test_a_sentence_like_an_example_is_found_whole_and_without_its_full_stop(found) -> None:
    assert found("Bonjour Léa. On prendra tous les frais en charge, promis. Belle journée !", at_least=0.4) == [
        "On prendra tous les frais en charge, promis"
    ]


def test_a_sentence_nearer_to_an_unlike_example_is_left_alone(found) -> None:
    assert found("Je transmets votre demande de remboursement au service.", at_least=0.3) == []


def test_at_least_decides_how_near_is_near_enough(found) -> None:
    assert found("On prendra tous les frais en charge, promis", at_least=0.99) == []


def test_fewer_than_three_words_have_no_meaning_yet(found) -> None:
    assert found("We pay", at_least=0.0) == []


def test_without_an_encoder_nothing_is_said(make_rule) -> None:
    rule = make_rule("meaning", "neutral.official-statement.x", like=PROMISE)

    assert Analyzer([rule]).check(Post(PROMISE[0])).findings == ()


def test_a_trained_rule_speaks_for_its_category_alone(make_rule, meaning) -> None:
    text = "Chut, on rachète Polmera lundi, rien n'est encore annoncé 🤫"
    secret, rumour = (
        make_rule("meaning", f"neutral.{name}.sens", trained=True, severity=Severity.HIGH)
        for name in ("confidential-business", "rumour")
    )

    (finding,) = Analyzer([secret], meaning=meaning).check(Post(text)).findings
    assert (finding.category, finding.reasons[0].what) == ("confidential-business", "meaning")
    assert finding.severity < Severity.HIGH
    assert Analyzer([rumour], meaning=meaning).check(Post(text)).findings == ()
