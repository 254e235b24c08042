"""Where a text names the company or a competitor; a name that is also a common word counts with its context only.

"Orange" is the firm in "chez Orange", "#Orange", "Orange SA" and "merci Orange", not in "une orange" nor where it only
opens a sentence. In lower case it never is. Which words are common is told by words/common_words.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from porte_parole.company import Company
from porte_parole.reading.document import Document, Sentence
from porte_parole.reading.word_index import Place, WordIndex
from porte_parole.words import word_set
from porte_parole.words.common import is_common

_LEADING = word_set("names", "leading")
_FIRM = word_set("names", "firm")

_OPENS = re.compile(r"(?:^|[.!?…:•\n]\s*|[«“„\"'(\-–—]\s?)\Z")


class _Name(NamedTuple):
    found_as: str  # "own_name", "competitor" …
    written: str
    is_common: bool


class NameBook:
    """Every name that is looked for.

    Args:
        names: by what they are found as, in the order of the findings' names.
        handles: accounts whose mention shows that the company is spoken of.
    """

    def __init__(self, names: Mapping[str, Iterable[str]], handles: Iterable[str] = ()) -> None:
        self._index: WordIndex[_Name] = WordIndex()
        for found_as, listed in names.items():
            for name in listed:
                self._index.add(name, _Name(found_as, name, is_common(name)))
        self._handles = frozenset(handle.lower() for handle in handles)

    def find(self, document: Document, sentence: Sentence) -> Iterator[Place[str]]:
        """Every name in `sentence` that is meant as one, with what it is found as; in order, may overlap."""
        for first, end, name in self._index.find(sentence.words):
            if not name.is_common or self._is_meant(document, sentence, first, end, name):
                yield Place(first, end, name.found_as)

    def _is_meant(self, document: Document, sentence: Sentence, first: int, end: int, name: _Name) -> bool:
        words = sentence.words
        written = document.text[words[first].start : words[end - 1].end]
        if document.text[words[first].start - 1 : words[first].start] == "#":
            return True
        if not _has_capitals_of(name.written, written):
            return False
        around = {word.folded for word in (*words[max(0, first - 1) : first], *words[end : end + 1])}
        if (first and words[first - 1].folded in _LEADING) or around & _FIRM:
            return True
        if self._is_named_otherwise(document):
            return True
        # Capitals tell nothing where everything has one: in capitals only, in German, and where a sentence opens.
        shouted = document.text[sentence.start : sentence.end].isupper()
        opens = _OPENS.search(document.text[sentence.start : words[first].start]) is not None
        return not (shouted or opens or sentence.language == "de")

    def _is_named_otherwise(self, document: Document) -> bool:
        """Whether the post shows in another place which firm it speaks of."""
        handles = (document.text[one.start : one.end].lower() for one in document.addresses if one.kind == "handle")
        if any(handle in self._handles for handle in handles):
            return True
        return any(not place.value.is_common for place in self._index.find(document.words))


def _has_capitals_of(name: str, written: str) -> bool:
    """Whether `written` begins with a capital and has every other one of `name`."""
    if len(name) != len(written) or not written[:1].isupper():
        return written[:1].isupper()
    return all(letter.isupper() for letter, model in zip(written, name, strict=True) if model.isupper())


@lru_cache(maxsize=2)
def name_book(company: Company) -> NameBook:
    """The book of `company`, made once for all who read with it."""
    names = {"own_name": company.own_names, "competitor": company.competitors}
    return NameBook(names, company.official_accounts)
