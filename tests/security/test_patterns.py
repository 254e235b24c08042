"""Cases F about patterns: what RE2 cannot do in a time that grows with the text is refused, in words for its author."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from tests.security.rule_packs import pattern, place, refusal, rule

from porte_parole.live import load_analyzer
from porte_parole.model import Post

SECRET = "sk_live_4242"

REFUSED_PATTERNS = {
    "F-02 look-ahead": ("(?=x)y", "Look-ahead"),
    "F-02 look-behind": ("(?<!x)y", "Look-ahead, look-behind"),
    "F-02 back-reference": (r"(a)\1", "invalid escape"),
    "F-02 possessive": ("a++", "bad repetition"),
    "F-02 grapheme": (r"\X", "invalid escape"),
    "F-03 1,001 times": ("a{1001}", "at most 1,000 repetitions"),
    "F-03 a million times": ("((a{100}){100}){100}", "at most 1,000 repetitions"),
    "F-04 501 characters": ("a" * 501, "at most 500"),
    "F-04 too large a program": (r"\w{1000}", "too large"),
    "F-05 the empty text": ("x*", "empty text"),
    "F-06 a word boundary": (r"\bécole\b", 'whole_word: "true"'),
}


@pytest.mark.parametrize("case", REFUSED_PATTERNS)
def test_a_pattern_is_refused_with_its_line_and_what_to_do(case: str, tmp_path: Path) -> None:
    written, expected = REFUSED_PATTERNS[case]
    message = refusal(tmp_path, rule("first") + pattern(written))

    assert expected in message
    assert re.match(r":1\d:\d+: ", message.removeprefix(str(place(tmp_path))))


def test_f_01_a_pattern_that_would_explode_takes_no_time(tmp_path: Path) -> None:
    place(tmp_path).write_text(pattern("^(a+)+$"), "utf-8")
    analyzer = load_analyzer([(tmp_path, "mine")], None)
    took = []
    for _ in range(3):
        began = time.perf_counter()
        analyzer.check(Post("a" * 50_000 + "!"))
        took.append(time.perf_counter() - began)

    assert min(took) < 0.2  # all of the reading of 50,000 characters, five times what a post may have


def test_f_09_a_refused_pattern_is_printed_nowhere(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    message = refusal(tmp_path, pattern(f"({SECRET}"))

    assert capfd.readouterr() == ("", "")
    assert SECRET not in message
