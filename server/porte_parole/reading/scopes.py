"""Whether a word is negated, quoted, asked, supposed, told as past, or meant in jest.

Cue words, not grammar: each test errs on the side of silence. Rules choose which of these scopes excuse a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise

from porte_parole.reading.clauses import Range, cues
from porte_parole.reading.document import Document, Sentence
from porte_parole.reading.word_index import WordIndex
from porte_parole.words import word_lists

_LAUGHING = re.compile("[😂🤣😅😆😜🤪😝😛😉🙃😹]|[;:]-?[)pP](?![a-z])|\\bx[dD]\\b")

_NEARBY = 3
"""Words between a past tense and what it says, or between "ne" and "plus"."""


def is_excused(scope: str, document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    """Whether the word at `index` stands in `scope`: a key of SCOPES."""
    return SCOPES[scope](document, sentence, clause, index)


def _is_negated(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    words = sentence.words
    plain, around = cues("negation", sentence.languages), cues("negation_around", sentence.languages)
    with_ne, undone = cues("negation_with_ne", sentence.languages), cues("negation_undone", sentence.languages)
    # From one word before the clause: the "but" of "anything but" begins one.
    if _has_phrase("negation_phrases", sentence, max(0, clause[0] - 1), index):
        return True
    for position in range(index - 1, clause[0] - 1, -1):
        word, following = words[position], words[position + 1]
        # A comma ends the reach of a "not": "they understand nothing, those clowns".
        if "," in document.text[word.end : following.start]:
            return False
        if word.folded in plain or word.folded.endswith("n't"):
            return following.folded not in undone
        before = {earlier.folded for earlier in words[max(clause[0], position - _NEARBY) : position]}
        if word.folded in with_ne and word.folded not in undone and before & around:
            return True
        if word.folded in around:
            return any(later.folded in plain for later in words[index + 1 : min(index + 3, clause[1])])
    after = cues("negation_after", sentence.languages)
    return any(later.folded in after for later in words[index + 1 : min(index + 3, clause[1])])


def _is_quoted(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    """Between quotation marks, or told as somebody else's words: "il m'a traité de …", "he called me …"."""
    start = sentence.words[index].start
    if any(first < start < end for first, end in document.quotations):
        return True
    after = cues("reporting_after", sentence.languages)
    if any(later.folded in after for later in sentence.words[index + 1 : min(index + 3, clause[1])]):
        return True
    return _has_phrase("reporting", sentence, clause[0], index)


def _is_asked(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    return "?" in document.text[sentence.words[-1].end : sentence.end]


def _is_supposed(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    anywhere = cues("supposing", sentence.languages)
    opening = cues("supposing_first", sentence.languages)
    # "si" and "als" suppose only where a clause opens: "il est si nul" does not.
    head = [word.folded for word in sentence.words[clause[0] : clause[0] + 3]]
    opened = {*head[:2], *(f"{one}'{other}" for one, other in pairwise(head))}
    return bool(opened & opening) or any(word.folded in anywhere for word in sentence.words[clause[0] : index])


def _is_past(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    """Told with a word for former times, or in a past tense that a "since then" sets apart from today."""
    words = sentence.words
    if _has_phrase("past", sentence, clause[0], clause[1]):
        return True
    first = words[clause[0]]
    comma = document.text[first.end : first.end + 1] == ","
    if first.folded in cues("past_first", sentence.languages) and comma:
        return True
    for _, end, _ in _phrases("before_span", sentence.languages).find(words[clause[0] : index]):
        span = words[clause[0] + end : clause[0] + end + _NEARBY]
        if any(word.folded in cues("span_of_years", sentence.languages) for word in span):
            return True
    verbs = cues("past_verbs", sentence.languages)
    told = any(word.folded in verbs for word in words[max(clause[0], index - _NEARBY - 1) : index])
    return told and _has_phrase("since_then", sentence, 0, len(words))


def _is_jest(document: Document, sentence: Sentence, clause: Range, index: int) -> bool:
    """Laughed about afterwards, in the sentence or right after it."""
    after = sentence.words[index].end
    until = sentence.end
    following = document.text[until : until + 2].strip()
    if _LAUGHING.search(document.text, after, until) or (following and _LAUGHING.match(following)):
        return True
    return _has_phrase("joking", sentence, index + 1, len(sentence.words))


SCOPES: Mapping[str, Callable[[Document, Sentence, Range, int], bool]] = {
    "negation": _is_negated,
    "quotation": _is_quoted,
    "question": _is_asked,
    "conditional": _is_supposed,
    "past": _is_past,
    "irony": _is_jest,
}
"""Every scope by the name that rules give it."""


def _has_phrase(kind: str, sentence: Sentence, first: int, end: int) -> bool:
    """Whether a cue phrase of `kind` stands within the words [first, end)."""
    return next(_phrases(kind, sentence.languages).find(sentence.words[first:end]), None) is not None


@cache
def _phrases(kind: str, languages: frozenset[str]) -> WordIndex[str]:
    index: WordIndex[str] = WordIndex()
    for language in languages:
        for phrase in filter(None, word_lists("clauses")[kind][language].split(", ")):
            index.add(phrase, language)
    return index
