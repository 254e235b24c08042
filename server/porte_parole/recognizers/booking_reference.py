"""Finds booking references of journeys: with one and a name, anybody can change or cancel the trip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

# Six letters and digits (passenger name record, IATA Resolution 830); flight numbers are public.
_AFTER = re.compile(
    r"""[^.!?\n]{0,20}?(?<![\w.,/+#-])(?P<code>
          (?=[A-Z]*[0-9])(?=[0-9]*[A-Z])(?![A-Z]{2}[0-9]{3,4}(?!\w))[A-Z0-9]{6} | (?<=[:°]\ )[A-Z]{6}
        )(?![\w-])""",
    re.VERBOSE,
)
_LETTERS = re.compile(r" (?P<code>[A-Z]{6})(?![\w-])")
_BOOKINGS, _JOURNEYS = word_set("recognizers", "booking_words"), word_set("recognizers", "journey_words")
_NAMES = _BOOKINGS | word_set("recognizers", "reference_words")
_REFERENCES, _PROMOTIONS = (word_set("recognizers", key) for key in ("reference_words", "promotion_words"))


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every code that follows a booking's name, or a reference's name where a journey is spoken of."""
    done = 0
    for word in document.words:
        if word.folded not in _NAMES or word.start < done:
            continue
        booked = word.folded in _BOOKINGS or document.has_word(_JOURNEYS | _BOOKINGS, 0, len(document.text))
        # Six capitals may be a word that is shouted, unless they follow "ref" or "code" at once.
        code = _AFTER.match(document.text, word.end) or (
            _LETTERS.match(document.text, word.end) if word.folded in _REFERENCES else None
        )
        if booked and code and not document.has_word(_PROMOTIONS, word.start, code.end()):
            done = code.end()
            yield Sighting(*code.span("code"), 1.0, "form")
