from __future__ import annotations

from dataclasses import replace

import pytest

from porte_parole.model import Finding, Severity
from porte_parole.scoring import amplify, level_of, score_of, without_overlaps, without_weak


@pytest.fixture
def make_finding(make_rule):
    def make(
        category="heated-slip", start=0, end=5, severity=Severity.MEDIUM, confidence=0.8, validated=False
    ) -> Finding:
        rule = make_rule("phrase", f"fr.{category}.x", any_of=("x",))
        return Finding(rule, start, end, category, severity, confidence, (), validated)

    return make


def test_the_most_serious_finding_keeps_its_place(make_finding) -> None:
    low, high = make_finding(severity=Severity.LOW, end=20), make_finding(severity=Severity.HIGH, start=3, end=8)
    other = make_finding(start=30, end=35)

    kept, covered = without_overlaps([low, high, other])

    assert kept == [high, other]
    assert covered == [replace(low, suppressed_by="overlap")]


def test_findings_that_touch_do_not_overlap(make_finding) -> None:
    assert len(without_overlaps([make_finding(end=5), make_finding(start=5, end=9)])[0]) == 2


def test_private_life_comes_first_among_equals(make_finding) -> None:
    rumour, privacy = make_finding("rumour"), make_finding("own-privacy")

    assert without_overlaps([rumour, privacy])[0] == [privacy]


def test_a_weak_word_alone_never_warns_but_two_do(make_finding) -> None:
    one = make_finding(confidence=0.4)
    again = replace(one, start=9, end=12)
    two = replace(again, rule=replace(one.rule, id="fr.heated-slip.y"))

    assert without_weak([one]) == ([], [replace(one, suppressed_by="weak")])
    assert without_weak([one, two]) == ([one, two], [])
    assert without_weak([one, again])[0] == [], "saying the same thing twice makes it no surer"
    assert without_weak([one, replace(two, category="rumour")])[0] == []


def test_amplifiers_are_a_quiet_hint_and_raise_what_stands_with_them(make_finding) -> None:
    quiet = make_finding("permanence", severity=Severity.HIGH)
    beside, apart = make_finding("rumour"), make_finding("rumour", severity=Severity.HIGH)

    assert [one.severity for one in amplify([quiet], [0])] == [Severity.LOW]
    assert [one.severity for one in amplify([quiet, beside, apart], [0, 0, 1])] == [1, 3, 3]
    assert [one.severity for one in amplify([quiet, beside], [0, 1])] == [1, 2]
    assert [one.severity for one in amplify([quiet, quiet], [0, 0])] == [1, 1]


def test_the_level_is_that_of_the_most_serious_finding(make_finding) -> None:
    assert level_of([]) == "clear"
    assert [level_of([make_finding(severity=severity)]) for severity in Severity] == ["hint", "warning", "alert"]


@pytest.mark.parametrize(
    ("audience", "score"), [("public", 80), ("unknown", 72), ("friends", 56), ("group", 40), ("private", 24)]
)
def test_a_smaller_audience_lowers_the_score(make_finding, audience, score) -> None:
    assert score_of([make_finding(severity=Severity.HIGH)], audience) == score


def test_no_audience_lowers_credentials_and_proven_identifiers(make_finding) -> None:
    high = {"severity": Severity.HIGH}

    assert score_of([make_finding("credentials-secrets", **high)], "private") == 80
    assert score_of([make_finding("own-privacy", validated=True, **high)], "private") == 80


def test_findings_of_one_category_add_up_and_categories_do_not(make_finding) -> None:
    half = make_finding(confidence=0.5, severity=Severity.HIGH)

    assert score_of([], "public") == 0
    assert score_of([half, replace(half, rule=replace(half.rule, id="fr.heated-slip.y"))], "public") == 75
    assert score_of([half, half], "public") == 50
    assert score_of([half, replace(half, category="rumour")], "public") == 50
    assert score_of([make_finding(confidence=1.0, severity=Severity.LOW)], "public") == 35


def test_in_a_very_short_post_only_what_is_strong_counts(make_finding) -> None:
    sure, unsure = make_finding(confidence=0.8), make_finding("rumour", confidence=0.6)

    assert without_weak([sure, unsure], word_count=2)[0] == [sure]
    assert without_weak([sure, unsure], word_count=3)[0] == [sure, unsure]
    assert without_weak([replace(unsure, validated=True)], word_count=1)[0]


def test_a_weak_word_still_being_typed_waits_and_a_sure_one_does_not(make_finding) -> None:
    weak, other = make_finding(confidence=0.4, start=9, end=12), make_finding(confidence=0.4)
    other = replace(other, rule=replace(other.rule, id="fr.heated-slip.y"))

    assert without_weak([weak, other], unfinished_from=9, word_count=4)[0] == []
    assert without_weak([weak, other], unfinished_from=12, word_count=4)[0] == [weak, other]
    assert without_weak([replace(weak, confidence=0.6)], unfinished_from=9, word_count=4)[0]


def test_on_an_official_account_a_private_register_is_a_warning(make_finding) -> None:
    blended, permanent = make_finding("role-blending"), make_finding("permanence")

    assert [one.severity for one in amplify([blended, permanent], [0, 1], is_official=True)] == [2, 1]
    assert [one.severity for one in amplify([blended], [0])] == [1]


def test_a_supervised_company_has_more_at_stake_in_a_promise_of_gain(make_finding) -> None:
    promise = make_finding("financial-promotion")

    assert [one.severity for one in amplify([promise], [0], is_regulated=True)] == [3]
    assert [one.severity for one in amplify([promise], [0])] == [2]


def test_the_trained_heads_alone_never_give_an_alert(make_finding, make_rule) -> None:
    rule = make_rule("meaning", "neutral.financial-promotion.sens", trained=True)
    opinion = replace(make_finding("financial-promotion"), rule=rule)
    beside = make_finding("permanence")

    assert [one.severity for one in amplify([opinion, beside], [0, 0], is_regulated=True)] == [2, 1]
