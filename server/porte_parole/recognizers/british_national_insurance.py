"""Finds British National Insurance numbers (NINO): no check digit, so that the form or a word must be sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.figures import bare, is_named, starts_inside
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_FORM = re.compile(r"[A-Za-z]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[A-Da-d](?![^\W_])")
# Letters that are never issued. Source: HMRC manual NIM39110, "Format and security" (general knowledge).
_ISSUED = re.compile(r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]")
_SPECIMEN = "QQ"  # the prefix of every published example
_IN_GROUPS = re.compile(r"[A-Z]{2} \d{2} \d{2} \d{2} [A-D]")
_CUES = word_set("recognizers", "british_number_cues")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every number that could have been issued and is in groups or named; a specimen when it is named."""
    if not re.search("[0-9]", document.text):
        return
    for match in _FORM.finditer(document.text):
        start, end = match.span()
        if starts_inside(document.text, start):
            continue
        number = bare(match.group())
        issued = _ISSUED.match(number) is not None
        named = (issued or number.startswith(_SPECIMEN)) and is_named(document, start, end, _CUES)
        if named or (issued and _IN_GROUPS.fullmatch(match.group())):
            yield Sighting(start, end, 1.0 if named else 0.8, "form")
