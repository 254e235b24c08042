from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porte_parole.errors import BadRequest, InvalidPost, TextTooLong
from porte_parole.model import Examples, Finding, Location, Post, Reason, Report, Rule, Severity
from porte_parole.strict_json import parse_json
from porte_parole.wire import post_from_json, report_to_json

CONTRACT = Path(__file__).parent.parent / "contract"

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
"""Every string Python can hold, lone surrogates with it."""


def rule(**changes: object) -> Rule:
    values = {
        "id": "fr.heated-slip.insulte",
        "language": "fr",
        "category": "heated-slip",
        "kind": "phrase",
        "severity": Severity.HIGH,
        "confidence": 0.8,
        "title": {"fr": "Une insulte", "en": "An insult"},
        "message": {"fr": "Écrit sous la colère, cela reste.", "en": "Written in anger, it stays online."},
        "advice": {"fr": "Dites les faits.", "en": "Say what happened instead."},
        "spec": {"any_of": ("quel idiot",)},
        "examples": Examples(hits=(), passes=()),
        "location": Location(Path("rules/fr/heated-slip.yml"), 1, 1),
        "suggestions": ("Quelle erreur",),
        "lesson": "heated-slip",
        "url": "https://example.org/guide",
    }
    return Rule(**{**values, **changes})  # type: ignore[arg-type]


def finding(start: int, end: int, *reasons: Reason, **changes: object) -> Finding:
    values = {
        "rule": rule(),
        "category": "heated-slip",
        "severity": Severity.HIGH,
        "confidence": 0.9,
        "reasons": reasons,
    }
    return Finding(start=start, end=end, **{**values, **changes})  # type: ignore[arg-type]


def report(*findings: Finding, text_language: str = "en", suppressed: tuple[Finding, ...] = ()) -> Report:
    return Report(63, "alert", "fr", ("recognizers", "rules"), findings, text_language, suppressed)


class TestStrictJson:
    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"[" * 30_000,
            b'{"a":' * 30_000,
            b'{"text": "a", "text": "b"}',
            b'{"a": {"b": 1, "b": 1}}',
            b"NaN",
            b"[Infinity]",
            b"[-Infinity]",
            b"[1e999]",
            b"9" * 25,
            b"9" * 5_000,
            b"0." + b"1" * 5_000,
            '{"text": "a"}'.encode("utf-16"),
            '{"text": "a"}'.encode("utf-16-le"),
            b'\xef\xbb\xbf{"text": "a"}',
            '{"text": "é"}'.encode("latin-1"),
            b'{"text": "\xed\xa0\x80"}',
            b"{'text': 'a'}",
            b'{"text": "a"} x',
            b'{"text": "a\nb"}',
        ],
        ids=lambda body: repr(body[:16]),
    )
    def test_what_is_not_strict_is_refused(self, body: bytes) -> None:
        with pytest.raises(BadRequest):
            parse_json(body)

    def test_the_refusal_carries_nothing_of_the_body(self) -> None:
        with pytest.raises(BadRequest) as caught:
            parse_json(b'{"text": "canary')

        assert caught.value.__context__ is None
        assert caught.value.__cause__ is None
        assert "canary" not in str(caught.value)

    def test_ordinary_json_is_read(self) -> None:
        assert parse_json('{"é": [1, -2.5, true, null, "\\ud800"]}'.encode()) == {"é": [1, -2.5, True, None, "\ud800"]}

    @given(st.binary(max_size=40))
    def test_any_bytes_are_read_or_refused(self, body: bytes) -> None:
        with suppress(BadRequest):
            parse_json(body)


