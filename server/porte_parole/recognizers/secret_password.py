"""Finds passwords that people give away in prose: "mdp : Toto2024!", "the wifi password is Fondue#24".

The plainer a cue leads to a value, the less the value has to look like a password: after a colon a lone word will do,
right after the cue it needs digits or signs, and farther away a sign or a verb must lead to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from porte_parole.characters.folding import fold
from porte_parole.company import Company
from porte_parole.reading.announcing import (
    DENIAL_REACH,
    Piece,
    denies,
    is_advice,
    phrases,
    pieces,
    single_words,
    words_before,
)
from porte_parole.reading.document import Document
from porte_parole.reading.passwords import Way, is_value, looks_chosen
from porte_parole.recognizers import Sighting

_CUES = phrases("passwords", "accounts", "networks", "notes", "systems", "sessions", "openers")
_COMPOUNDS = tuple(single_words("compounds"))
_LINKS, _JOINERS = single_words("links"), single_words("links", "as")
_PASSING, _USERS = single_words("fillers", "systems", "networks"), single_words("login_words")

_REACH = {"passwords": 8, "accounts": 5, "networks": 9, "notes": 6, "systems": 5, "sessions": 6, "openers": 0}
"""Words after a cue of each list in which its value may stand."""

_BEFORE = 6  # words before a cue in which its value may stand
_MOST = 30  # cues looked at in one post; what comes after is a list, not a message
_LEADING = re.compile(r"[:=→>/]+|->|=>")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """At most one value for each cue: the first after it, or else the one that leads to it ("… is the password")."""
    seen: set[int] = set()
    for cue, start, end in islice(_cues(document), _MOST):
        value = _after(document, end, cue)
        if value is None and cue == "passwords":
            value = _before(document, start)
        if value and value.start not in seen and not is_advice(document, value.start, value.end):
            seen.add(value.start)
            yield Sighting(value.start, value.end, 1.0, "password")


def _cues(document: Document) -> Iterator[tuple[str, int, int]]:
    """Every cue: its list, and where it stands. Dutch and German write theirs in one word: "Firmenpasswort"."""
    for place in _CUES.find(document.words):
        yield place.value, document.words[place.first].start, document.words[place.end - 1].end
    for word in document.words:
        if word.folded.endswith(_COMPOUNDS) and word.folded not in _COMPOUNDS:
            yield "passwords", word.start, word.end


def _after(document: Document, start: int, cue: str) -> Piece | None:
    way = Way(cue, user=any(word.folded in _USERS for word in words_before(document, start, _BEFORE)))
    for piece in pieces(document.text, start):
        if _LEADING.match(piece.raw):
            way.lead(signed=True)
        if not piece.text:
            continue
        words = fold(piece.text).text.removesuffix("'s").split("'")
        if not way.signed and all(word in _LINKS for word in words):
            way.lead(signed=False)
            continue
        if any(denies(word) for word in words):
            way.denied = DENIAL_REACH + 1
        if is_value(document, piece, way):
            return piece
        way.step(passing=all(word in _PASSING for word in words))
        if piece.raw.endswith((":", "=")):
            way.lead(signed=True)
        elif way.words > _REACH[cue] or piece.raw[-1] in ".!;…":
            return None
    return None


def _before(document: Document, end: int) -> Piece | None:
    """A value that a verb or "as" joins to the cue after it: "Welcome01 is the default password"."""
    joined = False
    for word in reversed(words_before(document, end, _BEFORE)):
        if denies(word.folded):
            return None
        piece = next(pieces(document.text, word.start), None)
        if joined and piece and looks_chosen(document, piece):
            return piece
        joined = joined or word.folded in _JOINERS
    return None
