"""Large Unicode classes in a pattern, and two small ones that may stand for them: a wider one, and one for Latin texts.

One `\\p{L}` takes 1,200 instructions of a compiled program; `[A-Za-z\\x{80}-\\x{10ffff}]` takes 14, its Latin part 45.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

_PIECE = re.compile(
    r"\[\^?\]?(?:\[:\^?\w+:\]|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\.|[^\]\\])*\]|\\[pP](?:\{[^}]*\}|.)|\\.", re.DOTALL
)
_PROPERTY = re.compile(r"(?P<property>\\[pP](?:\{[^}]*\}|.))|\\.", re.DOTALL)
_PLAIN_PROPERTY = re.compile(r"\\p\{(L[ul]?|M|Nd?|Z)\}")

_ASCII = {r"\p{L}": "A-Za-z", r"\p{Lu}": "A-Z", r"\p{Ll}": "a-z", r"\p{M}": "", r"\p{N}": "0-9", r"\p{Nd}": "0-9"}
_BEYOND = r"\x{80}-\x{10ffff}"

_LATIN = (*map(chr, range(0x180)), "\ufe0f")
"""ASCII, Latin-1, Latin Extended-A, and the mark that makes an emoji of a sign."""

_ODD = frozenset("µß")
"""Small letters of these whose capital is not among these: in a class, letter case would lead out and back."""

_SIGNS = ("P", "S", "Cf", "Cc")


def large_classes(pattern: str) -> Iterator[str]:
    r"""Every class of `pattern` that asks for a Unicode property, in order: "\p{L}", "[\p{L}'-]"."""
    return (piece for piece in _PIECE.findall(pattern) if _properties(piece))


def loosened(pattern: str) -> str:
    """`pattern` with each large class as wide as all that is not ASCII: it matches wherever `pattern` does, and more.

    Args:
        pattern: RE2 syntax, \\w, \\d and \\s spelled out; it is returned as it is when it holds no large class.
    """
    return _replaced(pattern, lambda piece: "(?s:.)" if piece.startswith("[^") else _filled(piece, _wider))


def for_latin(pattern: str) -> str | None:
    """`pattern` with each large class cut down to what `is_latin` texts hold of it: on these it matches the same.

    None when a class asks for more than letters, marks, numbers and blanks.
    """
    asked = [name for piece in large_classes(pattern) for name in _properties(piece)]
    if not all(_PLAIN_PROPERTY.fullmatch(name) for name in asked):
        return None
    return _replaced(pattern, lambda piece: _filled(piece, _latin_part))


def is_latin(text: str) -> bool:
    """Whether every letter, mark, number and blank of `text` is Latin (but for a few rare ones); signs may be any."""
    return text.isascii() or all(map(_is_latin_or_sign, set(text)))


@cache
def _is_latin_or_sign(char: str) -> bool:
    return char not in _ODD if char in _LATIN else unicodedata.category(char).startswith(_SIGNS)


def _properties(piece: str) -> list[str]:
    return [name for name in _PROPERTY.findall(piece) if name]


def _replaced(pattern: str, change: Callable[[str], str]) -> str:
    return _PIECE.sub(lambda piece: change(piece[0]) if _properties(piece[0]) else piece[0], pattern)


def _filled(piece: str, change: Callable[[str], str]) -> str:
    """The class with `change` made to each property in it; one that stands alone gets its brackets."""
    bracketed = piece if piece[0] == "[" else f"[{piece}]"
    return _PROPERTY.sub(lambda found: change(found[0]) if found["property"] else found[0], bracketed)


def _wider(name: str) -> str:
    return _ASCII.get(name, r"\x00-\x7f") + _BEYOND


@cache
def _latin_part(name: str) -> str:
    """Ranges of the Latin characters in a category, for within brackets; never empty."""
    category = name[3:-1]
    ranges: list[list[int]] = []
    for code in (ord(char) for char in _LATIN if unicodedata.category(char).startswith(category)):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(rf"\x{{{first:x}}}-\x{{{last:x}}}" for first, last in ranges)
