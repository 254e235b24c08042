"""Full dates, with day, month and year, in figures or spelled out in fr, en, nl and de."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from porte_parole.characters.folding import fold
from porte_parole.reading.document import Document
from porte_parole.reading.figures import starts_inside
from porte_parole.words import word_lists

_MONTHS = frozenset(name for line in word_lists("recognizers")["months"].values() for name in line.split())
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\w)"
_IN_FIGURES = (
    re.compile(r"[0-9]\d?(?P<sign> ?[./-] ?| )[01]?\d(?P=sign)(?P<year>(?:19|20)?\d\d)(?![\w-]|[./]\d)"),
    re.compile(r"(?P<year>[12][09]\d\d)-[01]\d-[0-3]\d(?![\w-])"),
)
_SPELLED = re.compile(rf"[0-9]\d?(?:er|st|nd|rd|th|e|\.)?,? (?:of |de )?(?P<month>[^\W\d_]{{3,12}})\.?,? {_YEAR}")
_MONTH_FIRST = re.compile(rf"[0-9]\d?(?:st|nd|rd|th)?,? {_YEAR}")
_WORD_BEFORE = re.compile(r"(?P<month>[^\W\d_]{3,12})\.? \Z")
_CENTURY_BREAK = 25  # "24" is 2024, "79" is 1979


class FullDate(NamedTuple):
    """A day of a year; offsets are code points of `document.text`, half-open."""

    start: int
    end: int
    year: int
    spelled: bool  # the month is a word


def full_dates(document: Document) -> Iterator[FullDate]:
    """Every full date, those in figures first; nothing says that the day exists."""
    for form in _IN_FIGURES:
        for match in form.finditer(document.text):
            if not starts_inside(document.text, match.start()):
                yield FullDate(*match.span(), _year(match["year"]), spelled=False)
    for match in _SPELLED.finditer(document.text):
        if is_month(match["month"]) and not starts_inside(document.text, match.start()):
            yield FullDate(*match.span(), int(match["year"]), spelled=True)
    for match in _MONTH_FIRST.finditer(document.text):
        before = _WORD_BEFORE.search(document.text, max(0, match.start() - 14), match.start())
        if before and is_month(before["month"]):
            yield FullDate(before.start(), match.end(), int(match["year"]), spelled=True)


def is_month(word: str) -> bool:
    """Whether `word` is the name of a month, or short for one, in any letter case."""
    return fold(word).text in _MONTHS


def _year(written: str) -> int:
    year = int(written)
    return year if year > 99 else year + (2000 if year <= _CENTURY_BREAK else 1900)
