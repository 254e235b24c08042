"""What the words after `check` mean: texts, files, or standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from porte_parole.errors import UsageError


def texts_of(inputs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(name, text) of each input; the name is "" for texts and for an only input.

    Words typed without quotes are one text. No input at all: standard input.

    Raises:
        UsageError: a file is missing or not UTF-8, or there is nothing to read.
    """
    if len(inputs) > 1 and not any(_is_named(item) or re.search(r"\s", item) for item in inputs):
        inputs = (" ".join(inputs),)
    for item in inputs or ("-",):
        named = _is_named(item)
        yield item if named and len(inputs) > 1 else "", _decoded(item) if named else item


def lines_of(inputs: tuple[str, ...]) -> Iterator[bytes]:
    """The lines of every file in turn, read as they are asked for. Raises UsageError before the first is read."""
    for item in inputs:
        if not _is_named(item):
            raise UsageError("With --jsonl, name a file that exists, or - for standard input.")
    return (line for item in inputs or ("-",) for line in _lines(item))


def _is_named(item: str) -> bool:
    try:
        is_file = Path(item).is_file()
    except (OSError, ValueError):  # longer than a file name may be, or with a zero byte: a text
        is_file = False
    if not is_file and re.fullmatch(r"\S+\.(txt|text|md|jsonl?|html?)", item):
        # A misspelt file name must not be read as a harmless text.
        raise UsageError(f"There is no file {item} here.")
    return is_file or item == "-"


def _lines(item: str) -> Iterator[bytes]:
    if item == "-":
        _refuse_terminal()
        yield from sys.stdin.buffer
    else:
        with Path(item).open("rb") as file:
            yield from file


def _decoded(item: str) -> str:
    try:
        return b"".join(_lines(item)).decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        source = "Standard input" if item == "-" else item
        raise UsageError(f"{source} is not UTF-8 text (byte {wrong.start + 1}): save it as UTF-8.") from wrong


def _refuse_terminal() -> None:
    if sys.stdin.isatty():
        raise UsageError('Give a text between quotes, or a file, for example: porte-parole check "Entre nous…"')
