"""Counts of right and wrong on labelled lines, and the figures made of them. Pure: no engine, no files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from labelled import Line

Flagged = Callable[[Line], bool]


def any_finding(line: Line) -> bool:
    """The first reading of "flagged": the judge says anything at all."""
    return line.verdict.is_flagged


def warning_or_alert(line: Line) -> bool:
    """The second: the post reaches a warning."""
    return line.verdict.warns


@dataclass(frozen=True)
class Score:
    """Counts of lines. Ratios are 0 to 1, None where there is nothing to divide by."""

    risky: int
    caught: int
    on_span: int  # of the caught
    right_category: int  # of the caught
    safe: int
    nagged: int
    protected: int
    protected_nagged: int
    harmless: int
    harmless_flagged: int

    @property
    def precision(self) -> float | None:
        """Of the flagged risky and safe lines, the risky part. Harmless lines stand apart: they are easier."""
        return share(self.caught, self.caught + self.nagged)

    @property
    def recall(self) -> float | None:
        return share(self.caught, self.risky)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall: 2 caught / (risky + flagged)."""
        return share(2 * self.caught, self.risky + self.caught + self.nagged) if self.risky else None

    @property
    def span_hit(self) -> float | None:
        return share(self.on_span, self.caught)

    @property
    def category_accuracy(self) -> float | None:
        return share(self.right_category, self.caught)

    @property
    def safe_flagged(self) -> float | None:
        return share(self.nagged, self.safe)

    @property
    def harmless_rate(self) -> float | None:
        return share(self.harmless_flagged, self.harmless)


def share(part: float, whole: float) -> float | None:
    """`part` of `whole`; None when there is nothing to share."""
    return part / whole if whole else None


def score(lines: Iterable[Line], flagged: Flagged = any_finding) -> Score:
    """Counts over `lines`; span and category count among the risky lines that were flagged."""
    lines = list(lines)
    risky = [line for line in lines if line.wanted.label == "risky"]
    safe = [line for line in lines if line.wanted.label == "safe"]
    harmless = [line for line in lines if line.wanted.label == "harmless"]
    protected = [line for line in lines if line.wanted.is_protected]
    caught = [line for line in risky if flagged(line)]
    return Score(
        risky=len(risky),
        caught=len(caught),
        on_span=sum(line.hits_a_span for line in caught),
        right_category=sum(line.has_the_category for line in caught),
        safe=len(safe),
        nagged=sum(map(flagged, safe)),
        protected=len(protected),
        protected_nagged=sum(map(flagged, protected)),
        harmless=len(harmless),
        harmless_flagged=sum(map(flagged, harmless)),
    )
