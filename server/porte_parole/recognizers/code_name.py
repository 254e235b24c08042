"""Finds the company's code names for projects; one that is an ordinary word counts with a capital inside a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.names import NameBook
from porte_parole.recognizers import Sighting


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every code name of `company`, in order."""
    if not company.project_code_names:
        return
    book = _book(company.project_code_names)
    for sentence in document.sentences:
        for first, end, _ in book.find(document, sentence):
            yield Sighting(sentence.words[first].start, sentence.words[end - 1].end, 1.0, "code name")


@lru_cache(maxsize=2)
def _book(code_names: tuple[str, ...]) -> NameBook:
    return NameBook({"code_name": code_names})
