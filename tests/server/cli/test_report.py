"""The readable report: marks on the right words, severity in words, both languages, calm when clear."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest

from porte_parole.cli.report import Look, look_of, render

PLAIN, COLOUR = Look(80, False), Look(80, True)
CLEAR = {"findings": [], "level": "clear", "score": 0}


def finding(text: str, words: str, severity: str = "medium", **more: Any) -> dict[str, Any]:
    """A finding in its wire form on `words` of `text`."""

    def utf16(offset: int) -> int:
        return len(text[:offset].encode("utf-16-le")) // 2

    start = text.index(words)
    return {
        "rule": "fr.heated-slip.x",
        "category": "heated-slip",
        "severity": severity,
        "start": utf16(start),
        "end": utf16(start + len(words)),
        "title": "Titre",
        "message": "La raison.",
        "advice": "Le conseil.",
        "suggestions": ["mieux", "encore mieux"],
        "url": None,
        "reasons": [
            {"what": "phrase", "text_start": utf16(start), "text_end": utf16(start + len(words)), "weight": 0.5}
        ],
        **more,
    }


def report(*findings: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"findings": list(findings), "level": "alert", "score": 71, **more}


def test_marks_stand_on_the_right_words_after_an_emoji() -> None:
    text = "😉 Bande de 🤡 nuls, va"

    assert "😉 Bande de 🤡 [nuls]¹, va" in render(report(finding(text, "nuls")), text, "fr", PLAIN)


def test_overlapping_marks_keep_both_numbers() -> None:
    text = "un petit mot ici"
    shown = render(report(finding(text, "petit mot"), finding(text, "mot ici", "low")), text, "fr", PLAIN)

    assert "un [petit [mot]¹ ici]²" in shown


def test_colour_underlines_the_words_and_uses_no_brackets() -> None:
    text = "des nuls"

    assert "des \x1b[4;31mnuls\x1b[0m\x1b[31m¹\x1b[0m" in render(
        report(finding(text, "nuls", "high")), text, "fr", COLOUR
    )


def test_severity_is_told_in_words_too() -> None:
    text = "des nuls"
    words = [
        re.search(r"Titre · (.+?)  ", render(report(finding(text, "nuls", severity)), text, language, PLAIN))
        for language in ("fr", "en")
        for severity in ("low", "medium", "high")
    ]

    assert [found and found[1] for found in words] == [
        "un conseil",
        "à relire",
        "prudence",
        "a hint",
        "worth a second look",
        "careful",
    ]


@pytest.mark.parametrize(
    ("language", "labels", "verdict"),
    [
        ("fr", ["Pourquoi  La raison.", "Conseil   Le conseil.", "Plutôt    mieux"], "1 passage souligné · prudence"),
        ("en", ["Why       La raison.", "Advice    Le conseil.", "Instead   mieux"], "1 passage underlined · careful"),
        ("nl", ["Why       La raison."], "1 passage underlined · careful"),
    ],
)
def test_labels_follow_the_language_of_the_report(language: str, labels: list[str], verdict: str) -> None:
    shown = render(report(finding("des nuls", "nuls")), "des nuls", language, PLAIN)

    assert all(f"\n     {label}" in shown for label in labels)
    assert verdict in shown.splitlines()[-1]


def test_a_clear_text_gets_one_calm_line() -> None:
    assert render(CLEAR, "Bravo\n", "fr", PLAIN).splitlines() == ["  Bravo", "", "  ✓ Rien à signaler."]


def test_an_empty_text_is_named_as_such() -> None:
    assert render(CLEAR, "", "en", PLAIN).splitlines() == ["  (empty text)", "", "  ✓ Nothing to point out."]


def test_signs_and_what_was_left_aside_are_shown_only_with_explain() -> None:
    text = "des nuls et des mous"
    aside = finding(text, "mous", by="guard")

    assert "Indices" not in render(report(finding(text, "nuls")), text, "fr", PLAIN)

    explained = render(report(finding(text, "nuls"), suppressed=[aside]), text, "fr", PLAIN)

    assert "Indices   phrase “nuls” +0.50" in explained
    assert "fr.heated-slip.x par guard" in explained
    assert "[mous]" not in explained


@pytest.mark.parametrize("width", [24, 40, 92])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = "Une phrase assez longue " * 8 + "nuls"
    shown = render(
        report(finding(text, "nuls", message="Pour de bonnes raisons, " * 9)), text, "fr", Look(width, False)
    )

    assert max(len(line) for line in shown.splitlines()) <= width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "colour"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_only_on_a_terminal_that_wants_it(
    stream: io.StringIO, environment: dict[str, str], colour: bool
) -> None:
    assert colour == look_of(stream, environment).colour


@pytest.mark.parametrize("what", ["checksum", "numbering plan", "form"])
def test_a_value_is_masked_in_the_text_and_among_the_signs(what: str) -> None:
    text = "Mon compte: BE68 5390 0754 7034."
    sign = {"what": what, "text_start": 12, "text_end": 31, "weight": 0.9}
    shown = render(report(finding(text, "BE68 5390 0754 7034", reasons=[sign]), suppressed=[]), text, "fr", PLAIN)

    assert "[•••• •••• •••• ••••]¹." in shown
    assert "7034" not in shown


def test_a_secret_is_masked_whatever_gave_it_away() -> None:
    text = "mdp: Soleil#77"
    shown = render(report(finding(text, "Soleil#77", category="credentials-secrets"), suppressed=[]), text, "fr", PLAIN)

    assert "mdp: [••••••#••]¹" in shown
    assert "Soleil" not in shown


def test_a_word_beside_a_value_stays_readable() -> None:
    text = "Mon compte : BE68 5390 0754 7034"
    signs = [
        {"what": "checksum", "text_start": 13, "text_end": 32, "weight": 0.9},
        {"what": "context", "text_start": 0, "text_end": 3, "weight": 0.0},
    ]
    shown = render(report(finding(text, "BE68 5390 0754 7034", reasons=signs), suppressed=[]), text, "fr", PLAIN)

    assert "context “Mon”" in shown
