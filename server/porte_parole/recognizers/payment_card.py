"""Finds payment card numbers: a network's prefix and length, Luhn's check digit, and the look of a card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.figures import GAP, bare, is_named, starts_inside
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_RUN = re.compile(rf"[0-9](?:{GAP}{{0,2}}[0-9]){{11,39}}")
_GROUP = re.compile(r"[0-9]+")

# Prefixes and lengths: ISO/IEC 7812 issuer ranges as published by the networks (general knowledge, 2024).
_NETWORKS = re.compile(
    r"""
    4\d{12}(?:\d{3}){0,2}                                                    # Visa
  | (?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}       # Mastercard
  | 3[47]\d{13}                                                              # American Express
  | 3(?:0[0-59]|[689]\d)\d{11,16}                                            # Diners Club
  | (?:6011|64[4-9]\d|65\d{2})\d{12}                                         # Discover
  | 35(?:2[89]|[3-8]\d)\d{12} | (?:2131|1800)\d{11}                          # JCB
  | 62\d{14,17}                                                              # UnionPay
  | (?:501[89]|5020|5038|5[678]\d\d|6304|6390|670[369]|6759|676[1-37]|6771)\d{8,15}  # Maestro, Bancontact
    """,
    re.VERBOSE,
)
_NAMED = re.compile(r"[1-6]\d{11,18}|0604\d{8,15}")
"""What may be a card of any network where a word says that it is one."""

_LIKE_A_CARD = re.compile(r"4{3,4}[1-4]?|4{4}3|46[45]")  # lengths of the groups: 4-4-4-4, 4-4-4-4-3, 4-6-5 …
_SHORTEST_BARE, _SHORTEST_IN_GROUPS = 15, 13  # digits; shorter ones are article and company numbers too
_CUES, _REFERENCES = word_set("recognizers", "card_cues"), word_set("recognizers", "parcel_references")
_MOST_GROUPS = 6
_JUST_BEFORE = 24  # code points before the digits in which a word tells that they are no card


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Long numbers of a network unless they are called a reference, short and odd ones where a card is spoken of."""
    for match in _RUN.finditer(document.text):
        if starts_inside(document.text, match.start()):
            continue
        named = is_named(document, *match.span(), _CUES)
        if named or not document.has_word(_REFERENCES, match.start() - _JUST_BEFORE, match.start()):
            for start, end in _cards(document.text, *match.span(), named):
                yield Sighting(start, end, 1.0, "checksum", validated=True)


def _cards(text: str, start: int, end: int, named: bool) -> Iterator[tuple[int, int]]:
    """The cards in a run of groups; a date or another number may stand before or after one."""
    groups = [match.span() for match in _GROUP.finditer(text, start, end)]
    if text[end : end + 1].isalnum():
        groups.pop()
    first = 0
    while first < len(groups):
        lasts = (len(groups), *range(min(len(groups) - 1, first + _MOST_GROUPS), first, -1))
        parts = (groups[first:last] for last in lasts)
        card = next((part for part in parts if _is_card(text, part, named, len(part) == len(groups))), None)
        if card:
            yield card[0][0], card[-1][1]
        first += len(card) if card else 1


def _is_card(text: str, groups: list[tuple[int, int]], named: bool, whole: bool) -> bool:
    """Whether the groups are one card; in odd groups only where one is named and nothing stands beside (`whole`)."""
    digits = bare(text[groups[0][0] : groups[-1][1]])
    if not 12 <= len(digits) <= 19 or len(set(digits)) == 1 or not luhn.is_valid(digits):
        return False
    if len(groups) > 1 and not _LIKE_A_CARD.fullmatch("".join(str(last - first) for first, last in groups)):
        return named and whole and _NAMED.fullmatch(digits) is not None
    if named:
        return _NAMED.fullmatch(digits) is not None
    shortest = _SHORTEST_BARE if len(groups) == 1 else _SHORTEST_IN_GROUPS
    return len(digits) >= shortest and _NETWORKS.fullmatch(digits) is not None
