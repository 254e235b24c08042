"""Finds Spanish identity numbers (DNI) and those of foreigners (NIE) by their check letter and a word that says so."""

from __future__ import annotations

import re

from stdnum.es import dni, nie

from porte_parole.reading.figures import GAP
from porte_parole.recognizers import CheckedNumber
from porte_parole.words import word_set


def _is_valid(number: str) -> bool:
    return bool(dni.is_valid(number) or nie.is_valid(number))


recognize = CheckedNumber(
    form=re.compile(rf"[0-9XYZxyz]{GAP}?[0-9](?:\.?[0-9]){{6}}{GAP}?[A-Za-z](?![^\W_])"),
    is_valid=_is_valid,
    cues=word_set("recognizers", "spanish_number_cues"),  # one reference of this form in 23 is valid by chance
)
"""See `CheckedNumber`."""
