"""The [[…]] of example texts."""

from __future__ import annotations

import pytest

from porte_parole.bracketed import split_brackets


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [
        ("rien", "rien", ()),
        ("a [[b]] c", "a b c", ((2, 3),)),
        ("🙂 [[été]] et [[là]]", "🙂 été et là", ((2, 5), (9, 11))),
        ("[x] [[y]]", "[x] y", ((4, 5),)),
    ],
)
def test_spans_count_code_points_of_the_plain_text(text: str, plain: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert split_brackets(text) == (plain, spans)


@pytest.mark.parametrize("text", ["[[a", "a]]", "[[a [[b]] c]]", "[[]]"])
def test_brackets_that_do_not_fit_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\[\[|\]\]"):
        split_brackets(text)
