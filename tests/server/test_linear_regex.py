from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porte_parole.linear_regex import BadPattern, PatternSet, compile_pattern, with_unicode_classes

ODD_PATTERNS = ["été", r"\d+ ", "ſ", "ß", "k", "İ", "σ", "[!?]{2,}", "œ|ǆ", "é{2}s?"]


@pytest.fixture(scope="module")
def odd() -> PatternSet:
    patterns = PatternSet()
    for pattern in ODD_PATTERNS:
        patterns.add(pattern)
    patterns.compile()
    return patterns


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        (r"\w", r"[\p{L}\p{M}\p{N}_]"),
        (r"[\w-]", r"[\p{L}\p{M}\p{N}_-]"),
        (r"\D", r"[^\p{Nd}]"),
        (r"[]\d]", r"[]\p{Nd}]"),
        (r"[^]a]\d", r"[^]a][\p{Nd}]"),
        (r"\\d", r"\\d"),
        (r"\.", r"\."),
    ],
)
def test_classes_are_spelled_for_every_alphabet(written: str, spelled: str) -> None:
    assert with_unicode_classes(written) == spelled
    compile_pattern(f"{written}x")


def test_spans_count_code_points() -> None:
    assert compile_pattern("été").search("🙂 l'ÉTÉ").span() == (4, 7)


ODD_LETTERS = "éÉœŒßẞsSſkK\u212aiİıςσΣǄǆ été 10!?"


@given(st.text(st.sampled_from(ODD_LETTERS), max_size=12))
def test_a_set_tells_exactly_which_patterns_occur(odd: PatternSet, text: str) -> None:
    occurring = [index for index, pattern in enumerate(ODD_PATTERNS) if compile_pattern(pattern).search(text)]

    assert sorted(odd.occurring(text)) == occurring


def test_an_empty_set_finds_nothing() -> None:
    nothing = PatternSet()
    nothing.compile()

    assert list(nothing.occurring("été")) == []


def test_a_bad_pattern_is_refused_in_silence(capfd) -> None:
    with pytest.raises(BadPattern):
        compile_pattern("(a")

    assert capfd.readouterr() == ("", "")
