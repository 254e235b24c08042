"""Breaks styled text into lines that fit a terminal, counting columns; knows nothing of reports."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

RESET = "\x1b[0m"
_GLUE = re.compile(r"(?<=«) | (?=[!?;:»%€])")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Cell:
    """One code point as shown. `style` holds SGR parameters ("1;31"), "" for none."""

    shown: str
    style: str = ""

    @property
    def columns(self) -> int:
        """0 for what joins the character before, 2 for wide characters and emoji, else 1."""
        if unicodedata.category(self.shown) in ("Mn", "Me", "Cf"):
            return 0
        return 2 if unicodedata.east_asian_width(self.shown) in "WF" else 1


def cells(text: str, style: str = "") -> list[Cell]:
    """One cell for each code point of `text`, so offsets stay valid.

    What could steer the terminal (control characters, direction overrides, half a surrogate pair) is shown as "�".
    """
    return [Cell(_harmless(char), style) for char in text]


def wrap(text: Iterable[Cell], width: int) -> list[str]:
    """Lines of at most `width` columns, broken at spaces where possible, with their escape sequences.

    A newline cell begins a new line. At least one line, perhaps empty.
    """
    lines: list[list[Cell]] = [[]]
    for word in _words(_glued(list(text))):
        if word[0].shown == "\n":
            lines.append([])
        elif _columns(lines[-1]) + _columns(word) <= width:
            lines[-1].extend(word)
        elif word[0].shown != " ":
            _put_on_new_lines(lines, word, width)
    return [_painted(line) for line in lines]


def _glued(text: list[Cell]) -> list[Cell]:
    """The same cells; spaces that French typography puts inside a word's company ("!", "8 %") do not break any more."""
    for found in _GLUE.finditer("".join(cell.shown for cell in text)):
        text[found.start()] = Cell("\u00a0", text[found.start()].style)
    return text


def _put_on_new_lines(lines: list[list[Cell]], word: list[Cell], width: int) -> None:
    if lines[-1]:
        lines.append([])
    for cell in word:
        if _columns(lines[-1]) + cell.columns > width:
            lines.append([])
        lines[-1].append(cell)


def _words(text: Iterable[Cell]) -> Iterator[list[Cell]]:
    for kind, group in groupby(text, lambda cell: cell.shown if cell.shown in " \n" else ""):
        if kind == "\n":
            yield from ([cell] for cell in group)
        else:
            yield list(group)


def _columns(line: list[Cell]) -> int:
    return sum(cell.columns for cell in line)


def _painted(line: list[Cell]) -> str:
    while line and line[-1].shown == " ":  # an underlined space at the end of a line looks like a mistake
        line = line[:-1]
    parts = []
    for style, group in groupby(line, lambda cell: cell.style):
        text = "".join(cell.shown for cell in group)
        parts.append(f"\x1b[{style}m{text}{RESET}" if style else text)
    return "".join(parts)


def _harmless(char: str) -> str:
    if char in "\t\r":
        return " "
    if char != "\n" and (unicodedata.category(char) in ("Cc", "Cs") or char in _BIDI):
        return "\ufffd"
    return char
