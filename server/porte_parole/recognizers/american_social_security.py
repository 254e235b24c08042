"""Finds American social security numbers (SSN): no check digit, so that a word must say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.us import ssn

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.figures import bare, is_named, starts_inside
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_FORM = re.compile(r"[0-9][0-9]{2}([ .-]?)[0-9]{2}\1[0-9]{4}(?![^\W_])")
_CUES = word_set("recognizers", "american_number_cues")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every number that could have been issued, with one of its words nearby."""
    for match in _FORM.finditer(document.text):
        start, end = match.span()
        issued = not starts_inside(document.text, start) and ssn.is_valid(bare(match.group()))
        if issued and is_named(document, start, end, _CUES):
            yield Sighting(start, end, 1.0, "form")
