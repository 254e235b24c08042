from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porte_parole.analyzer import TIERS, Analyzer
from porte_parole.company import Company
from porte_parole.model import MAX_FINDINGS, Examples, Location, Post, Rule, Severity

HARD = {
    "empty": "",
    "one character": "a",
    "emoji only": "😀👩‍👩‍👧🇧🇪👍🏽",
    "lone surrogates": "\ud800 quel idiot \udfff",
    "10,000 letters": "a" * 10_000,
    "zalgo": "a" + "\u0301\u0316" * 4_999 + "b",
    "expanding letters": "\ufdfa" * 10_000,
    "nulls": "\0" * 10_000,
    "newlines": "\n" * 10_000,
    "blanks": " " * 10_000,
    "digits": "0 1" * 3_333,
    "insults": "quel idiot " * 909,
    "addresses": "a@b.c " * 1_666,
    "quotes": '"' * 10_000,
    "markup": "<script>{{7*7}}%s%n'; DROP TABLE rules;--\x1b[31m quel idiot",
}


@pytest.fixture(scope="module")
def every_kind() -> Analyzer:
    def rule(kind: str, **spec: object) -> Rule:
        words = {"fr": "t", "en": "t"}
        place = Location(Path("x.yml"), 1, 1)
        name = f"neutral.heated-slip.{kind}"
        return Rule(
            name, "neutral", "heated-slip", kind, Severity.LOW, 0.8, words, words, words, spec, Examples((), ()), place
        )

    near = {
        "target": ("second_person", "own_name"),
        "target_words": (),
        "max_tokens_between": 8,
        "not_in": ("negation",),
    }
    rules = [
        rule("phrase", any_of=("quel idiot", "a")),
        rule("pattern", pattern=r"\w+ idiot", whole_word=True),
        rule("near", predicate_words=("idiot",), sentiment_below=-0.5, **near),
        rule("recognizer", recognizer="phone", category_when={"own": "own-privacy"}),
    ]
    return Analyzer(rules, Company(name="Novassur", own_names=("Novassur",)))


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_texts_have_an_answer_with_offsets_inside(every_kind, text) -> None:
    report = every_kind.check(Post(text, explain=True))

    assert len(report.findings) <= MAX_FINDINGS
    for finding in (*report.findings, *report.suppressed):
        for place in (finding, *finding.reasons):
            assert 0 <= place.start < place.end <= len(text)


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("aéidot uq'’\u0301*0#@.!?\n"), max_size=60))
def test_any_text_has_an_answer_with_offsets_inside(every_kind, text) -> None:
    for finding in every_kind.check(Post(text)).findings:
        assert 0 <= finding.start < finding.end <= len(text)


def test_an_empty_post_is_clear(every_kind) -> None:
    report = every_kind.check(Post(""))

    assert (report.score, report.level, report.language, report.findings) == (0, "clear", "unknown", ())
    assert (report.tiers, report.text_language) == (TIERS, "en")


def test_spans_count_the_text_as_received(make_rule, find_texts) -> None:
    text = "🙂👩‍👧 e\u0301te\u0301 \ud800 l’E\u0301COLE, quel idiot !"
    rule = make_rule("phrase", "neutral.rumour.x", any_of=("école", "quel idiot"))

    assert find_texts(rule, text) == ["E\u0301COLE", "quel idiot"]


def test_at_most_twelve_findings_most_serious_first(make_rule) -> None:
    low = make_rule("phrase", "neutral.rumour.low", any_of=("petit",), severity=Severity.LOW)
    high = make_rule("phrase", "neutral.rumour.high", any_of=("grand",), severity=Severity.HIGH)
    report = Analyzer([low, high]).check(Post("petit grand " * 10))

    assert len(report.findings) == MAX_FINDINGS
    assert [finding.rule.id for finding in report.findings] == ["neutral.rumour.high"] * 10 + ["neutral.rumour.low"] * 2


@pytest.mark.parametrize(
    ("text", "asked", "language", "shown"),
    [
        ("Nous avons passé une belle journée", None, "fr", "fr"),
        ("Nous avons passé une belle journée", "nl", "fr", "nl"),
        ("Nous avons passé une belle journée", "pt", "fr", "fr"),
        ("2026", None, "unknown", "en"),
    ],
)
def test_titles_speak_the_asked_language_or_the_posts(every_kind, text, asked, language, shown) -> None:
    report = every_kind.check(Post(text, ui_language=asked))

    assert (report.language, report.text_language) == (language, shown)


def test_what_was_silenced_is_told_only_when_asked(make_rule) -> None:
    analyzer = Analyzer([make_rule("phrase", any_of=("quel idiot",), unless=("lol",))])

    assert analyzer.check(Post("quel idiot lol")).suppressed == ()
    (silent,) = analyzer.check(Post("quel idiot lol", explain=True)).suppressed
    assert (silent.suppressed_by, silent.start, silent.end) == ("unless", 0, 10)


def test_the_message_of_one_sentence_raises_the_finding_beside_it(make_rule) -> None:
    hush = make_rule("phrase", "fr.permanence.hush", any_of=("entre nous",), severity=Severity.LOW)
    deal = make_rule("phrase", "fr.confidential-business.deal", any_of=("le rachat est signé",))

    assert Analyzer([hush, deal]).check(Post("Entre nous, le rachat est signé")).level == "alert"
    assert Analyzer([deal]).check(Post("Le rachat est signé")).level == "warning"


def test_threads_get_the_same_answers(every_kind) -> None:
    posts = [Post(f"quel idiot {number}, appelez le 06 12 34 56 {number:02}") for number in range(60)]
    expected = [every_kind.check(post) for post in posts]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(every_kind.check, posts)) == expected


def test_no_rules_no_findings() -> None:
    assert Analyzer([]).check(Post("quel idiot")).level == "clear"
