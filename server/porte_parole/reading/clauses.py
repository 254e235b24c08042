"""Clauses of a sentence, and whether a word is negated, quoted, asked or only supposed.

Cue words, not grammar: each test errs on the side of silence. Rules choose which of these scopes excuse a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise

from porte_parole.reading.document import Document, Sentence
from porte_parole.words import word_lists

_QUOTED = re.compile(r"«[^»]{1,500}»|“[^”]{1,500}”|„[^“”]{1,500}[“”]|\"[^\"\n]{1,500}\"")
_STOP = re.compile(r"[;()\n–—]|\s-\s")

Range = tuple[int, int]
"""Indexes into `Sentence.words`, half-open."""


def clauses(document: Document, sentence: Sentence) -> Iterator[Range]:
    """The clauses of a sentence, in order, together covering all its words.

    A clause ends at ; ( ) or a dash, before "but" and "because" words, and at a comma or "and" that "I" or "we"
    follows. Any other comma stays inside: "that shop, what a rip-off" is one thought.
    """
    breaks, starters = _cues("breaks", sentence.languages), _cues("starters", sentence.languages)
    joiners = _cues("joiners", sentence.languages)
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


def is_excused(scope: str, document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    """Whether the word at `index` stands in `scope`: "negation", "quotation", "question" or "conditional"."""
    return _SCOPES[scope](document, sentence, clause, index)


def _is_negated(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    cues, around = _cues("negation", sentence.languages), _cues("negation_around", sentence.languages)
    after = _cues("negation_after", sentence.languages)
    for position in range(index - 1, clause[0] - 1, -1):
        word, following = sentence.words[position], sentence.words[position + 1]
        # A comma ends the reach of a "not": "they understand nothing, those clowns".
        if "," in document.text[word.end : following.start]:
            return False
        if word.folded in cues or word.folded.endswith("n't"):
            return True
        if word.folded in around:
            return any(later.folded in cues for later in sentence.words[index + 1 : min(index + 3, clause[1])])
    return any(later.folded in after for later in sentence.words[index + 1 : min(index + 3, clause[1])])


def _is_quoted(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    start = sentence.words[index].start
    return any(match.start() < start < match.end() for match in _QUOTED.finditer(document.text))


def _is_asked(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    return "?" in document.text[sentence.words[-1].end : sentence.end]


def _is_supposed(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    anywhere = _cues("supposing", sentence.languages)
    opening = _cues("supposing_first", sentence.languages)
    # "si" and "als" suppose only where a clause opens: "il est si nul" does not.
    head = [word.folded for word in sentence.words[clause[0] : clause[0] + 3]]
    opened = {*head[:2], *(f"{one}'{other}" for one, other in pairwise(head))}
    return bool(opened & opening) or any(word.folded in anywhere for word in sentence.words[clause[0] : index])


_SCOPES: Mapping[str, Callable[[Document, Sentence, Range, int], bool]] = {
    "negation": _is_negated,
    "quotation": _is_quoted,
    "question": _is_asked,
    "conditional": _is_supposed,
}


@cache
def _cues(kind: str, languages: frozenset[str]) -> frozenset[str]:
    """The cue words of one kind in any of `languages`, folded."""
    lists = word_lists("clauses")[kind]
    return frozenset(word for language in languages for word in lists[language].split())
