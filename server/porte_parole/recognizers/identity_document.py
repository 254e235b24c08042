"""Finds numbers of passports, identity cards and driving licences, after the word that names the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.be import eid

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.figures import bare
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_BELGIAN_CARD = re.compile(r"[0-9]{3}-[0-9]{7}-[0-9]{2}(?![\w-])")
_AFTER = re.compile(r"[^.!?\n]{0,30}?(?<![\w.,/+-])(?P<number>(?=(?:[A-Z]*[0-9]){5})[A-Z0-9]{7,16})(?![\w-]|[.,]\d)")
_PHONE = re.compile(r"0[0-9]{9}|[12][0-9]{7}")  # a telephone number, or a date in one piece
_NAMES = word_set("recognizers", "document_words")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every number that follows its document's name in the same sentence; a Belgian card by its check digits alone."""
    text = document.text
    if not re.search("[0-9]", text):
        return
    for match in _BELGIAN_CARD.finditer(text):
        if not text[match.start() - 1 : match.start()].isalnum() and eid.is_valid(bare(match.group())):
            yield Sighting(*match.span(), 1.0, "checksum", validated=True)
    done = 0
    for word in document.words:
        number = _AFTER.match(text, word.end) if word.folded in _NAMES and word.start >= done else None
        if number and not _PHONE.fullmatch(number["number"]):
            done = number.end()
            yield Sighting(*number.span("number"), 1.0, "form")
