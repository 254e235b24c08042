"""Which word is perhaps still being typed."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from porte_parole.reading.document import Document
from porte_parole.words.common import common_words

_MORE = 2
"""Letters that a longer word has more at least: a plural is no other word."""


def unfinished_from(document: Document) -> int:
    """Where the word begins that is perhaps still being typed; the length of the text when there is none.

    Nothing in a request tells typing from a finished post, and most finished posts end without a full stop, so a
    sentence that has not ended proves nothing and findings in it stay. Only the very last word can be half of another
    one: it must end the text to the letter (no blank, sign or emoji after it), follow another word, and be the proper
    beginning of a longer ordinary word ("con" of "content"). Scoring lets a weak finding wait that consists of this
    word alone; a phrase that ends with it is complete, and what is sure on its own is never held back.
    """
    text, words = document.text, document.words
    if len(words) < 2 or words[-1].end != len(text) or not _begins_another(words[-1].folded):
        return len(text)
    return words[-1].start


def _begins_another(word: str) -> bool:
    known = _sorted()
    for place in range(bisect_right(known, word), len(known)):
        if not known[place].startswith(word):
            return False
        if len(known[place]) >= len(word) + _MORE:
            return True
    return False


@cache
def _sorted() -> list[str]:
    return sorted(common_words())
