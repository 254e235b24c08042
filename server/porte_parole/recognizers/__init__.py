"""Finds what words alone cannot say: one module per recognizer, found by its name, none of which knows the others.

A recognizer module has `recognize(document, company)`. Adding a recognizer is adding a file; rules of kind
`recognizer` turn it on and give it words. Values found are never shown, logged or kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from porte_parole.company import Company
from porte_parole.reading.document import Document

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
