"""What the trained heads change in the findings of the rules, and what they never change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porte_parole.model import Finding, Reason, Severity
from porte_parole.second_opinion import DOUBT, UNTOUCHED, is_opinion, second_opinion


@pytest.fixture
def rule_says(make_rule):
    def make(category="rumour", confidence=0.4, **more) -> Finding:
        rule = make_rule("phrase", f"fr.{category}.x", any_of=("x",))
        return Finding(rule, 3, 8, category, Severity.MEDIUM, confidence, (Reason("phrase", 3, 8, confidence),), **more)

    return make


@pytest.fixture
def heads_say(make_rule):
    def make(category="rumour", confidence=0.6, severity=Severity.MEDIUM, **more) -> Finding:
        rule = make_rule("meaning", f"neutral.{category}.sens", trained=True)
        return Finding(rule, 0, 40, category, severity, confidence, (Reason("meaning", 0, 40, confidence),), **more)

    return make


def test_without_heads_the_rules_speak_as_they_are(rule_says) -> None:
    findings = [rule_says(), rule_says("permanence")]

    assert list(second_opinion(findings)) == findings


def test_heads_that_agree_raise_the_surest_rule_and_leave_the_word_to_it(rule_says, heads_say) -> None:
    weaker, surer, opinion = rule_says(confidence=0.3), rule_says(confidence=0.4), heads_say(confidence=0.5)
    first, second, third = second_opinion([weaker, surer, opinion])

    assert first == weaker
    assert second.confidence == pytest.approx(0.7)
    assert (second.start, second.end) == (3, 8)
    assert second.reasons[-1] == Reason("meaning", 0, 40, 0.3)
    assert third.suppressed_by == "overlap"


def test_heads_that_see_nothing_lower_a_rule_and_say_so(rule_says, heads_say) -> None:
    rule, opinion = second_opinion([rule_says(confidence=0.6), heads_say("permanence", 0.0)])

    assert rule.confidence == pytest.approx(0.3)
    assert rule.reasons[-1].weight == pytest.approx(-0.3)
    assert opinion.confidence == 0.0


def test_a_rule_of_another_category_is_not_lowered_while_the_heads_see_some_risk(rule_says, heads_say) -> None:
    rule = rule_says(confidence=0.6)

    assert next(iter(second_opinion([rule, heads_say("permanence", DOUBT)]))) == rule


@pytest.mark.parametrize("change", [{"confidence": UNTOUCHED}, {"validated": True}, {"suppressed_by": "unless"}])
def test_what_is_nearly_sure_proven_or_taken_back_is_left_alone(rule_says, heads_say, change) -> None:
    rule = replace(rule_says(), **change)

    assert next(iter(second_opinion([rule, heads_say(confidence=0.0)]))) == rule
    assert next(iter(second_opinion([rule, heads_say(confidence=0.9)]))).confidence == rule.confidence


@pytest.mark.parametrize(("confidence", "severity"), [(0.55, Severity.LOW), (0.9, Severity.MEDIUM)])
def test_alone_the_heads_give_a_hint_or_a_warning(heads_say, confidence, severity) -> None:
    (alone,) = second_opinion([heads_say(confidence=confidence, severity=Severity.HIGH)])

    assert alone.severity == severity


def test_what_a_company_or_a_person_wrote_is_never_lowered(rule_says, heads_say) -> None:
    rule = rule_says(confidence=0.6)
    mine = replace(rule, rule=replace(rule.rule, origin="mine"))

    assert next(iter(second_opinion([mine, heads_say("permanence", 0.0)]))) == mine


def test_an_opinion_that_was_taken_back_raises_nothing(rule_says, heads_say) -> None:
    rule, _ = second_opinion([rule_says(), heads_say(confidence=0.9, suppressed_by="private")])

    assert rule.confidence == 0.4


def test_a_rule_by_example_is_a_rule(make_rule, heads_say) -> None:
    by_example = make_rule("meaning", "fr.rumour.x", like=("a b c",))

    assert is_opinion(heads_say())
    assert not is_opinion(replace(heads_say(), rule=by_example))
