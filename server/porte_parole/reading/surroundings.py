"""What the words around a place tell of it: somebody's home, a person, or a house open to the public."""

from __future__ import annotations

import re

from porte_parole.reading.document import Document
from porte_parole.words import word_set

_HOME, _PERSON, _BUSINESS = (word_set("recognizers", key) for key in ("home_words", "person_words", "business_words"))
_AT_HOME = re.compile(
    r"""chez\ (?:moi|nous|elle|lui|eux) | on\ vous\ attend | (?:mon|notre|nouvelle)\ adresse | adresse\ (?:perso|privée)
      | my\ (?:place|address) | new\ place | our\ (?:place|address) | new\ address | at\ (?:mine|ours)
      | pop\ (?:round|over) | (?:i|we)(?:'ve|\ have)?\ (?:just\ )?moved
      | bij\ (?:mij|ons) | (?:mijn|ons|nieuw)\ adres | bei\ (?:mir|uns) | (?:meine|unsere|neue)\ adresse""",
    re.VERBOSE | re.IGNORECASE,
)
_NEARBY = 90  # code points on each side: a sentence or two


def is_home(document: Document, start: int, end: int) -> bool:
    """Whether a home or a person is spoken of near [start, end)."""
    near = start - _NEARBY, end + _NEARBY
    said = _AT_HOME.search(document.text, max(0, near[0]), near[1]) is not None
    return said or document.has_word(_HOME | _PERSON, *near)


def is_business(document: Document, start: int, end: int) -> bool:
    """Whether a house open to the public is spoken of near [start, end), not inside: "rue de l'École" is no school."""
    before, after = (start - _NEARBY, start), (end, end + _NEARBY)
    return document.has_word(_BUSINESS, *before) or document.has_word(_BUSINESS, *after)
