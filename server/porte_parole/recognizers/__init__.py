"""Finds what words alone cannot say: one module per recognizer, found by its name, none of which knows the others.

A recognizer module has `recognize(document, company)`. Adding a recognizer is adding a file; rules of kind
`recognizer` turn it on and give it words. Values found are never shown, logged or kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.figures import bare, is_named, starts_inside

NAMES = tuple(sorted(module.name for module in iter_modules(__path__)))
"""Every recognizer that can be used today, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something recognized; offsets are code points of `document.text`, half-open."""

    start: int
    end: int
    sureness: float  # 0 to 1, multiplies the rule's confidence
    evidence: str  # the reason's name: "checksum", "numbering plan", "form" …
    validated: bool = False  # a checksum proves it


Recognizer = Callable[[Document, Company], Iterator[Sighting]]


def recognizer_named(name: str) -> Recognizer:
    """The recognizer of that name. Raises KeyError when there is none."""
    if name not in NAMES:
        raise KeyError(name)
    recognize: Recognizer = import_module(f"{__name__}.{name}").recognize
    return recognize


@dataclass(frozen=True, slots=True)
class CheckedNumber:
    """A recognizer of numbers whose check digits hold: an instance of it is a module's `recognize`.

    `form` begins with the number's first digit or letter, so that a text without any is passed over at once.
    """

    form: re.Pattern[str]  # the number as people write it, gaps included
    is_valid: Callable[[str], bool]  # asked with letters and digits only, letters in capitals
    cues: frozenset[str]  # words that say what the number is
    alone: re.Pattern[str] | None = None  # how it is written when it needs no cue; None: it always needs one

    def __call__(self, document: Document, company: Company) -> Iterator[Sighting]:
        """Every number that is valid, and either written in its own way or named."""
        for match in self.form.finditer(document.text):
            start, end = match.span()
            if starts_inside(document.text, start) or not self.is_valid(bare(match.group())):
                continue
            if (self.alone and self.alone.fullmatch(match.group())) or is_named(document, start, end, self.cues):
                yield Sighting(start, end, 1.0, "checksum", validated=True)
