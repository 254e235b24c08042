"""Puts the marks of the findings into a text for the terminal; laying out the page is left to report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from porte_parole.cli.masking import is_value, masked
from porte_parole.cli.wrapping import Cell, cells

STYLES = {"high": "31", "medium": "33", "low": "36"}  # SGR foreground: red, yellow, cyan
DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def marked(text: str, findings: Sequence[Mapping[str, Any]], colour: bool) -> list[Cell]:
    """The text, values masked, with numbered marks: underlined in colour where allowed, between brackets elsewhere."""
    shown = cells(text.rstrip("\n"))
    point_at = [index for index, char in enumerate(text) for _ in range(2 if char > "\uffff" else 1)] + [len(text)]
    before: dict[int, list[Cell]] = {}
    after: dict[int, list[Cell]] = {}
    for number, finding in reversed(list(enumerate(findings, start=1))):  # the most serious is painted last
        start, end = point_at[finding["start"]], min(point_at[finding["end"]], len(shown))
        style = STYLES[finding["severity"]]
        for index in range(start, end):
            char = masked(shown[index].shown) if is_value(finding) else shown[index].shown
            shown[index] = Cell(char, f"4;{style}")
        before.setdefault(start, []).extend([] if colour else cells("["))
        closing = cells(str(number).translate(DIGITS), style)
        after[end] = [*([] if colour else cells("]")), *closing, *after.get(end, [])]
    ends = range(len(shown) + 1)
    return [cell for i in ends for cell in (*after.get(i, []), *before.get(i, []), *shown[i : i + 1])]
