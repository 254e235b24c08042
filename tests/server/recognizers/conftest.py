"""What the recognizers' tests share: a case is a text in which [[ and ]] stand around everything that is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porte_parole.bracketed import split_brackets
from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting, recognizer_named

Look = Callable[[str, str], list[Sighting]]
Mark = Callable[..., str]

COMPANY = Company(name="", countries=("FR", "BE", "GB", "NL", "DE", "US"))
SHOWN_FROM = 0.6
"""A sighting that is less sure is not shown alone: rules of recognizers have a confidence of 0.75 to 0.98."""


@pytest.fixture
def look() -> Look:
    """look("iban", text): the sightings of one recognizer, in the order it gives them."""
    return lambda name, text: list(recognizer_named(name)(Document(text), COMPANY))


@pytest.fixture
def mark(look: Look) -> Mark:
    """mark("iban", case): the case's text with brackets around what is surely seen; when all is well, the case."""

    def marked(name: str, case: str, least: float = SHOWN_FROM) -> str:
        text, _ = split_brackets(case)
        for sighting in sorted(look(name, text), key=lambda one: -one.start):
            if sighting.sureness >= least:
                text = f"{text[: sighting.start]}[[{text[sighting.start : sighting.end]}]]{text[sighting.end :]}"
        return text

    return marked
