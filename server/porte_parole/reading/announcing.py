"""How people announce a code or a password in prose: the cue, what may stand between it and the value, what excuses it.

The words of all languages are used together: they are unmistakable, and posts mix languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from porte_parole.reading.document import Document, Token
from porte_parole.reading.word_index import WordIndex
from porte_parole.words import word_lists

DENIAL_REACH = 2
"""Words between a "not" and the value it takes back."""

_WIDTH = 100
"""Code points read after a cue."""

_ENDS = re.compile(r"[.…;]\s|!\s+[A-ZÀ-Þ]|\n\s*\n")
_SIGN = re.compile(r"[:=→>(«\"“]\s*\Z")
_PIECE = re.compile(r"[«“„\"][^«»“”\"\n]{3,40}[»”“\"]|\S+")
_OPENING, _CLOSING = "\"'“”«»„‘’([<{`: =→>", "\"'“”«»‘’)]>}`.,;: "


class Piece(NamedTuple):
    """What stands between two blanks, or between quotes; `raw` is all of it, the rest comes without quotes."""

    start: int
    end: int
    text: str  # may be empty
    raw: str

    @property
    def is_quoted(self) -> bool:
        """Whether it stands between quotes."""
        return self.raw[0] in '«“„"' and len(self.raw) > len(self.text) + 1


def phrases(*names: str) -> WordIndex[str]:
    """The phrases of the lists of words/secrets.json with these names, each under its list's name."""
    index: WordIndex[str] = WordIndex()
    for name in names:
        for phrase in dict.fromkeys(_listed(name)):  # "wifi" is a word of four languages
            index.add(phrase, name)
    return index


@cache
def single_words(*names: str) -> frozenset[str]:
    """Every word of these lists, folded; phrases count word by word."""
    return frozenset(word.folded for name in names for phrase in _listed(name) for word in Document(phrase).words)


def _listed(name: str) -> Iterator[str]:
    for listed in word_lists("secrets")[name].values():
        yield from listed.split(", ")


_EXCUSES = phrases("excuses")
_NOT, _INSTEAD = single_words("not"), single_words("instead")
_USE, _AVOID = single_words("use"), single_words("avoid")


def pieces(text: str, start: int) -> Iterator[Piece]:
    """The pieces from `start` on, within 100 code points; a line goes on only after a colon or an equals sign."""
    limit = start + _WIDTH
    previous = start
    for match in _PIECE.finditer(text, start, limit):
        cut = match.end() == limit < len(text) and not text[limit].isspace()
        broken = "\n" in text[previous : match.start()] and previous > start and text[previous - 1] not in ":="
        if cut or broken:
            return
        previous = match.end()
        raw = match.group()
        shown = raw.lstrip(_OPENING).rstrip(_CLOSING)
        first = match.start() + raw.index(shown)
        yield Piece(first, first + len(shown), shown, raw)


def words_before(document: Document, start: int, most: int) -> list[Token]:
    """At most `most` words before `start`, in order, from the same statement; a question before it belongs to it."""
    before: list[Token] = []
    following = start
    for word in reversed(document.words):
        if word.end > start:
            continue
        if len(before) == most or _ENDS.search(document.text, word.end, following + 1):
            break
        before.append(word)
        following = word.start
    return before[::-1]


def words_after(document: Document, end: int, most: int) -> list[Token]:
    """At most `most` words after `end` in the same statement, in order."""
    after: list[Token] = []
    previous = end
    for word in document.words:
        if word.start < end:
            continue
        if len(after) == most or _ENDS.search(document.text, previous, word.start + 1):
            break
        after.append(word)
        previous = word.end
    return after


def has_sign_before(text: str, start: int) -> bool:
    """Whether a colon, an equals sign, an arrow, a bracket or an opening quote leads to `start`."""
    return _SIGN.search(text, max(0, start - 4), start) is not None


def denies(word: str) -> bool:
    """Whether `word` (folded) says no."""
    return word in _NOT or word.endswith("n't")


def is_denied(document: Document, gap: Sequence[Token], start: int) -> bool:
    """Whether the words between a cue and the value at `start` take it back: "is not 1234"; not before a colon."""
    for word in reversed(gap[-DENIAL_REACH:]):
        if word.folded in _INSTEAD or re.search("[:=?]", document.text[word.end : start]):
            return False
        if denies(word.folded):
            return True
    return False


def is_advice(document: Document, start: int, end: int) -> bool:
    """Whether the sentence speaks of secrets in general or of a game: an example, "the most used", "never use …"."""
    # A dot before a word makes it part of a name: "vpn.exemple.example" gives no example.
    words = [word for word in document.sentence_at(start).words if document.text[word.start - 1 : word.start] != "."]
    before = [word for word in words if word.end <= start]
    after = [word for word in words if word.start >= end]
    if any(True for side in (before, after) for _ in _EXCUSES.find(side)):
        return True
    if any(word.folded in _AVOID for word in before[-5:]):
        return True
    used = any(word.folded in _USE for word in (*before[-4:], *after[:6]))
    return used and any(denies(word.folded) for word in before)
