"""Whether something personal is the writer's own or somebody else's, by the words around it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from porte_parole.reading.document import Document
from porte_parole.words import word_set

_REACH = 8
"""Words before the place that are looked at, within its sentence; nearest first."""

_OWN = word_set("ownership", "own")
_OTHER = word_set("ownership", "other")


class Owner(NamedTuple):
    """Whose it is, and the word that tells; offsets are code points of `document.text`."""

    whose: Literal["own", "other"]
    start: int
    end: int


def whose(document: Document, start: int, end: int) -> Owner | None:
    """The owner of what stands at [start, end); None when no word tells.

    The nearest word before it decides; with none before, the nearest one after.
    """
    sentence = document.sentence_at(start)
    before = [word for word in sentence.words if word.end <= start][-_REACH:]
    after = [word for word in sentence.words if word.start >= end][:_REACH]
    for word in (*reversed(before), *after):
        if word.folded in _OTHER:
            return Owner("other", word.start, word.end)
        if word.folded in _OWN:
            return Owner("own", word.start, word.end)
    return None