class TestPostFromJson:
    def test_the_contracts_request_is_read_whole(self) -> None:
        request = parse_json((CONTRACT / "request.json").read_bytes())

        assert post_from_json(request) == Post(
            text="👩‍👩‍👧 Quel idiot, écris-lui !",
            site="www.linkedin.com",
            audience="public",
            account="personal",
            ui_language="en",
        )

    def test_only_the_text_is_needed(self) -> None:
        assert post_from_json({"text": "bonjour"}) == Post("bonjour")

    def test_an_empty_text_is_a_text(self) -> None:
        assert post_from_json({"text": ""}) == Post("")

    def test_a_lone_surrogate_is_kept(self) -> None:
        assert post_from_json({"text": "a\ud800b"}).text == "a\ud800b"

    @pytest.mark.parametrize(
        "request_",
        [
            None,
            [],
            "text",
            {},
            {"text": None},
            {"text": ["a"]},
            {"text": 1},
            {"text": "a", "lang": "fr"},
            {"text": "a", "elapsed_ms": 12},
            {"text": "a", "site": None},
            {"text": "a", "site": 1},
            {"text": "a", "site": "a" * 254},
            {"text": "a", "audience": "everybody"},
            {"text": "a", "audience": None},
            {"text": "a", "audience": ["public"]},
            {"text": "a", "audience": {}},
            {"text": "a", "account": "mine"},
            {"text": "a", "ui_language": "es"},
            {"text": "a", "ui_language": True},
            {"text": "a", "explain": 1},
            {"text": "a", "explain": None},
        ],
        ids=repr,
    )
    def test_what_the_contract_does_not_say_is_refused(self, request_: object) -> None:
        with pytest.raises(InvalidPost):
            post_from_json(request_)

    def test_ten_thousand_units_are_read_and_one_more_is_not(self) -> None:
        assert post_from_json({"text": "a" * 10_000})
        assert post_from_json({"text": "😀" * 5_000})
        for text in ("a" * 10_001, "😀" * 5_000 + "a"):
            with pytest.raises(TextTooLong):
                post_from_json({"text": text})

    def test_a_refusal_says_nothing_of_the_request(self) -> None:
        for request in ({"canary": 1}, {"text": "canary" * 2_000}, {"text": "", "audience": "canary"}):
            with pytest.raises((InvalidPost, TextTooLong)) as caught:
                post_from_json(request)
            assert "canary" not in str(caught.value)


class TestReportToJson:
    def test_the_answer_is_the_contracts_to_the_letter(self) -> None:
        post = post_from_json(parse_json((CONTRACT / "request.json").read_bytes()))
        reasons = (Reason("phrase", 6, 16, 0.8), Reason("sentiment", 0, 29, 0.1))

        answer = report_to_json(report(finding(6, 16, *reasons)), post)

        expected = json.loads((CONTRACT / "report.json").read_text("utf-8"))
        assert answer == expected
        assert list(answer) == list(expected)
        assert list(answer["findings"][0]) == list(expected["findings"][0])

    def test_what_was_suppressed_is_there_only_when_asked_for(self) -> None:
        quiet = report(suppressed=(finding(0, 1, suppressed_by="guard"),))

        assert "suppressed" not in report_to_json(quiet, Post("abc"))
        explained = report_to_json(quiet, Post("abc", explain=True))["suppressed"]
        assert [item["by"] for item in explained] == ["guard"]
        assert report_to_json(report(), Post("abc", explain=True))["suppressed"] == []

    def test_a_rule_without_the_language_speaks_english(self) -> None:
        answer = report_to_json(report(finding(0, 1), text_language="nl"), Post("abc"))

        assert answer["findings"][0]["title"] == "An insult"

    def test_a_rule_speaks_the_reports_language(self) -> None:
        answer = report_to_json(report(finding(0, 1), text_language="fr"), Post("abc"))

        assert answer["findings"][0]["title"] == "Une insulte"

    def test_a_changed_category_and_severity_win_over_the_rules(self) -> None:
        changed = finding(0, 1, category="rumour", severity=Severity.LOW)

        answer = report_to_json(report(changed), Post("abc"))["findings"][0]

        assert (answer["category"], answer["severity"]) == ("rumour", "low")

    @given(before=ANY_TEXT, words=ANY_TEXT, after=ANY_TEXT)
    def test_offsets_point_at_the_same_words_in_utf16(self, before: str, words: str, after: str) -> None:
        start, end = len(before), len(before) + len(words)
        post = Post(before + words + after)

        item = report_to_json(report(finding(start, end, Reason("phrase", start, end, 1.0))), post)["findings"][0]

        units = post.text.encode("utf-16-le", errors="surrogatepass")
        found = units[2 * item["start"] : 2 * item["end"]]
        assert found == words.encode("utf-16-le", errors="surrogatepass")
        assert (item["reasons"][0]["text_start"], item["reasons"][0]["text_end"]) == (item["start"], item["end"])
