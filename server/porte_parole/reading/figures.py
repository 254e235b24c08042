"""Numbers as people write them: the gaps inside, where one begins, the words that say what it is."""

from __future__ import annotations

import re

from porte_parole.reading.document import Document

GAP = "[ .\\-–·\u2000-\u200b\u2060]"
"""One sign between two groups of a number, as a pattern: blanks of any width, dots and dashes."""

_BEFORE, _AFTER = 60, 40
"""Code points in which a word can say what a number is: most often it stands before it."""

_GAPS = re.compile(r"[\W_]+")


def bare(written: str) -> str:
    """Letters and digits only, letters in capitals."""
    return _GAPS.sub("", written).upper()


def starts_inside(text: str, start: int) -> bool:
    """Whether what begins at `start` goes on with a word or a longer number: "X12", "1.250", "3,14"."""
    before = text[max(0, start - 2) : start]
    return before[-1:].isalnum() or (before[-1:] in {".", ",", "_"} and before[:1].isdigit())


def is_named(document: Document, start: int, end: int, words: frozenset[str]) -> bool:
    """Whether one of `words` (folded) stands near enough to [start, end) to say what it is."""
    return document.has_word(words, start - _BEFORE, end + _AFTER)
