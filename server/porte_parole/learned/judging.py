"""What the heads say of each passage of a post, and where in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, log
from typing import NamedTuple

from porte_parole.company import Company
from porte_parole.learned.heads import Judgement
from porte_parole.learned.ngrams import ngrams
from porte_parole.learned.passages import passages
from porte_parole.learned.wording import Span, plain_text, tokens
from porte_parole.model import Understanding
from porte_parole.reading.document import Document
from porte_parole.reading.names import name_book

PLACED_FROM = 0.2
"""Confidence from which the likeliest sentence is looked for: below, nobody will read where it stands."""

SHARED = 0.5
"""How likely beside the likeliest sentence a neighbour is that belongs to the same mark; own choice."""


PLACED_AMONG = 8
"""Most sentences of a passage among which the likeliest is looked for; only posts of over 360 sentences have longer
passages, and those are marked whole."""


class Opinion(NamedTuple):
    """The heads' view of one passage; offsets are code points of `document.text`."""

    start: int
    end: int
    category: str  # the likeliest, however little is likely
    confidence: float  # 0 to 1; 0.5 is where a finding is worth showing


def opinions(document: Document, meaning: Understanding, company: Company) -> Iterator[Opinion]:
    """One opinion for each passage, in order, on the sentence that gives it most reason."""
    names = list(named(document, company))
    for start, end in passages(document):
        said = _judged(document, meaning, start, end, names)
        category = max(said.shares, key=said.shares.__getitem__)
        confidence = _confidence(said.risk, meaning.cut(document.language))
        place = _place(document, meaning, (start, end), names, category) if confidence >= PLACED_FROM else (start, end)
        yield Opinion(*place, category, confidence)


def named(document: Document, company: Company) -> Iterator[Span]:
    """Firms named in the document, in order."""
    book = name_book(company)
    for sentence in document.sentences:
        for first, end, found_as in book.find(document, sentence):
            yield Span(sentence.words[first].start, sentence.words[end - 1].end, found_as)


def _judged(document: Document, meaning: Understanding, start: int, end: int, names: Sequence[Span]) -> Judgement:
    said: Judgement = meaning.judge(
        plain_text(document, start, end, names), ngrams(tokens(document, start, end, names))
    )
    return said


def _place(
    document: Document, meaning: Understanding, passage: tuple[int, int], names: Sequence[Span], category: str
) -> tuple[int, int]:
    """From the first to the last word of the sentences that alone are judged most likely of `category`.

    The likeliest one, and its neighbours that are at least SHARED as likely.
    """
    inside = [one for one in document.sentences if passage[0] <= one.start and one.end <= passage[1] and one.words]
    if len(inside) == 1 or len(inside) > PLACED_AMONG:
        return inside[0].words[0].start, inside[0].words[-1].end
    shares = [_judged(document, meaning, one.start, one.end, names).shares[category] for one in inside]
    first = last = shares.index(max(shares))
    while first > 0 and shares[first - 1] >= SHARED * max(shares):
        first -= 1
    while last + 1 < len(inside) and shares[last + 1] >= SHARED * max(shares):
        last += 1
    return inside[first].words[0].start, inside[last].words[-1].end


def _confidence(risk: float, cut: float) -> float:
    """`risk` on the scale of rules: 0.5 at the cut, moving as fast as the heads' own odds."""
    bounded = min(max(risk, 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(log(cut / (1 - cut)) - log(bounded / (1 - bounded))))
