"""Labelled lines become samples: the vector and the word sequences of each passage, with what should be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from porte_parole.company import Company
from porte_parole.learned.judging import named
from porte_parole.learned.ngrams import ngrams
from porte_parole.learned.passages import passages
from porte_parole.learned.wording import plain_text, tokens
from porte_parole.meaning import Encoder
from porte_parole.model import CATEGORIES
from porte_parole.reading.document import Document

NOTHING = len(CATEGORIES)
"""Class of what deserves no word."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Sample:
    """One passage of a labelled line."""

    row: int  # index of its line
    start: int
    end: int
    plain: str
    ngrams: Mapping[int, float]
    label: int  # index into CATEGORIES, or NOTHING


def samples_of(rows: Sequence[Row], company: Company) -> list[Sample]:
    """Every passage of every line, in order. In a risky line those that touch a span carry its category."""
    return [sample for index, row in enumerate(rows) for sample in _of_row(index, row, company)]


def _of_row(index: int, row: Row, company: Company) -> Iterator[Sample]:
    document = Document(row["text"])
    names = list(named(document, company))
    places = [(document.text.find(span), document.text.find(span) + len(span)) for span in row["spans"]]
    category = CATEGORIES.index(row["category"]) if row["label"] == "risky" else NOTHING
    cut = list(passages(document))
    for start, end in cut:
        touched = len(cut) == 1 or any(first < end and start < last for first, last in places)
        yield Sample(
            index,
            start,
            end,
            plain_text(document, start, end, names),
            ngrams(tokens(document, start, end, names)),
            category if touched else NOTHING,
        )


def vectors_of(samples: Iterable[Sample], encoder: Encoder) -> NDArray[np.float32]:
    """The encoder's vector of each sample, one a row."""
    texts = [sample.plain for sample in samples]
    batches = (encoder.encode(texts[first : first + 64]) for first in range(0, len(texts), 64))
    return np.concatenate(list(batches))
