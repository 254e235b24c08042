"""Forgets repeated letters, so that "idiooot" meets "idiot", and remembers how many there were."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from porte_parole.characters.folding import Mapped

_BLANK = re.compile(r"[\s-]")
_RUN = re.compile(r" {2,}|([^\W\d_])\1+")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A folded text with every run of one letter, or of blanks and hyphens, written once."""

    text: str
    folded: Mapped
    runs: Mapping[int, int]  # index into `text` -> length of the run that stood there; 1 where not listed
    shifts: Sequence[tuple[int, int]]  # (first index into `text`, what to add to get the index into `folded`)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same span in the text that was folded, half-open; `start` < `end`."""
        return self.folded.span(self.origin(start), self.origin(end))

    def origin(self, index: int) -> int:
        """The index into `folded` of what stands at `index`; may be one past the end."""
        return index + self.shifts[bisect_right(self.shifts, (index, len(self.folded.text))) - 1][1]


def squeeze(folded: Mapped) -> Squeezed:
    """`folded` with runs written once; blanks and hyphens both become a blank, so "risk-free" meets "risk free"."""
    blanked = _BLANK.sub(" ", folded.text)
    pieces: list[str] = []
    runs: dict[int, int] = {}
    shifts = [(0, 0)]
    done = shift = 0
    for match in _RUN.finditer(blanked):
        start, end = match.span()
        pieces.append(blanked[done : start + 1])
        runs[start - shift] = end - start
        shift += end - start - 1
        shifts.append((end - shift, shift))
        done = end
    pieces.append(blanked[done:])
    return Squeezed("".join(pieces), folded, runs, shifts)
