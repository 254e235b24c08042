"""Makes texts comparable while every character still knows where it came from. What is looked for is left to others.

`readable` tidies a text without changing what it says; `fold` forgets case, accents and typography for comparing.

No text is ever normalised as a whole: that takes quadratic time on long runs of alternating marks (CVE-2026-3276).
Letters are composed and decomposed one by one, with at most MAX_MARKS marks each.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

MAX_MARKS = 8
"""Marks kept on one letter; no script in use needs more (Unicode's stream-safe format allows 30)."""

_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")
_PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4\u2032", "'")
    | dict.fromkeys("\u00a0\u202f\u2007\u2009\u3000", " ")
    | dict.fromkeys("\u2010\u2011\u2212", "-")
)
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "–": "-", "—": "-"}


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text made from another, with the way back.

    `starts[i]` and `ends[i]` give the source's code points that character `i` stands for; both None: nothing moved.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same span in the source text, half-open; `start` < `end`."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


class _FoldTable(dict[str, str]):
    """Code point -> its folded form, worked out once; bounded, since a text may hold any of a million."""

    def __missing__(self, char: str) -> str:
        folded = _fold_char(char)
        if len(self) < 4096:
            self[char] = folded
        return folded


def _fold_char(char: str) -> str:
    if "\ufe00" <= char <= "\ufe0f":
        return char  # emoji style: never inside a word, and dropping it would move everything after it
    lower = char.casefold()
    lower = _LETTERS.get(lower, lower)
    parts = unicodedata.normalize("NFD", lower) if not lower.isascii() else lower
    return "".join(part for part in parts if unicodedata.category(part) not in ("Mn", "Me", "Cf"))


_TABLE = _FoldTable()


def readable(text: str) -> Mapped:
    """`text` with straight apostrophes, plain spaces, composed letters and no lone surrogates.

    Nothing moves unless the text holds combining marks, which most never do.
    """
    plain = text if text.isascii() else text.translate(_PLAIN)
    try:
        plain.encode()
    except UnicodeEncodeError:
        plain = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in plain)
    return Mapped(plain) if plain.isascii() or not _CLUSTER.search(plain) else _composed(plain)


def _composed(text: str) -> Mapped:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in chain(_CLUSTER.finditer(text), (None,)):
        start, end = match.span() if match else (len(text), len(text))
        pieces.append(text[done:start])
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        composed = unicodedata.normalize("NFC", text[start : min(end, start + 1 + MAX_MARKS)])
        pieces.append(composed)
        starts.extend([start] * len(composed))
        ends.extend([end] * len(composed))
        done = end
    return Mapped("".join(pieces), starts, ends)


def fold(text: str) -> Mapped:
    """`text` without case, accents, marks and invisible characters; œ is oe, ß is ss, dashes are hyphens.

    Args:
        text: free of lone surrogates, as `readable` gives it.
    """
    if text.isascii():
        return Mapped(text.lower())
    pieces = [_TABLE[char] for char in text]
    folded = "".join(pieces)
    if len(folded) == len(pieces) and "" not in pieces:
        return Mapped(folded)
    starts = [index for index, piece in enumerate(pieces) for _ in piece]
    # A mark or a joiner folded away belongs to the letter before it, so that a span never cuts a letter in two.
    ends = [index + 1 for index, piece in enumerate(pieces) for _ in piece]
    position = 0
    for index, piece in enumerate(pieces):
        position += len(piece)
        if not piece and position and unicodedata.category(text[index]) != "Cf":
            ends[position - 1] = index + 1
    return Mapped(folded, starts, ends)
