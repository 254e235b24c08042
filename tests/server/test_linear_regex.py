from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porte_parole.linear_regex import BadPattern, PatternSet, compile_pattern, with_unicode_classes
from porte_parole.linear_regex.programs import full_program, small_program
from porte_parole.linear_regex.syntax import without_groups

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


def test_a_refusal_does_not_repeat_the_whole_pattern() -> None:
    with pytest.raises(BadPattern) as unreadable:
        compile_pattern("(sk_live_4242")

    assert "sk_live" not in str(unreadable.value)


@pytest.mark.parametrize("pattern", [r"\p{Nonsense}a", r"[z-\p{L}]", r"(?:\p{L}x){900}", r"(\w", "a(?=\\d)"])
def test_a_set_refuses_at_once_what_it_would_run_much_later(pattern: str) -> None:
    with pytest.raises(BadPattern):
        PatternSet().add(pattern)


def test_a_refusal_tells_which_pattern_of_the_set_it_means() -> None:
    patterns = PatternSet()
    patterns.add("a")
    with pytest.raises(BadPattern) as unreadable:
        patterns.add(r"\d(")
    patterns.add(r"\w*")
    patterns.add("b")
    with pytest.raises(BadPattern, match="empty text") as empty:
        patterns.compile()

    assert (unreadable.value.index, empty.value.index) == (1, 1)


def test_groups_are_forgotten_and_nothing_else() -> None:
    assert without_groups(r"(a|(?P<n>b)(?<m>c))(?-i:d)\([(](?:e)[]()][[:alpha:](]") == (
        r"(?:a|(?:b)(?:c))(?-i:d)\([(](?:e)[]()][[:alpha:](]"
    )


def test_a_set_keeps_only_so_many_programs() -> None:
    patterns = PatternSet()
    for number in range(100):
        patterns.add(rf"\w{number}x", whole_word=True)
    patterns.compile()
    latin, other = ("".join(f"{before}{number}x " for number in range(100)) for before in ("e", "ж"))

    found = [list(patterns.spans(index, text)) for text in (latin, other) for index in patterns.occurring(text)]

    assert len(found) == 200 and all(found)
    for program in (small_program, full_program):
        assert program.cache_info().currsize == program.cache_info().maxsize < 100
