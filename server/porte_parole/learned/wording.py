"""A passage as the trained heads read it: plain text for the sentence encoder, tokens for word sequences.

Names of firms become what they are to the writer, so that the heads know no firm and serve every company. Letter case,
digits and hashtags are levelled: none of them tells risky from harmless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from porte_parole.reading.document import Document

SPOKEN = {"own_name": "our company", "competitor": "competitor"}
"""What the encoder reads instead of a firm's name; any other name is read as written."""

_DIGITS = re.compile(r"\d+")
_STRETCHED = re.compile(r"(.)\1{2,}")
_SIGN = re.compile(r"[?!]{1,2}|…|[%€$£@#*/:;(),.\"«»“”-]|[\u2600-\u27bf\U0001f000-\U0001faff]")


class Span(NamedTuple):
    """A place in a document's text and what stands there; code points, half-open."""

    start: int
    end: int
    kind: str


def plain_text(document: Document, start: int, end: int, names: Sequence[Span]) -> str:
    """[start, end) of `document.text` for the encoder: lower case, every number 5, hashtags cut into words.

    Args:
        names: firms in the whole text, in order, as "own_name" or "competitor".
    """
    parts: list[str] = []
    place = start
    for word_start, word_end, said in _words(document, start, end, names):
        gap = document.text[place:word_start].replace("#", " ")
        parts += (gap or " " if parts else gap, said)
        place = word_end
    parts.append(document.text[place:end].replace("#", " "))
    return _DIGITS.sub("5", "".join(parts).lower())


def tokens(document: Document, start: int, end: int, names: Sequence[Span]) -> list[str]:
    """[start, end) of `document.text` as folded words, signs, and marks such as "§own_name" and "§url", in order."""
    found: list[str] = []
    place = start
    addresses = [Span(*address) for address in document.addresses if start <= address.start < end]
    for first, last, mark in _levelled(document, start, end, [*names, *addresses]):
        found += _SIGN.findall(document.text, place, first)
        found.append(mark)
        place = max(place, last)
    found += _SIGN.findall(document.text, place, end)
    return found


def _words(document: Document, start: int, end: int, names: Sequence[Span]) -> Iterator[Span]:
    """Every word of the passage as written, names of firms as one word each."""
    named = {name.start: name for name in names if name.kind in SPOKEN}
    covered = start
    for word in document.words:
        if not (covered <= word.start and word.end <= end):
            continue
        name = named.get(word.start)
        covered = name.end if name else word.end
        yield Span(word.start, covered, SPOKEN[name.kind] if name else document.text[word.start : word.end])


def _levelled(document: Document, start: int, end: int, marked: Sequence[Span]) -> Iterator[Span]:
    """Words folded, numbers by their length, what is `marked` by its kind; in order, without overlaps."""
    words = (Span(*word) for word in document.words)
    covered = start
    for first, last, said in sorted([*marked, *words], key=lambda span: (span.start, -span.end)):
        if not (covered <= first and last <= end):
            continue
        covered = last
        if Span(first, last, said) in marked:
            yield Span(first, last, f"§{said}")
        elif said[0].isdigit():
            yield Span(first, last, f"§n{min(last - first, 5)}")
        else:
            yield Span(first, last, _STRETCHED.sub(r"\1\1", said))
