"""Finds bank account numbers (IBAN) whose check digits hold, written in one piece or in groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from string import ascii_uppercase

from stdnum import iban, numdb

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting

# Country, check digits, then 11 to 30 letters or digits with single separators (ISO 13616: at most 34 characters).
_START = re.compile(r"(?<![^\W_])[A-Za-z]{2}[ ]?\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}")
_BETWEEN = re.compile(r"[ .-]")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every valid IBAN, without the words that follow it."""
    for match in _START.finditer(document.text):
        end = _expected_end(match.group())
        if end is None:
            continue
        end += match.start()
        goes_on = end < len(document.text) and document.text[end].isalnum()
        if not goes_on and _is_valid(document.text[match.start() : end]):
            yield Sighting(match.start(), end, 1.0, "checksum", validated=True)


def _is_valid(written: str) -> bool:
    # Lists of bank codes age, so a bank nobody knows is accepted: length and check digits are proof enough.
    return iban.is_valid(_BETWEEN.sub("", written), check_country=False)


def _expected_end(written: str) -> int | None:
    """Where the number ends by its country's length; None: no such country, or too short."""
    length = _lengths().get(written[:2].upper(), 0)
    places = [index for index, char in enumerate(written) if char.isalnum()]
    return places[length - 1] + 1 if 0 < length <= len(places) else None


@cache
def _lengths() -> dict[str, int]:
    """Country -> characters of its IBANs, from the registry that python-stdnum carries ("3!n7!n2!n" is 12, and 4)."""
    registry = numdb.get("iban")
    found = {}
    for first, second in product(ascii_uppercase, repeat=2):
        structure = registry.info(first + second)[0][1].get("bban")
        if structure:
            found[first + second] = 4 + sum(int(size) for size in re.findall(r"(\d+)!", structure))
    return found
