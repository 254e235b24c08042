"""Finds Dutch citizen service numbers (BSN): nine digits that pass the eleven test, and a word that says so."""

from __future__ import annotations

import re

from stdnum.nl import bsn

from porte_parole.reading.figures import GAP
from porte_parole.recognizers import CheckedNumber
from porte_parole.words import word_set


def _is_valid(number: str) -> bool:
    return len(number) == 9 and bool(bsn.is_valid(number))


recognize = CheckedNumber(
    form=re.compile(rf"[0-9](?:{GAP}?[0-9]){{8}}(?![^\W_])"),
    is_valid=_is_valid,
    cues=word_set("recognizers", "dutch_number_cues"),  # one number of nine digits in eleven is valid by chance
    alone=re.compile(r"[0-9]{4}\.[0-9]{2}\.[0-9]{3}"),
)
"""See `CheckedNumber`."""
