"""Finds exact places: coordinates, map links that carry them, what3words; sure where a home is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.surroundings import is_business, is_home
from porte_parole.recognizers import Sighting

_COORDINATES = re.compile(
    r"""[0-9]\d?(?:
        \.\d{4,8}°?\ ?[NS]?\ ?[,;/\ ]\ ?[+-]?\d{1,3}\.\d{4,8}°?(?:\ ?[EWO](?!\w))?(?!\w|\.\d)
      | °\ ?\d{1,2}['′][^\n]{0,9}[NS][\ ,;]{1,2}\d{1,3}°\ ?\d{1,2}['′][^\n]{0,9}[EWO](?!\w) )""",
    re.VERBOSE,
)
_THREE_WORDS = re.compile(r"///[^\W\d_]{3,20}\.[^\W\d_]{3,20}\.[^\W\d_]{3,20}(?!\w)")
_MAP = re.compile(
    r"""(?:maps\.app\.goo\.gl | goo\.gl/maps | maps\.apple\.com | waze\.com/ul | what3words\.com/ | w3w\.co/
      | google\.[a-z.]{2,6}/maps | maps\.google\. | openstreetmap\.org | osm\.org/go)""",
    re.VERBOSE | re.IGNORECASE,
)


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every exact place; weak alone, since landmarks and meeting points have coordinates too."""
    for start, end in sorted(_places(document)):
        if is_home(document, start, end):
            yield Sighting(start, end, 1.0, "form")
        elif not is_business(document, start, end):
            yield Sighting(start, end, 0.5, "form")


def _places(document: Document) -> Iterator[tuple[int, int]]:
    for address in document.addresses:
        if address.kind == "url" and _MAP.search(document.text, address.start, address.end):
            yield address.start, address.end
    if "///" in document.text:
        yield from (match.span() for match in _THREE_WORDS.finditer(document.text))
    for match in _COORDINATES.finditer(document.text):
        start = match.start() - (document.text[match.start() - 1 : match.start()] in {"+", "-"})
        before = document.text[max(0, start - 1) : start]
        if not (before.isalnum() or before == ".") and not document.inside_address(start, match.end()):
            yield start, match.end()
