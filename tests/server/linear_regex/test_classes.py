from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porte_parole.linear_regex import PatternSet, compile_pattern, with_unicode_classes
from porte_parole.linear_regex.classes import for_latin, is_latin, large_classes, loosened
from porte_parole.linear_regex.programs import full_program

CLASSES = [r"\p{L}", r"\p{Lu}", r"\p{Ll}", r"\p{M}", r"\p{N}", r"\p{Nd}", r"[^\p{L}]", r"[\p{L}\p{M}'-]", r"[^\p{Lu}€]"]
CLASSES += [r"[\p{L}\p{M}\p{N}_]", r"[^\p{Nd}]", r"[\s\p{Z}]", r"[]\p{N}]", r"[^]\p{L}]", r"[\]\p{Nd}[:punct:]]"]
OTHERS = [r"\PL", r"\P{N}", r"[\p{^L}]", r"[\PL\p{S}]", r"\p{Greek}"]
LETTERS = "aZéÉßµŒœ9_-' ]!€…🙂\ufe0f\u0301жΩ中٣\u2003Ɖɐ"


def find(pattern: str, text: str) -> tuple[int, int] | None:
    match = full_program(pattern).search(text)
    return match.span() if match else None


@pytest.mark.parametrize("written", [form % one for one in CLASSES for form in ("%s", "(?-i:%s)")])
def test_the_latin_form_knows_every_latin_character_as_the_class_does(written: str) -> None:
    latin = for_latin(written)

    assert latin is not None and r"\p" not in latin
    for char in filter(is_latin, (*map(chr, range(1, 0x300)), *LETTERS)):
        assert find(latin, char) == find(written, char), repr(char)


@given(st.sampled_from([*CLASSES, *OTHERS]), st.sampled_from(["%s", "(?-i:%s)+", "a%s{0,2}9"]), st.text(LETTERS))
def test_a_loosened_pattern_occurs_wherever_the_pattern_does(one: str, form: str, text: str) -> None:
    pattern = form % one

    assert find(pattern, text) is None or find(loosened(pattern), text) is not None


@given(
    st.lists(st.sampled_from([*CLASSES, *OTHERS, "a", "é+", r"\.", "[!a]"]), min_size=1, max_size=3), st.text(LETTERS)
)
def test_a_set_finds_the_spans_of_the_pattern_as_written(parts: list[str], text: str) -> None:
    pattern = f"({''.join(parts)})"
    patterns = PatternSet()
    patterns.add(pattern)
    patterns.compile()
    expected = [match.span() for match in compile_pattern(pattern).finditer(text)]

    assert list(patterns.spans(0, text)) == expected
    assert list(patterns.occurring(text)) == ([0] if expected else [])


@pytest.mark.parametrize("text", ["", "Ça va ?", "L'été « à 20 € » – voilà… 🚴🏽❤\ufe0f", "Œuvre, Ğ"])
def test_a_text_of_latin_letters_and_any_signs_is_latin(text: str) -> None:
    assert is_latin(text)


@pytest.mark.parametrize("text", ["мир", "a٣", "e\u0301", "Straße", "10 µg", "a\u2003b", "\u0378"])
def test_other_letters_marks_numbers_and_blanks_are_not_latin(text: str) -> None:
    assert not is_latin(text)


def test_only_what_asks_for_a_property_is_large() -> None:
    pattern = with_unicode_classes(r"\w[a-zé]\\p{L}[\\pL](x|\p{Lu})[^.!?\n]{0,3}[^\d]")

    assert list(large_classes(pattern)) == [r"[\p{L}\p{M}\p{N}_]", r"\p{Lu}", r"[^\p{Nd}]"]
    assert loosened(r"[\\pL][a-z]\.") == r"[\\pL][a-z]\."


def test_a_class_that_asks_for_more_has_no_latin_form() -> None:
    assert for_latin(r"\p{Greek}a") is None
