"""Labelled posts, and what one judge says of them. The format is that of the scenarios; the corpus adds "harmless"."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

PROTECTED = re.compile(r"(borderline: ?)?(protégé|protected|beschermd|geschützt)")
"""How the note of a line of protected speech begins."""


class Found(NamedTuple):
    """One finding; offsets are code points of the text."""

    start: int
    end: int
    category: str
    rule: str
    recognizer: str  # of which recognizer; "" for every other kind of rule


class Verdict(NamedTuple):
    """What a judge says of one text. Peers give no findings, only a level: "clear" or "hint"."""

    level: str
    found: tuple[Found, ...] = ()

    @property
    def is_flagged(self) -> bool:
        return self.level != "clear"

    @property
    def warns(self) -> bool:
        return self.level in ("warning", "alert")


@dataclass(frozen=True)
class Wanted:
    """One labelled line. Risky lines have spans, safe ones only look like their category, harmless ones do not."""

    id: str
    batch: str  # name of the file, without its ending
    language: str
    label: str  # "risky", "safe" or "harmless"
    category: str
    text: str
    spans: tuple[str, ...]
    note: str

    @property
    def is_protected(self) -> bool:
        return self.label != "risky" and PROTECTED.match(self.note) is not None


@dataclass(frozen=True)
class Line:
    """A labelled line and one judge's verdict."""

    wanted: Wanted
    verdict: Verdict

    @property
    def hits_a_span(self) -> bool:
        """Whether a finding overlaps any expected span; a span counts where it first stands."""
        text = self.wanted.text
        places = [(text.index(span), text.index(span) + len(span)) for span in self.wanted.spans]
        return any(one.start < end and start < one.end for one in self.verdict.found for start, end in places)

    @property
    def has_the_category(self) -> bool:
        return any(one.category == self.wanted.category for one in self.verdict.found)


def read_labelled(file: Path) -> list[Wanted]:
    """The lines of one scenario or corpus file, in order."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [
        Wanted(
            row["id"],
            file.stem,
            row["lang"],
            row["label"],
            row["category"],
            row["text"],
            tuple(row["spans"]),
            row["note"],
        )
        for row in rows
    ]


def read_folder(folder: Path) -> list[Wanted]:
    """Every line of every file of a corpus, by name of the file."""
    return [line for file in sorted(folder.glob("*.jsonl")) for line in read_labelled(file)]


def languages_of(lines: Sequence[Wanted]) -> list[str]:
    """Languages in the order of the product's own list; only those that occur."""
    return [language for language in ("fr", "en", "nl", "de") if any(line.language == language for line in lines)]
