"""Finds announced absences: a house that stands empty, a departure for days or weeks, a key under the mat.

Past journeys, questions about them, conditions, and shops that close are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from porte_parole.characters.folding import fold
from porte_parole.company import Company
from porte_parole.reading.dates import is_month
from porte_parole.reading.document import Document, Sentence, Token
from porte_parole.reading.word_index import WordIndex
from porte_parole.recognizers import Sighting
from porte_parole.words import word_lists

_GAP = 4
"""Most words between two parts of a sign: in "house … empty" for "the house will be standing empty"."""

_PHRASES = ("away", "empty", "key", "until", "onset", "whole", "when", "supposing", "excuses")


class _Sign(NamedTuple):
    kind: str  # one of _PHRASES, or "stay": a duration and where it is spent
    start: int
    end: int


class _Phrase(NamedTuple):
    kind: str
    language: str
    then: tuple[tuple[str, ...], ...]  # the parts after the first "…", folded words


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """At most one sighting a sentence: from the first of its signs to the last."""
    for sentence in document.sentences:
        if _triggers().isdisjoint([word.folded for word in sentence.words]):
            continue
        signs = [*_phrases(sentence), *_stays(document, sentence)]
        told = [sign for sign in signs if sign.kind != "supposing"]
        end = max((sign.end for sign in told), default=sentence.start)
        # "We are away from Friday, who waters the plants?" asks for something else.
        rest = document.text[end : sentence.end].rstrip()
        sureness = _sureness({sign.kind for sign in signs}, asked=rest.endswith("?") and "," not in rest)
        if sureness:
            yield Sighting(min(sign.start for sign in told), end, sureness, "phrase")


def _sureness(kinds: set[str], asked: bool) -> float:
    """0 to 1: how surely these signs together tell that nobody is at home."""
    if "excuses" in kinds:
        return 0.0
    if "key" in kinds:
        return 1.0
    if "supposing" in kinds:
        return 0.0
    lasting = bool(kinds & {"duration", "stay", "until", "whole"})
    if "empty" in kinds:
        return 1.0 if lasting or kinds & {"away", "onset", "when"} else 0.5
    if asked or not ("away" in kinds or {"stay", "onset"} <= kinds):
        return 0.0
    return 1.0 if lasting else 0.9 if "onset" in kinds else 0.0


def _phrases(sentence: Sentence) -> Iterator[_Sign]:
    """Every listed phrase in the sentence; "until" and "from" only before something like a date."""
    words = sentence.words
    for first, end, phrase in _index().find(words):
        if not sentence.admits(phrase.language):
            continue
        last = _end_of_date(words, end) if phrase.kind in ("until", "onset") else _end_of(words, end, phrase.then)
        if last:
            yield _Sign(phrase.kind, words[first].start, words[last - 1].end)


def _end_of(words: Sequence[Token], end: int, parts: Sequence[tuple[str, ...]]) -> int:
    """The index after the last of `parts`, each at most _GAP words after the one before; 0: one is missing."""
    for part in parts:
        starts = range(end, min(end + _GAP + 1, len(words)))
        found = (at for at in starts if tuple(word.folded for word in words[at : at + len(part)]) == part)
        start = next(found, None)
        if start is None:
            return 0
        end = start + len(part)
    return end


def _end_of_date(words: Sequence[Token], end: int) -> int:
    """The index after a figure, weekday or month that comes at once or after one word; 0: none does."""
    near = range(end, min(end + 2, len(words)))
    figure = next((at + 1 for at in near if words[at].folded[0].isdecimal()), 0)
    return figure or next(
        (at + 1 for at in near if (words[at].folded in _words("dates", "when") or is_month(words[at].folded))), 0
    )


def _stays(document: Document, sentence: Sentence) -> Iterator[_Sign]:
    """Every duration of days or more; "stay" where a place follows: "two weeks in Crete", "twee weken Kreta"."""
    words = sentence.words
    for at in range(1, len(words)):
        number = words[at - 1].folded
        if words[at].folded not in _words("units") or not (number in _words("numbers") or number.isdecimal()):
            continue
        after = words[at + 1].folded if at + 1 < len(words) else ""
        # In German every noun has a capital, so that it tells no place.
        named = bool(after) and sentence.language != "de" and document.text[words[at + 1].start].isupper()
        kind = "stay" if named or after in _words("towards") else "duration"
        yield _Sign(kind, words[at - 1].start, words[at].end)


@cache
def _words(*kinds: str) -> frozenset[str]:
    """The single words of some kinds, of every language, folded."""
    lists = word_lists("recognizers")["absence"].values()
    return frozenset(fold(word).text for one in lists for kind in kinds for word in one[kind].replace(",", "").split())


@cache
def _index() -> WordIndex[_Phrase]:
    index: WordIndex[_Phrase] = WordIndex()
    for language, by_kind in word_lists("recognizers")["absence"].items():
        for kind in _PHRASES:
            for phrase in by_kind[kind].split(", "):
                first, *then = phrase.split(" … ")
                parts = tuple(tuple(word.folded for word in Document(part).words) for part in then)
                index.add(first, _Phrase(kind, language, parts))
    return index


@cache
def _triggers() -> frozenset[str]:
    """A word of each sign that could be enough, its longest: a text without any of them is passed over at once."""
    lists = word_lists("recognizers")["absence"].values()
    phrases = [phrase for one in lists for kind in ("away", "empty", "key") for phrase in one[kind].split(", ")]
    words = ([word.folded for word in Document(phrase).words if "'" not in word.folded] for phrase in phrases)
    return frozenset(max(reversed(each), key=len) for each in words) | _words("units")
