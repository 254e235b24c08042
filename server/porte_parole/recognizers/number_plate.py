"""Finds vehicle number plates of fr, be, gb, nl and de, in a form of their own or where a plate is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.figures import is_named, starts_inside
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

# Letters that are never used: I, O and U in France (arrêté of 9 February 2009), I, Q and Z in Britain (DVLA INF104).
_FR, _GB = "[A-HJ-NP-TV-Z]", "[A-HJ-PR-Y]"
_FRENCH = re.compile(rf"{_FR}{_FR}-[0-9]{{3}}-{_FR}{{2}}(?![\w-])")
_BELGIAN = re.compile(r"[1-9]-[A-Z]{3}-[0-9]{3}(?![\w-])")
_OF_A_VEHICLE = re.compile(
    rf"""(?: {_FR}{{2}}\ ?[0-9]{{3}}\ ?{_FR}{{2}} | [1-9]\ ?[A-Z]{{3}}\ ?[0-9]{{3}}
           | {_GB}{{2}}[0-9]{{2}}[ -]?{_GB}{{3}} )(?![\w-])""",  # GB since 2001
    re.VERBOSE,
)
_CALLED_A_PLATE = re.compile(
    r"""(?: [A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2}[ -]?[0-9]{1,4}[EH]?                                  # DE
        | (?:[A-Z]{1,3}|[0-9]{1,3})-(?:[A-Z]{2,3}|[0-9]{2,3})-(?:[A-Z]{1,2}|[0-9]{1,2})    # NL
        | [0-9]{1,4}\ ?[A-Z]{2,3}\ ?[0-9]{2} | [A-Z][0-9]{1,3}\ ?[A-Z]{3}                      # FR, GB before
        | [A-Z]{3}[ -]?[0-9]{3} | [0-9]{3}[ -]?[A-Z]{3}                                       # BE until 2010
        )(?![\w-])""",
    re.VERBOSE,
)
_PLATES, _VEHICLES = word_set("recognizers", "plate_words"), word_set("recognizers", "vehicle_words")
_SPOKEN_OF = ((_OF_A_VEHICLE, _PLATES | _VEHICLES), (_CALLED_A_PLATE, _PLATES))


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every plate; one in its country's own form is less sure when no vehicle is spoken of."""
    if not re.search("[0-9]", document.text):
        return
    seen: list[tuple[int, int]] = []
    for start, end in _spans(document, _FRENCH, _BELGIAN):
        seen.append((start, end))
        yield Sighting(start, end, 1.0 if is_named(document, start, end, _PLATES | _VEHICLES) else 0.75, "form")
    if document.has_word(_PLATES | _VEHICLES, 0, len(document.text)):
        for form, cues in _SPOKEN_OF:
            for start, end in _spans(document, form):
                if is_named(document, start, end, cues) and not any(a < end and start < b for a, b in seen):
                    seen.append((start, end))
                    yield Sighting(start, end, 1.0, "form")


def _spans(document: Document, *forms: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for form in forms:
        for match in form.finditer(document.text):
            if not starts_inside(document.text, match.start()):
                yield match.span()
