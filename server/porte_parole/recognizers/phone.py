"""Finds phone numbers of persons by the countries' numbering plans; service numbers are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType

from porte_parole.company import Company
from porte_parole.reading.calls import Around, around
from porte_parole.reading.document import Document
from porte_parole.reading.figures import GAP, starts_inside
from porte_parole.recognizers import Sighting

_COUNTRIES = ("FR", "BE", "GB", "NL", "DE", "LU", "CH", "US")
"""Whose national forms are known, after those of the company profile."""

_NO_TRUNK = frozenset(("LU", "US", "CA", "ES", "IT", "PT", "DK", "NO", "PL", "CZ", "GR", "MC"))
"""Countries whose national numbers need no 0 in front."""

_MOST = 50
"""Candidates looked at in one post; what comes after is a table, not a conversation."""

_CANDIDATE = re.compile(rf"[+(0-9](?:(?:{GAP}|[+()/]){{0,3}}[0-9]){{6,17}}(?![\w%€$£]|[.,][0-9]|-[A-Za-z])")
_CODE = re.compile(r"\(\+? ?[0-9]{1,5}\)")
_DATE = re.compile(
    r"""(?!0\d(?:/\d\d){4}(?!\d))  # five pairs are a phone number
      (?: (?:19|20)\d\d[./-]\d\d?[./-]\d\d?(?!\d) | (?:19|20)\d\d\ ?[-/]\ ?(?:19|20)\d\d\Z
        | \d\d?/\d\d?/\d\d(?!\d) | \d\d?[./-]\d\d?[./-](?:\d\d\Z|(?:19|20)\d\d(?!\d)) )""",
    re.VERBOSE,
)
_SERIAL = re.compile(r"(?<![A-Z])[A-Z]{2}\d{2}[A-Z\d .-]{0,30}\Z")  # an IBAN or a policy number goes on here
_AMERICAN = re.compile(r"\d{3}[-.]\d{3}[-.]\d{4}")
# German numbers have no fixed length: without a word they need an area code with a group of its own.
_GERMAN = re.compile(r"[+(]|00|0[1-9]\d{1,3}[ /.-]{1,3}\d{3}")
# What follows a number in the same run of digits: a postcode, or another number. "05 16 36 48 08 47 47" is a draw.
_NEXT = re.compile(r"[ /.,-]{1,3}(?:\d{4}|[+(]|0(?:\D?\d){8})")

_PERSONAL = frozenset(
    getattr(PhoneNumberType, name)
    for name in ("FIXED_LINE", "MOBILE", "FIXED_LINE_OR_MOBILE", "PERSONAL_NUMBER", "VOIP", "PAGER")
)
# Kept free for films (Arcep 2010, Ofcom drama numbers): seen as real, so that examples and lessons can use them.
_FICTION = re.compile(r"33(?:19900|26191|35301|46571|53649|63998)\d{4}|447700900\d{3}|1\d{3}55501\d{2}")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every number that is in use, or could be, in one of the company's countries or with an international prefix."""
    countries = tuple(dict.fromkeys((*company.countries, *_COUNTRIES)))
    position = 0
    for _ in range(_MOST):
        match = _CANDIDATE.search(document.text, position)
        if match is None:
            return
        # A bracket around the whole number is not part of it, one around its prefix is.
        start = match.start() + (match.group()[0] == "(" and not _CODE.match(match.group()))
        position = match.end()
        words = around(document, start, position)
        if _is_something_else(document, start, position, words):
            continue
        stop = _valid_end(document.text, start, position, countries, words)
        if stop is not None:
            yield Sighting(start, stop, 1.0 if words.expected else 0.9, "numbering plan")
            position = stop


def _is_something_else(document: Document, start: int, end: int, words: Around) -> bool:
    """A date, the rest of another number, a reference, a public line, or part of an address."""
    text = document.text
    before = text[max(0, start - 2) : start]
    return (
        words.reference
        or words.line
        or starts_inside(text, start)
        or (before[:1].isdigit() and before[1:] in {"/", "+", "-"})
        or _DATE.match(text[start:end]) is not None
        or _SERIAL.search(text, max(0, start - 34), start) is not None
        or document.inside_address(start, end)
    )


def _valid_end(text: str, start: int, end: int, countries: Sequence[str], words: Around) -> int | None:
    """Where the number ends, by the first country it fits."""
    stops = [
        stop
        for stop in range(end, start + 7, -1)
        if text[stop - 1].isdigit()
        and not text[stop : stop + 1].isdigit()
        and (stop == end or words.expected or _NEXT.match(text, stop))
    ]
    if text[start] not in "+0(":
        stops = [stop for stop in stops if stop == end]  # without a 0 in front, a part would fit too often
    international = text.startswith(("+", "(+"), start)
    regions = (None,) if international else countries[:1] if text.startswith(("00", "(00"), start) else countries
    fitting = (stop for region in regions for stop in stops if _is_personal(text[start:stop], region, words))
    return next(fitting, None)


def _is_personal(written: str, region: str | None, words: Around) -> bool:
    # Bare digits are a phone number only where no 0 is needed, and when a word or the American form says so.
    if written[0] not in "+0(":
        sure = words.called or words.owned or _AMERICAN.fullmatch(written)
        if not sure or region not in _NO_TRUNK:
            return False
    unsure = region == "DE" and not words.expected and not _GERMAN.match(written)
    if unsure or written.count("(") != written.count(")"):
        return False
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    kind = phonenumbers.number_type(number)
    if words.place and kind != PhoneNumberType.MOBILE:
        return False
    return kind in _PERSONAL or _is_fiction(number)


def _is_fiction(number: PhoneNumber) -> bool:
    return _FICTION.fullmatch(f"{number.country_code}{number.national_number}") is not None
