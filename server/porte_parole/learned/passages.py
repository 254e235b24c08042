"""Which stretches of a post are judged as one: a short post whole, a long one by neighbouring sentences."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from porte_parole.reading.document import Document

MOST_WHOLE = 3
"""Sentences that are judged as one passage. In longer posts each passage holds this many and shares all but one with
the next, so that a secrecy cue and what it covers meet in one of them; found best in cross-validation."""

MOST_PASSAGES = 60
"""Passages judged in one post, 2 to 5 ms each. From 63 sentences on each holds more of them, so that a text of 2,000
one-word lines is read in time too; posts on any network hold fewer."""


def passages(document: Document) -> Iterator[tuple[int, int]]:
    """Spans of the passages in order, code points of `document.text`; none for a text without words."""
    sentences = [sentence for sentence in document.sentences if sentence.words]
    last = max(1, len(sentences) - MOST_WHOLE + 1)
    step = ceil(last / MOST_PASSAGES)
    for first in range(0, last if sentences else 0, step):
        group = sentences[first : first + MOST_WHOLE - 1 + step]
        yield group[0].start, group[-1].end
