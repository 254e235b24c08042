"""Finds Swiss social security numbers (AHV, AVS): 756, nine digits and a check digit."""

from __future__ import annotations

import re

from stdnum.ch import ssn

from porte_parole.reading.figures import GAP
from porte_parole.recognizers import CheckedNumber
from porte_parole.words import word_set

recognize = CheckedNumber(
    form=re.compile(rf"756(?:{GAP}?[0-9]){{10}}(?![^\W_])"),
    is_valid=ssn.is_valid,
    cues=word_set("recognizers", "swiss_number_cues"),
    alone=re.compile(
        rf"756(?:{GAP}?[0-9]{{4}}){{2}}{GAP}?[0-9]{{2}}"
    ),  # no product code begins with 756 (GS1 prefixes)
)
"""See `CheckedNumber`."""
