"""Whether a piece of prose is a password, by its look and by how a cue leads to it. Where to look is left to others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from porte_parole.characters.folding import fold
from porte_parole.reading.announcing import Piece, pieces, single_words
from porte_parole.reading.document import Document
from porte_parole.secret_values import is_chosen, is_placeholder

_UNLINKED = 2  # words after the cue in which a value may stand that nothing leads to
_LINK_REACH = 4  # words after a sign or a verb in which a value may stand

_UNITS, _NO_VALUES = single_words("units"), single_words("not_values")
_SIGNS = frozenset("!@#$%&*+?=^~_")
_LEET = re.compile(r"[^\W\d_]{2}\d[^\W\d_]{2}")  # Presid3nt
_MIXED = re.compile(r"[^\W\d_]*[a-zß-ÿ][A-ZÀ-Þ][^\W\d_]*")  # LetMeIn
# Names that boxes give their network; the password comes after.
_NETWORK = re.compile(r"(?i:livebox|freebox|bbox|sfr|orange|proximus|telenet|ziggo|kpn|fritz|vodafone|bt|sky|tp)\b.*")


@dataclass
class Way:
    """The way from a cue to a value, as far as it has been read."""

    cue: str  # the list of words/secrets.json it is from: "passwords", "accounts", "networks", …
    user: bool  # a word like "user" or "login" stands before the cue
    words: int = 0  # since the cue, those left out that may always stand between ("of the … account")
    since: int | None = None  # words since a sign or a verb led on; None: nothing has, or too long ago
    signed: bool = False  # a sign stands right before
    denied: int = 0  # words that a "not" still reaches

    def lead(self, signed: bool) -> None:
        """A sign or a verb leads on; a sign also ends what was denied before it."""
        self.since, self.signed = 0, signed
        self.denied = 0 if signed else self.denied - 1

    def step(self, passing: bool) -> None:
        """One more word; `passing`: of those that may always stand between."""
        self.words, self.denied, self.signed = self.words + (not passing), self.denied - 1, False
        self.since = None if self.since in (None, _LINK_REACH) else self.since + 1


def is_value(document: Document, piece: Piece, way: Way) -> bool:
    """Whether `piece` is the value that `way` leads to."""
    if way.denied > 0:
        return False
    if way.cue == "passwords" and way.since == 0 and _is_plain(document, piece, way.signed):
        return True
    if piece.text.isdigit():
        return way.cue == "passwords" and way.words == 0 and 6 <= len(piece.text) <= 10
    return looks_chosen(document, piece) and _is_enough(piece.text, way)


def looks_chosen(document: Document, piece: Piece) -> bool:
    """Whether `piece` has letters with digits or signs, and is no quantity, product, address or tag."""
    address = document.inside_address(piece.start, piece.end)
    return is_chosen(piece.text) and not piece.raw.startswith(("#", "@")) and not address


def _is_enough(text: str, way: Way) -> bool:
    """Whether `text`, which looks like a password, is one, given its cue: a vague cue asks for more."""
    signs, digits = any(char in _SIGNS for char in text), sum(char.isdigit() for char in text)
    plain = digits > 0 and (signs or _LEET.search(text) is not None)
    if way.cue in ("notes", "sessions"):
        return plain
    if way.cue == "openers":
        return way.words == 0
    if way.cue == "systems":
        return plain and way.since is not None
    if way.cue == "networks":
        return plain or (way.since is not None and not _NETWORK.fullmatch(text))
    if way.since is not None:
        return True
    return way.words < _UNLINKED and (signs or (digits >= 2 and (way.cue == "passwords" or way.user)))


def _is_plain(document: Document, piece: Piece, signed: bool) -> bool:
    """Whether a weaker value passes right after a sign or a verb: digits, inner capitals, quotes, a lone last word."""
    text = piece.text
    if is_placeholder(text) or fold(text).text in _NO_VALUES:
        return False
    if text.isdigit():
        following = next(pieces(document.text, piece.end), None)
        return 4 <= len(text) <= 12 and not (following and fold(following.text).text in _UNITS)
    if piece.is_quoted or (_MIXED.fullmatch(text) and len(text) >= 6):
        return True
    rest = document.text[piece.end :].lstrip("\"'”»)]")
    lone = not rest.strip() or rest[0] in "\n,.;)!/"
    return signed and lone and text.replace("-", "").isalpha() and len(text) >= 4
