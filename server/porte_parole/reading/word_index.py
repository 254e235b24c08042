"""Looks up words and word sequences in a sentence, at a cost that does not grow with how many are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from porte_parole.characters.folding import fold, readable
from porte_parole.reading.document import Document, Token

Value = TypeVar("Value")

_ENDINGS = {
    "fr": ("s", "x", "e", "es"),
    "en": ("s", "es"),
    "nl": ("s", "e", "en", "n"),
    "de": ("s", "e", "en", "er", "es", "em", "n"),
}


_PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")

_SHORTEST_STEM = 4
"""Letters that the beginning of a word has at least when it stands for the word."""


class _Entry(NamedTuple, Generic[Value]):
    number: int  # in the order in which they were added
    value: Value


class Place(NamedTuple, Generic[Value]):
    """Where a known sequence stands: indexes into the words searched, half-open, and what was stored for it."""

    first: int
    end: int
    value: Value


class WordIndex(Generic[Value]):
    """Word sequences and what each stands for; the same sequence may be added several times."""

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry[Value]]] = {}  # by their words with blanks between
        self._lengths: dict[str, list[int]] = {}  # words of the longer ones, by their first
        self._added = 0
        self._by_stem: dict[str, list[Value]] = {}

    def add(self, phrase: str, value: Value, inflected: str | None = None) -> None:
        """Remember `phrase`; what holds no word is ignored.

        Args:
            phrase: words, or the beginning of one and a star: "discrimin*".
            inflected: language whose plain endings a single word may also carry; None: exactly as written.
        """
        words = words_of(phrase)
        if not words:
            return
        if phrase.endswith("*"):
            self._by_stem.setdefault(words[0], []).append(value)
            return
        self._added += 1
        entry = _Entry(self._added, value)
        self._entries.setdefault(" ".join(words), []).append(entry)
        if len(words) > 1:
            lengths = self._lengths.setdefault(words[0], [])
            if len(words) not in lengths:
                lengths.append(len(words))
        elif inflected is not None:
            for form in _forms(words[0], inflected):
                self._entries.setdefault(form, []).append(entry)

    def find(self, words: Sequence[Token]) -> Iterator[Place[Value]]:
        """Every known sequence in `words`, by where it begins, then as added; may overlap."""
        folded = [word.folded for word in words]
        for index, word in enumerate(folded):
            yield from self._beginning(index, folded)
            if self._by_stem:
                yield from self._continued(index, word)

    def _beginning(self, index: int, folded: Sequence[str]) -> Iterator[Place[Value]]:
        alone = self._entries.get(folded[index], ())
        lengths = self._lengths.get(folded[index])
        if lengths is None:
            yield from (Place(index, index + 1, value) for _, value in alone)
            return
        found = [(number, index + 1, value) for number, value in alone]
        for end in (index + length for length in lengths if index + length <= len(folded)):
            found += ((number, end, value) for number, value in self._entries.get(" ".join(folded[index:end]), ()))
        for _, end, value in sorted(found, key=itemgetter(0)):
            yield Place(index, end, value)

    def _continued(self, index: int, word: str) -> Iterator[Place[Value]]:
        for length in range(_SHORTEST_STEM, len(word) + 1):
            for value in self._by_stem.get(word[:length], ()):
                yield Place(index, index + 1, value)


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of `phrase`, folded as a document folds them; may be empty."""
    # Most names are plain words, and there may be 50,000 of them: no need to read each as a post.
    if _PLAIN.fullmatch(phrase):
        return tuple(fold(readable(phrase).text).text.replace("-", " ").split(" "))
    return tuple(word.folded for word in Document(phrase).words)


def _forms(word: str, language: str) -> Iterator[str]:
    """`word` with the plain endings of its language; short words take a plural only: "rat" does not become "rate"."""
    for ending in _ENDINGS.get(language, ()):
        if len(word) >= (3 if ending in "sx" else 4):
            yield word + ending
