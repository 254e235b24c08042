"""Finds full birth dates: day, month and year, and a word that says birth. A date alone is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.reading.dates import FullDate, full_dates
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_LABEL = r"date\ de\ naissance|ddn(?!\w)|d\.?o\.?b(?!\w)|date\ of\ birth|birth\ ?date|geboortedatum|geburtsdatum"
_NAMED = re.compile(rf"(?<!\w)(?:{_LABEL})", re.VERBOSE | re.IGNORECASE)
_BIRTH = re.compile(
    rf"""(?<!\w)(?: {_LABEL} | née?s?(?!\w) | nee?\ le | naissance | anniv | born(?!\w) | birthday | b-?day
      | geboren | verjaardag | geburtstag | geb\. )""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE, _AFTER = 35, 40  # code points in which the date must be called a birth
_NEARBY = 60  # code points on each side that tell whose birth it is
_PRIVATE, _PUBLIC = word_set("recognizers", "private_persons"), word_set("recognizers", "public_figures")
_OLDEST = 1915
"""Who was born earlier is history, not somebody who could be harmed."""


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every birth date that is the writer's, a private person's, or written as on a form."""
    for day in full_dates(document):
        if day.year >= _OLDEST and _is_birth(document, day) and _is_private(document, day):
            yield Sighting(day.start, day.end, 1.0, "form")


def _is_birth(document: Document, day: FullDate) -> bool:
    before = _BIRTH.search(document.text, max(0, day.start - _BEFORE), day.start)
    # After the date only its name counts: "on 04/03/1982 the brand was born" is no birth date.
    return before is not None or _NAMED.search(document.text, day.end, day.end + _AFTER) is not None


def _is_private(document: Document, day: FullDate) -> bool:
    """Encyclopedias spell the month out and say what the person is known for; forms and posts do not."""
    near = day.start - _NEARBY, day.end + _NEARBY
    if document.has_word(_PUBLIC, *near):
        return False
    sentence = document.sentence_at(day.start)
    opening = _BIRTH.match(document.text, sentence.start) is not None  # "Né le 4 mars 1982": the writer
    named = _NAMED.search(document.text, max(0, near[0]), near[1]) is not None
    return named or opening or not day.spelled or document.has_word(_PRIVATE, *near)
