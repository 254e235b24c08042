from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porte_parole.characters.folding import MAX_MARKS, fold, readable

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
LATIN = st.text(st.sampled_from("abeéÉœßŒ’' -–!oo🙂\u0301\u0316\u200d\ud800\nﷺ"), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÉCOLE", "ecole"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("l’été – déjà", "l'ete - deja"),
        ("e\u0301te\u0301", "ete"),
        ("con\u200dnard", "connard"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_accents_and_typography_fold(text: str, folded: str) -> None:
    assert fold(readable(text).text).text == folded


def test_a_span_of_the_folded_text_leads_back_to_the_letters_it_stands_for() -> None:
    text = "Ah, l'Œuvre de Straße"
    folded = fold(text)
    start = folded.text.index("oeuvre")

    assert folded.span(start, start + 6) == (6, 11)
    assert text[slice(*folded.span(folded.text.index("sse"), len(folded.text)))] == "ße"


def test_marks_belong_to_their_letter() -> None:
    composed = readable("cafe\u0301!")

    assert composed.text == "café!"
    assert composed.span(3, 4) == (3, 5)
    assert fold("a\u20ddb").span(0, 1) == (0, 2)


def test_a_pile_of_marks_keeps_its_first_eight() -> None:
    pile = readable("a" + "\u0316" * 9999)

    assert len(pile.text) == 1 + MAX_MARKS
    assert pile.span(0, len(pile.text)) == (0, 10_000)


@given(ANY_TEXT | LATIN)
def test_readable_text_is_free_of_surrogates_and_its_spans_stay_inside(text: str) -> None:
    mapped = readable(text)
    mapped.text.encode()
    for index in range(len(mapped.text)):
        start, end = mapped.span(index, index + 1)
        assert 0 <= start < end <= len(text)


@given(ANY_TEXT | LATIN)
def test_folded_spans_stay_inside_and_in_order(text: str) -> None:
    plain = readable(text).text
    folded = fold(plain)
    spans = [folded.span(index, index + 1) for index in range(len(folded.text))]

    assert all(0 <= start < end <= len(plain) for start, end in spans)
    assert spans == sorted(spans)


@given(LATIN)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(readable(text).text).text

    assert fold(once).text == once
