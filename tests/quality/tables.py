"""Tables for a person and for machines: the same cells, aligned as text or as JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Cell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """A heading and how its numbers are written; cells of None are written –."""

    name: str
    form: str = ""  # a format specification for numbers: ".2f", ".0%"; "" leaves text and counts as they are


@dataclass(frozen=True)
class Table:
    """One table of the report."""

    title: str
    says: str  # one line: what is counted, and what it was tuned on
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]

    def as_text(self) -> str:
        """Title, explanation and aligned columns; the first column stands left, the others right."""
        body = [[column.name for column in self.columns], *(self._written(row) for row in self.rows)]
        widths = [max(len(row[place]) for row in body) for place in range(len(self.columns))]
        return "\n".join([self.title, f"  {self.says}", *(_aligned(row, widths) for row in body)])

    def as_json(self) -> dict[str, Any]:
        """The same with numbers as numbers (ratios 0 to 1) and None for what cannot be said."""
        names = [column.name for column in self.columns]
        rows = [dict(zip(names, row, strict=True)) for row in self.rows]
        return {"title": self.title, "says": self.says, "rows": rows}

    def _written(self, row: Sequence[Cell]) -> list[str]:
        return [_written(cell, column.form) for cell, column in zip(row, self.columns, strict=True)]


def _written(cell: Cell, form: str) -> str:
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else format(cell, form)


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = cells
    right: Iterator[str] = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
    return "  ".join(["  " + first.ljust(widths[0]), *right]).rstrip()


@dataclass(frozen=True)
class Skipped:
    """A part of the report that could not be made, and why."""

    title: str
    why: str

    def as_text(self) -> str:
        """Title and reason."""
        return f"{self.title}\n  Skipped: {self.why}"

    def as_json(self) -> dict[str, Any]:
        """Title and reason."""
        return {"title": self.title, "skipped": self.why}


@dataclass(frozen=True)
class Listing:
    """Lines that are no table: posts to read, or what another program printed."""

    title: str
    says: str
    text: str

    def as_text(self) -> str:
        """Title, explanation and the lines, indented."""
        return "\n".join([self.title, f"  {self.says}", *(f"  {line}" for line in self.text.rstrip().split("\n"))])

    def as_json(self) -> dict[str, Any]:
        """The text as one string."""
        return {"title": self.title, "says": self.says, "text": self.text}


Part = Table | Listing | Skipped
