"""Finds German tax identification numbers (Steuer-ID): eleven digits, a check digit, and a word that says so."""

from __future__ import annotations

import re

from stdnum.de import idnr

from porte_parole.reading.figures import GAP
from porte_parole.recognizers import CheckedNumber
from porte_parole.words import word_set

recognize = CheckedNumber(
    form=re.compile(rf"[1-9](?:(?:{GAP}|/)?[0-9]){{10}}(?![^\W_])"),
    is_valid=idnr.is_valid,
    cues=word_set("recognizers", "german_number_cues"),  # amounts are written in the same groups
)
"""See `CheckedNumber`."""
