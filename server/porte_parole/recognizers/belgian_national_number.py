"""Finds Belgian national numbers (NISS, INSZ) and BIS numbers by their date and check digits."""

from __future__ import annotations

import re

from stdnum.be import bis, nn

from porte_parole.reading.figures import GAP
from porte_parole.recognizers import CheckedNumber
from porte_parole.words import word_set


def _is_valid(number: str) -> bool:
    return bool(nn.is_valid(number) or bis.is_valid(number))


recognize = CheckedNumber(
    form=re.compile(
        rf"[0-9][0-9]{GAP}?[0-9]{{2}}{GAP}?[0-9]{{2}}(?:{GAP}|/){{0,3}}[0-9]{{3}}(?:{GAP}|/){{0,2}}[0-9]{{2}}(?![^\W_])"
    ),
    is_valid=_is_valid,
    cues=word_set("recognizers", "belgian_number_cues"),
    # A month in place, in groups or in one piece: one such number of eleven digits in a thousand is valid by chance.
    # A BIS number (month + 20 or + 40) in one piece may be a telephone number: it needs a word.
    alone=re.compile(
        rf"[0-9]{{2}}(?:[01][0-9][0-3][0-9][0-9]{{5}}"
        rf"|{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}(?:{GAP}|/){{1,3}}[0-9]{{3}}(?:{GAP}|/){{1,2}}[0-9]{{2}})"
    ),
)
"""See `CheckedNumber`."""
