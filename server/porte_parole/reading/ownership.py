"""Whether something personal is the writer's own or somebody else's, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from porte_parole.reading.document import Document, Sentence
from porte_parole.words import word_lists

_REACH = 8
"""Words on each side of the place that are looked at, nearest first."""


class Owner(NamedTuple):
    """Whose it is, and the word that tells; offsets are code points of `document.text`."""

    whose: Literal["own", "other"]
    start: int
    end: int


def whose(document: Document, start: int, end: int) -> Owner | None:
    """The owner of what stands at [start, end); None when no word tells.

    The nearest telling word before it in its sentence decides; with none before, the nearest one after; with none
    there, the nearest one of the sentence before: "Who knows this customer? Born on 11/02/79."
    """
    sentence = document.sentence_at(start)
    before = [index for index, word in enumerate(sentence.words) if word.end <= start][-_REACH:]
    after = [index for index, word in enumerate(sentence.words) if word.start >= end][:_REACH]
    owner = _first_owner(document, sentence, (*reversed(before), *after))
    if owner is None and sentence.index > 0:
        previous = document.sentences[sentence.index - 1]
        owner = _first_owner(document, previous, range(len(previous.words) - 1, -1, -1)[:_REACH])
    return owner


def _first_owner(document: Document, sentence: Sentence, indexes: Iterable[int]) -> Owner | None:
    owners = (_owner(document, sentence, index) for index in indexes)
    return next((owner for owner in owners if owner is not None), None)


def _owner(document: Document, sentence: Sentence, index: int) -> Owner | None:
    """Whom the word at `index` tells of; None: nobody."""
    word = sentence.words[index]
    if _is_other(document, sentence, index):
        return Owner("other", word.start, word.end)
    if word.folded not in _words("own", sentence.languages):
        return None
    # "the number of my client": met from the left, "my" comes first.
    following = sentence.words[index + 1 : index + 2]
    if following and following[0].folded in _words("persons", sentence.languages):
        return Owner("other", *following[0][:2])
    return Owner("own", word.start, word.end)


def _is_other(document: Document, sentence: Sentence, index: int) -> bool:
    word, languages = sentence.words[index].folded, sentence.languages
    before = sentence.words[index - 1].folded if index else ""
    after = sentence.words[index + 1].folded if index + 1 < len(sentence.words) else ""
    if word in _words("persons", languages):
        return before not in _words("things", languages)  # "numéro client" is the writer's own
    if word == "zijn":
        return after in _words("data", languages)  # else it is "to be"
    if word in _words("other", languages):
        return after not in _words("impersonal", languages)
    return _is_named(document, sentence, index, before, after)


def _is_named(document: Document, sentence: Sentence, index: int, before: str, after: str) -> bool:
    """Whether a name tells whose it is: "le numéro de Sophie", "Sophie's number", "Kevin habite", "appelez Marc"."""
    word, languages = sentence.words[index], sentence.languages
    if not document.text[word.start].isupper():
        return False
    earlier = sentence.words[index - 2].folded if index > 1 else ""
    if before in _words("contacting", languages):
        return earlier not in _words("own", languages)  # "je m'appelle Sophie"
    data = _words("data", languages)
    if document.text.startswith("'s", word.end):
        return any(later.folded in data for later in sentence.words[index + 1 : index + 4])
    return after in _words("living", languages) or (before in _words("of", languages) and earlier in data)


@cache
def _words(kind: str, languages: frozenset[str]) -> frozenset[str]:
    """The words of one kind in any of `languages`, folded."""
    lists = word_lists("ownership")[kind]
    return frozenset(word for language in languages for word in lists[language].split())
