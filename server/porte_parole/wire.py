"""The contract's JSON, one way and the other: a request becomes a Post, a Report becomes the answer.

Code points become UTF-16 here and nowhere else. HTTP and sealing are left to `api.py` and `channel.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from porte_parole.errors import InvalidPost, TextTooLong
from porte_parole.model import LANGUAGES, MAX_TEXT_UTF16, Account, Audience, Finding, Post, Report
from porte_parole.offsets import Utf16Map, utf16_length

MAX_SITE_CHARS = 253
"""Longest host name (RFC 1035)."""

CHOICES: Mapping[str, tuple[object, ...]] = {
    "audience": get_args(Audience),
    "account": get_args(Account),
    "ui_language": (*LANGUAGES, None),
}
_KEYS = {"text", "site", "explain", *CHOICES}


def post_from_json(value: object) -> Post:
    """The post that a request describes.

    Args:
        value: what `parse_json` gave. `text` may be empty and may hold lone surrogates; it is kept exactly as it is.

    Raises:
        InvalidPost: not an object, no text, an unknown key, or a value outside the contract.
        TextTooLong: more than 10,000 UTF-16 units.
    """
    if not isinstance(value, dict):
        raise InvalidPost("The request must be a JSON object.")
    if not value.keys() <= _KEYS:
        raise InvalidPost("The request has an unknown key; only text is needed.")
    if not isinstance(value.get("text"), str):
        raise InvalidPost("The request needs a text, and it must be a string.")
    if not isinstance(value.get("site", ""), str) or len(value.get("site", "")) > MAX_SITE_CHARS:
        raise InvalidPost("site must be a host name.")
    if not isinstance(value.get("explain", False), bool):
        raise InvalidPost("explain must be true or false.")
    for key, choices in CHOICES.items():
        # A list or an object compares unequal to every choice, so the type needs no check of its own.
        if key in value and value[key] not in choices:
            raise InvalidPost(f"{key} must be one of the values of the contract.")
    if utf16_length(value["text"]) > MAX_TEXT_UTF16:
        raise TextTooLong("The text is longer than 10,000 UTF-16 units; it was not read.")
    return Post(**value)


def report_to_json(report: Report, post: Post) -> dict[str, Any]:
    """The answer for `post`, in the contract's keys and order; offsets in UTF-16 units of `post.text`.

    `suppressed` is there exactly when the post asks to explain.
    """
    offsets = Utf16Map(post.text)
    answer: dict[str, Any] = {
        "score": report.score,
        "level": report.level,
        "language": report.language,
        "tiers": list(report.tiers),
        "findings": [_finding(finding, report.text_language, offsets) for finding in report.findings],
    }
    if post.explain:
        answer["suppressed"] = [
            {**_finding(finding, report.text_language, offsets), "by": finding.suppressed_by}
            for finding in report.suppressed
        ]
    return answer


def _finding(finding: Finding, language: str, offsets: Utf16Map) -> dict[str, Any]:
    rule = finding.rule
    return {
        "rule": rule.id,
        "origin": rule.origin,
        "category": finding.category,
        "severity": finding.severity.name.lower(),
        "confidence": finding.confidence,
        "start": offsets.to_utf16(finding.start),
        "end": offsets.to_utf16(finding.end),
        "title": _said(rule.title, language),
        "message": _said(rule.message, language),
        "advice": _said(rule.advice, language),
        "suggestions": list(rule.suggestions),
        "lesson": rule.lesson,
        "url": rule.url,
        "reasons": [
            {
                "what": reason.what,
                "text_start": offsets.to_utf16(reason.start),
                "text_end": offsets.to_utf16(reason.end),
                "weight": reason.weight,
            }
            for reason in finding.reasons
        ],
    }


def _said(texts: Mapping[str, str], language: str) -> str:
    """English when the rule does not speak the language: French and English are always there, Dutch and German not."""
    return texts.get(language, texts["en"])
