"""Scores the built-in rules on labelled posts: scenarios.py FILE.jsonl [--company FILE] [--misses] [--no-meaning]

A line is flagged when anything is found in it; the second table counts only posts that reach a warning. A risky line's
span is hit when a finding overlaps it; its category is right when a finding carries it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from judges import Judge, meaning_tier
from labelled import Line, read_labelled
from labelled_tables import by_category, by_language, wrong
from tables import Table

from porte_parole.company import NO_COMPANY, load_company
from porte_parole.settings import shipped

TUNED = "Careful: rules and shipped heads were tuned on dev.jsonl; on new lines expect less"


def tables(lines: Sequence[Line], tiers: str, title: str = "Scenarios", says: str = TUNED) -> list[Table]:
    """The tables of one set of lines: per language, then per language and category."""
    says = f"{says}; {tiers}."
    return [*by_language(title, says, lines), by_category(f"{title} per language and category", says, lines)]


def main() -> None:
    """Reads the command line, prints the tables."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenarios", type=Path)
    parser.add_argument("--company", type=Path)
    parser.add_argument("--rules", type=Path, default=shipped("rules"))
    parser.add_argument("--misses", action="store_true", help="also list every line that went wrong")
    parser.add_argument("--no-meaning", action="store_true", help="recognizers and rules only")
    parser.add_argument("--heads", type=Path, help="trained heads in the place of those that ship")
    options = parser.parse_args()
    company = load_company(options.company) if options.company else NO_COMPANY
    judge = Judge(options.rules, company, None if options.no_meaning else meaning_tier(options.heads))
    lines = judge.lines(read_labelled(options.scenarios))
    print("\n\n".join(table.as_text() for table in tables(lines, judge.tiers, options.scenarios.stem)))
    if options.misses:
        print(f"\n{wrong(options.scenarios.stem, lines).as_text()}")


if __name__ == "__main__":
    main()
