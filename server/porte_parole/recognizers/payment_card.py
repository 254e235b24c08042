"""Finds payment card numbers: a network's prefix and length, Luhn's check digit, and the look of a card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_DIGITS = re.compile(r"(?<![\w.,+-])(?<![A-Z]{2}\d\d )\d(?:[ .-]?\d){12,18}(?![\w-])")

# Prefixes and lengths: ISO/IEC 7812 issuer ranges as published by the networks (general knowledge, 2024).
_NETWORKS = re.compile(
    r"""
    4\d{12}(?:\d{3}){0,2}                                                    # Visa
  | (?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}       # Mastercard
  | 3[47]\d{13}                                                              # American Express
  | 3(?:0[0-59]|[689]\d)\d{11,16}                                            # Diners Club
  | (?:6011|64[4-9]\d|65\d{2})\d{12}                                         # Discover
  | 35(?:2[89]|[3-8]\d)\d{12}                                                # JCB
  | 62\d{14,17}                                                              # UnionPay
  | (?:5018|5020|5038|5893|6304|6703|6759|676[1-3])\d{9,15}                  # Maestro, Bancontact
    """,
    re.VERBOSE,
)
_GROUPED = re.compile(r"\d{4}([ .-])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ .-])\d{6}\2\d{4,5}")
_CUES = word_set("recognizers", "card_cues")
_NEARBY = 60  # code points on each side that count as the card's company


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Numbers written like a card, or with a card's word nearby; a bare run of digits may be any reference."""
    for match in _DIGITS.finditer(document.text):
        end = _valid_end(document.text, *match.span())
        if end is None:
            continue
        start = match.start()
        if _GROUPED.fullmatch(document.text, start, end) or document.has_word(_CUES, start - _NEARBY, end + _NEARBY):
            yield Sighting(start, end, 1.0, "checksum", validated=True)


def _valid_end(text: str, start: int, end: int) -> int | None:
    """Where the number ends; an expiry date or a code may follow it after a blank."""
    for stop in range(end, start + 12, -1):
        if not text[stop - 1].isdigit() or (stop < len(text) and text[stop].isdigit()):
            continue
        digits = re.sub(r"\D", "", text[start:stop])
        if digits.isascii() and _NETWORKS.fullmatch(digits) and len(set(digits)) > 1 and luhn.is_valid(digits):
            return stop
    return None
