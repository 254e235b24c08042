"""Whom a sentence may speak of: the company's own names and competitors, roles, client groups, the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from porte_parole.company import Company
from porte_parole.reading.document import Document, Sentence
from porte_parole.reading.names import name_book
from porte_parole.reading.word_index import WordIndex
from porte_parole.words import word_lists, word_set

ARTICLES = word_set("phrase_parts", "articles")
OF = word_set("phrase_parts", "of")


class _Meaning(NamedTuple):
    name: str  # "person_role", …, or a list of words as a rule gave it
    language: str


class Target(NamedTuple):
    """Somebody in a sentence: indexes into its words, half-open, and under which name rules ask for them."""

    first: int
    end: int
    name: str


class TargetBook:
    """Everybody whom rules may ask for.

    Args:
        company: whose own names and competitors; both may be empty.
    """

    def __init__(self, company: Company) -> None:
        self._names = name_book(company)
        self._index: WordIndex[_Meaning] = WordIndex()
        lists = word_lists("targets")
        for language, by_name in lists.items():
            for name, phrases in by_name.items():
                for phrase in phrases.split(", "):
                    self._index.add(phrase, _Meaning(name, language))

    def add(self, name: str, phrase: str, language: str) -> None:
        """Remember `phrase` as a target that the rules of `language` ask for under `name`."""
        self._index.add(phrase, _Meaning(name, language), inflected=language)

    def find(self, document: Document, sentence: Sentence) -> Iterator[Target]:
        """Everybody in `sentence`: those with a name, then the others; the same words may have several names."""
        yield from (Target(*place) for place in self._names.find(document, sentence))
        for first, end, meaning in self._index.find(sentence.words):
            if sentence.admits(meaning.language):
                yield Target(first, end, meaning.name)


def with_article(sentence: Sentence, first: int) -> int:
    """Index of the word where the phrase of the target at `first` begins: "the help desk of" and "our" belong to it."""
    words = sentence.words
    start = first
    if start >= 3 and words[start - 1].folded in OF and words[start - 3].folded in ARTICLES:
        return start - 3
    if start >= 1 and words[start - 1].folded in ARTICLES:
        return start - 1
    return start
