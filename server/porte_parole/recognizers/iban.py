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
from porte_parole.reading.figures import GAP, bare
from porte_parole.recognizers import Sighting

_CHECK_DIGITS = re.compile(r"[0-9](?:(?<=[A-Za-z]{2}[0-9])|(?<=[A-Za-z]{2} [0-9]))[0-9]")
_IMPOSSIBLE = ("00", "01", "99")  # 98 less a remainder of 97 gives 02 to 98 (ISO 13616)
# 11 to 30 letters or digits after the check digits (ISO 13616: at most 34 characters).
_REST = re.compile(rf"(?:{GAP}{{0,2}}[A-Za-z0-9]){{11,30}}")
_NAME = re.compile(r"(?:iban|rib)\Z", re.IGNORECASE)


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every valid IBAN, without the words that follow it."""
    text = document.text
    for match in _CHECK_DIGITS.finditer(text):
        start = match.start() - (3 if text[match.start() - 1] == " " else 2)
        rest = _REST.match(text, match.end())
        length = _length(text[start : rest.end()]) if rest and _begins(text, start) else None
        if length is None or text[start + length : start + length + 1].isalnum():
            continue
        end = start + length
        # Lists of bank codes age, so a bank nobody knows is accepted: length and check digits are proof enough.
        if match.group() not in _IMPOSSIBLE and iban.is_valid(bare(text[start:end]), check_country=False):
            yield Sighting(start, end, 1.0, "checksum", validated=True)


def _begins(text: str, start: int) -> bool:
    """Whether no word goes on here, but for the number's own name: "IBANFR76…"."""
    return not text[start - 1 : start].isalnum() or _NAME.search(text, max(0, start - 4), start) is not None


def _length(written: str) -> int | None:
    """Code points of the number by its country's length, gaps included; None: no such country, or too short."""
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
