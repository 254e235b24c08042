"""Finds postal addresses of homes; those of shops, offices and events are public and are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.postal import postal_addresses
from porte_parole.reading.surroundings import is_business, is_home
from porte_parole.recognizers import Sighting


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every address, sure where a home or a person is spoken of; one alone, of which nothing tells, is weak."""
    addresses = list(postal_addresses(document))
    for start, end, full in addresses:
        business = is_business(document, start, end)
        if is_home(document, start, end):
            yield Sighting(start, end, 0.65 if business else 1.0, "form")
        elif not business and len(addresses) == 1:
            yield Sighting(start, end, 0.5 if full else 0.4, "form")
