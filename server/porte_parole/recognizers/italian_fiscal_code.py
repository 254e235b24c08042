"""Finds Italian fiscal codes (codice fiscale): letters, birth date, place and a check letter."""

from __future__ import annotations

import re

from stdnum.it import codicefiscale

from porte_parole.recognizers import CheckedNumber

_FORM = re.compile(r"[A-Z][A-Z]{5} ?[0-9]{2} ?[A-Z][0-9]{2} ?[A-Z][0-9]{3} ?[A-Z](?![^\W_])")

recognize = CheckedNumber(form=_FORM, is_valid=codicefiscale.is_valid, cues=frozenset(), alone=_FORM)
"""See `CheckedNumber`."""
