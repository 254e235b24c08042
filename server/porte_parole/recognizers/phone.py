"""Finds phone numbers of persons by the countries' numbering plans; service numbers are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_COUNTRIES = ("FR", "BE", "GB", "NL", "DE", "LU", "CH", "US")
"""Whose national forms are known where the company profile names no countries."""

_NO_TRUNK = frozenset(("LU", "US", "CA", "ES", "IT", "PT", "DK", "NO", "PL", "CZ", "GR", "MC"))
"""Countries whose national numbers need no 0 in front."""

_MOST = 50
"""Candidates looked at in one post; what comes after is a table, not a conversation."""

_CANDIDATE = re.compile(r"(?<![\w.,/+-])(?:\+|00)?(?:\(\d{1,5}\) ?)?\d(?:[ ./()-]{0,3}\d){6,16}(?![\w%€$£]|[.,]\d)")
_DATE = re.compile(
    r"""(?:19|20)\d\d[./-]\d\d?[./-]\d\d?(?!\d) | (?:19|20)\d\d\ ?[-/]\ ?(?:19|20)\d\d\Z
      | \d\d?/\d\d?/\d\d(?!\d) | \d\d?[./-]\d\d?[./-](?:\d\d\Z|(?:19|20)\d\d(?!\d))""",
    re.VERBOSE,
)
_SERIAL = re.compile(r"(?<![A-Z])[A-Z]{2}\d{2}[A-Z\d .-]{0,30}\Z")  # an IBAN or a policy number goes on here
_AMERICAN = re.compile(r"\d{3}[-.]\d{3}[-.]\d{4}")

_PERSONAL = frozenset(
    getattr(PhoneNumberType, name)
    for name in ("FIXED_LINE", "MOBILE", "FIXED_LINE_OR_MOBILE", "PERSONAL_NUMBER", "VOIP", "PAGER")
)
# Kept free for films (Arcep 2010, Ofcom drama numbers): seen as real, so that examples and lessons can use them.
_FICTION = re.compile(r"33(?:19900|26191|35301|46571|53649|63998)\d{4}|447700900\d{3}|1\d{3}55501\d{2}")

_CUES, _REFERENCES, _PUBLIC = (word_set("recognizers", key) for key in ("phone_cues", "references", "public_lines"))
_NEARBY = 40  # code points on each side in which a word tells whose digits these are
_JUST_BEFORE = 16  # code points before the digits in which a word tells that they are no phone number


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every number that is in use, or could be, in one of the company's countries or with an international prefix."""
    countries = company.countries or _COUNTRIES
    for match in islice(_CANDIDATE.finditer(document.text), _MOST):
        start, end = match.span()
        has_cue = document.has_word(_CUES, start - _NEARBY, end + _NEARBY)
        if _is_something_else(document, match, has_cue):
            continue
        stop = _valid_end(document.text, start, end, countries, has_cue)
        if stop is not None:
            yield Sighting(start, stop, 1.0 if has_cue else 0.9, "numbering plan")


def _is_something_else(document: Document, match: re.Match[str], has_cue: bool) -> bool:
    """A date, the rest of an account number, a reference, a public line, or part of an address."""
    start, end = match.span()
    return (
        _DATE.match(match.group()) is not None
        or _SERIAL.search(document.text, max(0, start - 34), start) is not None
        or (not has_cue and document.has_word(_REFERENCES, start - _JUST_BEFORE, start))
        or document.has_word(_PUBLIC, start - _NEARBY, end + _NEARBY)
        or document.inside_address(start, end)
    )


def _valid_end(text: str, start: int, end: int, countries: tuple[str, ...], has_cue: bool) -> int | None:
    """Where the number ends, by the first country it fits; a postcode or another number may follow it after a blank."""
    stops = [
        stop
        for stop in range(end, start + 7, -1)
        if text[stop - 1].isdigit() and not (stop < len(text) and text[stop].isdigit())
    ]
    international = text[start] == "+"
    regions = (None,) if international else countries[:1] if text.startswith("00", start) else countries
    fitting = (stop for region in regions for stop in stops if _is_personal(text[start:stop], region, has_cue))
    return next(fitting, None)


def _is_personal(written: str, region: str | None, has_cue: bool) -> bool:
    # Bare digits are a phone number only where no 0 is needed, and when a word or the American form says so.
    if written[0] not in "+0(" and not (region in _NO_TRUNK and (has_cue or _AMERICAN.fullmatch(written))):
        return False
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    return _is_fiction(number) or phonenumbers.number_type(number) in _PERSONAL


def _is_fiction(number: PhoneNumber) -> bool:
    return _FICTION.fullmatch(f"{number.country_code}{number.national_number}") is not None
