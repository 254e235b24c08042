"""Scores the built-in rules on labelled posts: scenarios.py SCENARIOS.jsonl [--company FILE] [--misses]

A line is flagged when anything is found in it; the second table counts only posts that reach a warning. A risky line's
span is hit when a finding overlaps it; its category is right when a finding carries it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from porte_parole.analyzer import Analyzer
from porte_parole.company import NO_COMPANY, load_company
from porte_parole.model import Post, Report
from porte_parole.rulebook import load_rules
from porte_parole.settings import shipped

PROTECTED = re.compile(r"(borderline: ?)?(protégé|protected|beschermd|geschützt)")


@dataclass(frozen=True)
class Line:
    """One labelled post, and what the engine says of it."""

    wanted: dict[str, Any]
    report: Report

    @property
    def is_risky(self) -> bool:
        return self.wanted["label"] == "risky"

    @property
    def is_protected(self) -> bool:
        return PROTECTED.match(self.wanted["note"]) is not None

    @property
    def hits_a_span(self) -> bool:
        text, found = self.wanted["text"], self.report.findings
        places = [(text.index(span), text.index(span) + len(span)) for span in self.wanted["spans"]]
        return any(one.start < end and start < one.end for one in found for start, end in places)

    @property
    def has_the_category(self) -> bool:
        return any(one.category == self.wanted["category"] for one in self.report.findings)


def read_lines(file: Path, analyzer: Analyzer) -> list[Line]:
    """Every line of a scenario file, checked in public."""
    wanted = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [Line(one, analyzer.check(Post(one["text"], audience="public"))) for one in wanted]


def table(title: str, lines: Sequence[Line], flagged: Callable[[Line], bool]) -> str:
    """One row a language, and one for all of them."""
    by_language: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_language[line.wanted["lang"]].append(line)
    rows = [row(language, of_it, flagged) for language, of_it in by_language.items()]
    head = f"{'':5}{'risky':>6}{'safe':>6}{'precision':>11}{'recall':>8}{'F1':>7}{'safe flagged':>15}"
    head += f"{'protected flagged':>19}{'span hit':>10}{'category':>10}"
    return "\n".join([title, head, *rows, row("all", lines, flagged)])


def row(name: str, lines: Iterable[Line], flagged: Callable[[Line], bool]) -> str:
    """Figures of some lines; span and category count among the risky lines that were flagged."""
    lines = list(lines)
    risky = [line for line in lines if line.is_risky]
    safe = [line for line in lines if not line.is_risky]
    right = [line for line in risky if flagged(line)]
    wrong = [line for line in safe if flagged(line)]
    protected = [line for line in lines if line.is_protected]
    nagged = [line for line in protected if flagged(line)]
    precision, recall = share(len(right), len(right) + len(wrong)), share(len(right), len(risky))
    f1 = share(2 * precision * recall, precision + recall)
    spans = share(sum(line.hits_a_span for line in right), len(right))
    categories = share(sum(line.has_the_category for line in right), len(right))
    return (
        f"{name:5}{len(risky):6}{len(safe):6}{precision:11.2f}{recall:8.2f}{f1:7.2f}"
        f"{f'{len(wrong)} ({share(len(wrong), len(safe)):.0%})':>15}{f'{len(nagged)} of {len(protected)}':>19}"
        f"{spans:10.0%}{categories:10.0%}"
    )


def share(part: float, whole: float) -> float:
    """`part` of `whole`; 0 when there is nothing to share."""
    return part / whole if whole else 0.0


def misses(lines: Sequence[Line]) -> str:
    """Each risky line without a finding and each safe line with one, for the person who tunes."""
    rows = []
    for line in lines:
        rules = ", ".join(one.rule.id for one in line.report.findings)
        if line.is_risky == bool(rules):
            continue
        wanted = line.wanted
        rows.append(f"{'MISSED' if line.is_risky else 'NAGGED'} {wanted['category']} | {wanted['text']} | {rules}")
    return "\n".join(rows)


def by_category(lines: Sequence[Line]) -> str:
    """Where recall is won and lost."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for line in lines:
        if line.is_risky:
            counts[line.wanted["category"]].append(bool(line.report.findings))
    return "\n".join(f"  {name:28}{sum(found):4} of {len(found)}" for name, found in counts.items())


def main() -> None:
    """Reads the command line, prints both tables."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenarios", type=Path)
    parser.add_argument("--company", type=Path)
    parser.add_argument("--rules", type=Path, default=shipped("rules"))
    parser.add_argument("--misses", action="store_true", help="also list every line that went wrong")
    options = parser.parse_args()
    company = load_company(options.company) if options.company else NO_COMPANY
    lines = read_lines(options.scenarios, Analyzer(load_rules(options.rules), company))
    print(table("Any finding", lines, lambda line: bool(line.report.findings)))
    print()
    print(table("Warning or alert", lines, lambda line: line.report.level in ("warning", "alert")))
    print()
    print("Risky lines with a finding, by category")
    print(by_category(lines))
    if options.misses:
        print()
        print(misses(lines))


if __name__ == "__main__":
    main()
