"""Shows one report in the terminal: the text with its marks, then each finding. What to find is the analyzer's matter.

Severity is never told by colour alone: every mark has a number, every finding the word for its severity.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from porte_parole.cli.marks import STYLES, marked
from porte_parole.cli.masking import is_value, masked
from porte_parole.cli.wording import say
from porte_parole.cli.wrapping import Cell, cells, wrap

BOLD, DIM, CALM = "1", "2", "32"
LEVELS = {"hint": "low", "warning": "medium", "alert": "high"}
WIDEST = 92  # columns; longer lines are hard to read
NARROWEST = 24  # columns; below this nothing helps
INDENT = 5  # columns before title, labels and advice


@dataclass(frozen=True, slots=True)
class Look:
    """How the report may look: columns to fill, and whether escape sequences are welcome."""

    width: int
    colour: bool


def look_of(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Look:
    """The look for a stream: colour only on a terminal, and never with NO_COLOR (https://no-color.org) or TERM=dumb."""
    columns = shutil.get_terminal_size((80, 24)).columns
    colour = stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Look(width=max(NARROWEST, min(columns, WIDEST)), colour=colour)


def render(report: Mapping[str, Any], text: str, language: str, look: Look, name: str = "") -> str:
    """One report as lines for a terminal, without a final newline.

    Args:
        report: the Report in its wire form (offsets in UTF-16 code units into `text`).
        text: the exact text that was checked.
        language: of the labels; other than "fr" gives English.
        look: width and colour.
        name: heading, the file's name; "" for none.
    """
    page = _Page(look, language, explains="suppressed" in report)
    if name:
        page.put(cells(name, BOLD))
        page.gap()
    page.put(marked(text, report["findings"], look.colour) or cells(say("empty", language), DIM), "  ")
    page.gap()
    for number, finding in enumerate(report["findings"], start=1):
        page.finding(str(number), finding, text)
    if report.get("suppressed"):
        page.put(cells(say("aside", language), BOLD), "  ")
        for finding in report["suppressed"]:
            page.heading("–", finding)
            page.signs(finding, text)
        page.gap()
    page.put(list(_verdict(report, language)), "  ")
    return "\n".join(page.lines)


class _Page:
    """Lines as they are laid out."""

    def __init__(self, look: Look, language: str, explains: bool) -> None:
        self.lines: list[str] = []
        self._explains = explains
        self._look = look
        self._language = language

    def put(self, content: Sequence[Cell], before: str = "", label: Sequence[Cell] = ()) -> None:
        """Wraps `content`; `before` stands before each line, `label` over the first one's beginning."""
        words, tag = (line if self._look.colour else [Cell(cell.shown) for cell in line] for line in (content, label))
        for index, line in enumerate(wrap(words, self._look.width - len(before))):
            start = before if index else wrap(tag, self._look.width)[0] + before[len(tag) :]
            self.lines.append(f"{start}{line}".rstrip())

    def gap(self) -> None:
        self.lines.append("")

    def finding(self, number: str, finding: Mapping[str, Any], text: str) -> None:
        """One finding: heading, why, advice, suggestions; with explain also its signs."""
        self.heading(number, finding)
        self._labelled("why", finding["message"])
        self._labelled("advice", finding["advice"])
        self._labelled("instead", "  /  ".join(finding["suggestions"]))
        self._labelled("see", finding["url"] or "")
        if self._explains:
            self.signs(finding, text)
        self.gap()

    def heading(self, number: str, finding: Mapping[str, Any]) -> None:
        """Number, title, severity and rule; for a suppressed finding also what suppressed it."""
        severity = finding["severity"]
        by = f" {say('by', self._language, what=finding['by'])}" if finding.get("by") else ""
        heading = [
            *cells(finding["title"], BOLD),
            *cells(" · "),
            *cells(say(severity, self._language), STYLES[severity]),
            *cells(f"  {finding['rule']}{by}", DIM),
        ]
        self.put(heading, " " * INDENT, cells(f"{number:>3}", f"{BOLD};{STYLES[severity]}"))

    def signs(self, finding: Mapping[str, Any], text: str) -> None:
        """What raised or lowered the finding, with its weights."""
        self._labelled("signs", ", ".join(_signs(finding, text)), DIM)

    def _labelled(self, key: str, words: str, style: str = "") -> None:
        if words:
            label = f"{' ' * INDENT}{say(key, self._language)}"
            self.put(cells(words, style), " " * (INDENT + 10), cells(label))


def _verdict(report: Mapping[str, Any], language: str) -> Iterator[Cell]:
    count = len(report["findings"])
    if not count:
        yield from cells(f"✓ {say('clear', language)}", CALM)
        return
    severity = LEVELS[report["level"]]
    yield from cells(say("one" if count == 1 else "many", language, count=count))
    yield from cells(" · ")
    yield from cells(say(severity, language), f"1;{STYLES[severity]}")
    yield from cells(f" · {say('score', language, score=report['score'])}", DIM)


def _signs(finding: Mapping[str, Any], text: str) -> Iterator[str]:
    units = text.encode("utf-16-le", "surrogatepass")
    for reason in finding["reasons"]:
        words = units[2 * reason["text_start"] : 2 * reason["text_end"]].decode("utf-16-le", "replace")
        if is_value(finding) and reason["what"] != "context":
            words = masked(words)
        yield f"{reason['what']} “{words}” {reason['weight']:+.2f}"
