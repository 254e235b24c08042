"""Finds Luxembourg national identification numbers: a birth date, three digits, and two check digits.

Source: the first check digit is Luhn's, the second Verhoeff's, each over the first eleven (CTIE, "Numéro
d'identification national à 13 chiffres", 2014; general knowledge).
"""

from __future__ import annotations

import re

from stdnum import luhn, verhoeff

from porte_parole.reading.figures import GAP
from porte_parole.recognizers import CheckedNumber
from porte_parole.words import word_set

_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")


def _is_valid(number: str) -> bool:
    dated = _DATE.match(number) is not None
    return dated and bool(luhn.is_valid(number[:12]) and verhoeff.is_valid(number[:11] + number[12]))


recognize = CheckedNumber(
    form=re.compile(rf"[12](?:{GAP}?[0-9]){{12}}(?![^\W_])"),
    is_valid=_is_valid,
    cues=word_set("recognizers", "luxembourg_number_cues"),
    alone=re.compile(rf"[0-9]{{13}}|[0-9]{{4}}{GAP}?[0-9]{{4}}{GAP}?[0-9]{{3}}{GAP}?[0-9]{{2}}"),
)
"""See `CheckedNumber`."""
