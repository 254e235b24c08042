"""The [[…]] of example texts: plain text and the spans between the brackets."""

from __future__ import annotations

OPENING, CLOSING = "[[", "]]"


def split_brackets(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without brackets, and what they enclosed: code points into that text, half-open, in order; may be empty.

    Raises:
        ValueError: a bracket without its partner, nested brackets, or nothing between them.
    """
    plain = ""
    spans: list[tuple[int, int]] = []
    rest = text
    while True:
        before, opened, after = rest.partition(OPENING)
        if CLOSING in before:
            raise ValueError("a ]] has no [[ before it")
        plain += before
        if not opened:
            return plain, tuple(spans)
        inside, closed, rest = after.partition(CLOSING)
        if not closed:
            raise ValueError("a [[ has no ]] after it")
        if OPENING in inside:
            raise ValueError("[[ stands inside [[")
        if not inside:
            raise ValueError("nothing stands between [[ and ]]")
        spans.append((len(plain), len(plain) + len(inside)))
        plain += inside
