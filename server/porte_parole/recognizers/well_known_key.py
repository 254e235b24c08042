"""Finds keys and tokens by the format their provider gives them: AWS, GitHub, Slack, private keys in PEM and others."""

from __future__ import annotations

from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.key_formats import well_known_keys
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every key of a format in words/key_formats.json; placeholders are left out."""
    for start, end in well_known_keys(document.text):
        yield Sighting(start, end, 1.0, "key format")
