"""Finds French social security numbers (NIR): sex, month, department and, where written, the key modulo 97."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.fr import nir

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.figures import GAP, bare, is_named, starts_inside
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_FORM = re.compile(
    rf"""(?P<number> [1-478](?:{GAP}?[0-9]){{4}}{GAP}?(?:[0-9]{GAP}?[0-9]|2[ABab])(?:{GAP}?[0-9]){{6}} )
         (?P<key> (?:{GAP}|[/,;(]){{0,3}}(?:[Cc]l[ée]\ ?:?\ ?)?[0-9]{{2}}(?![^\W_]) )?""",
    re.VERBOSE,
)
# Sex, year, month (20 and more: unknown), department, commune, order. Source: INSEE, arrêté of 22 January 1982 (general
# knowledge, checked against python-stdnum's examples).
_PARTS = re.compile(r"[1-478]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:0[1-9]|[1-9]\d|2[AB])(?!000)\d{3}(?!000)\d{3}")
_IS_KEY = re.compile(rf"(?:{GAP}|/|[ ,]*[Cc]l[ée])")
_IN_GROUPS = re.compile(rf"\d({GAP})\d\d\1\d\d\1(?:\d\d|2[ABab])\1\d{{3}}\1\d{{3}}")
_CUES = word_set("recognizers", "french_number_cues")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every number with a valid key; those written without a key where they are named or in their own groups."""
    for match in _FORM.finditer(document.text):
        start, end = match.span("number")
        number, key = bare(match["number"]), match["key"]
        if starts_inside(document.text, start) or not _PARTS.fullmatch(number):
            continue
        if key and nir.is_valid(number + key[-2:]):
            yield Sighting(start, match.end("key"), 1.0, "checksum", validated=True)
        elif document.text[end : end + 1].isalnum() or _IS_KEY.match(key or ""):
            continue  # a wrong key, or another number
        elif is_named(document, start, end, _CUES):
            yield Sighting(start, end, 0.9, "form")
        elif _IN_GROUPS.fullmatch(match["number"]):
            yield Sighting(start, end, 0.7, "form")
