"""Cuts a sentence into clauses, so that what is said of one subject is not taken for what is said of another.

Cue words, not grammar. Whether a word counts in its clause is left to `scopes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from porte_parole.reading.document import Document, Sentence
from porte_parole.words import word_lists

_STOP = re.compile(r"[;()\n–—]|\s-\s")

Range = tuple[int, int]
"""Indexes into `Sentence.words`, half-open."""


def clauses(document: Document, sentence: Sentence) -> Iterator[Range]:
    """The clauses of a sentence, in order, together covering all its words.

    A clause ends at ; ( ) or a dash, before "but" and "because" words, and at a comma or "and" that "I" or "we"
    follows. Any other comma stays inside: "that shop, what a rip-off" is one thought.
    """
    breaks, starters = cues("breaks", sentence.languages), cues("starters", sentence.languages)
    joiners = cues("joiners", sentence.languages)
    first = 0
    for index in range(1, len(sentence.words)):
        word, before = sentence.words[index], sentence.words[index - 1]
        between = document.text[before.end : word.start]
        new_subject = word.folded in starters and ("," in between or before.folded in joiners)
        if word.folded in breaks or new_subject or _STOP.search(between):
            yield first, index
            first = index
    if first < len(sentence.words):
        yield first, len(sentence.words)


@cache
def cues(kind: str, languages: frozenset[str]) -> frozenset[str]:
    """The cue words of one kind in any of `languages`, folded."""
    lists = word_lists("clauses")[kind]
    return frozenset(word for language in languages for word in lists[language].split())
