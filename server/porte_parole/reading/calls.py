"""What the words around some digits tell of them as a telephone number: whose, or that they are something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from porte_parole.reading.document import Document
from porte_parole.words import word_set

_CALLS, _NUMBERS, _POSSESSIVES = (word_set("recognizers", key) for key in ("phone_cues", "number_words", "possessives"))
_REFERENCES, _COMPANY = word_set("recognizers", "references"), word_set("recognizers", "company_numbers")
_LINES, _PLACES, _PRIVATE = (word_set("recognizers", key) for key in ("public_lines", "public_places", "private_lines"))
_RECEIVER = re.compile("[☎✆📞📱📲🤙]\ufe0f?[ :]{0,3}\\Z")
_NEARBY = 40  # code points on each side in which a word tells whose digits these are
_JUST_BEFORE = 25  # code points before the digits in which a word tells what they are


class Around(NamedTuple):
    """What the words nearby tell of digits."""

    called: bool  # calling is spoken of
    owned: bool  # "my number", "son numéro"
    named: bool  # something is called a number
    reference: bool  # an order, a file, a company: no telephone number
    line: bool  # a switchboard or a help line
    place: bool  # a shop or an office: its fixed line is public

    @property
    def expected(self) -> bool:
        """Whether a telephone number is to be expected."""
        return self.called or self.named


def around(document: Document, start: int, end: int) -> Around:
    """What the words around [start, end) tell."""
    near, just_before = (start - _NEARBY, end + _NEARBY), (start - _JUST_BEFORE, start)
    called = _RECEIVER.search(document.text, max(0, start - 6), start) is not None or document.has_word(_CALLS, *near)
    named = document.has_word(_NUMBERS, *near)
    private = document.has_word(_PRIVATE, *near)
    referred = document.has_word(_REFERENCES, *just_before) and not document.has_word(_CALLS, *just_before)
    return Around(
        called=called,
        owned=named and document.has_word(_POSSESSIVES, *near),
        named=named,
        reference=referred or (not called and document.has_word(_COMPANY, *near)),
        line=not private and document.has_word(_LINES, *near),
        place=not private and document.has_word(_PLACES, *just_before),
    )
