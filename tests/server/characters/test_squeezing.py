from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from porte_parole.characters.folding import fold, readable
from porte_parole.characters.squeezing import squeeze


def test_runs_of_letters_are_counted_and_written_once() -> None:
    squeezed = squeeze(fold("idiooot nulle risk-free"))

    assert squeezed.text == "idiot nule risk fre"
    assert squeezed.span(0, 5) == (0, 7)
    assert squeezed.span(6, 10) == (8, 13)
    assert sorted(squeezed.runs.values()) == [2, 2, 3]


@given(st.text(st.sampled_from("abeéÉœßŒ' -–!oo🙂\u0301\n"), max_size=60))
def test_squeezed_spans_stay_inside_and_follow_one_another(text: str) -> None:
    plain = readable(text).text
    squeezed = squeeze(fold(plain))
    spans = [squeezed.span(index, index + 1) for index in range(len(squeezed.text))]

    assert all(0 <= start < end <= len(plain) for start, end in spans)
    assert spans == sorted(spans)
