"""Runs the cases and prints the table: what was tried, where, and whether it came out as expected.

    python tests/security/report.py [--python-only]

Exit code 1 when anything came out otherwise, or was not tried though it says so.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import shorten

from cases import Case, load, of_test

ROOT = Path(__file__).resolve().parent.parent.parent
WIDTHS = (5, 46, 46, 15)

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"
Outcomes = Mapping[str, Sequence[tuple[str, str]]]
"""By case: how each of its tests ended, and the reason of those that were skipped."""


def run_python(results: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "tests/security", f"--junitxml={results}"]
    subprocess.run(command, cwd=ROOT, check=False)


def run_browsers(results: Path) -> None:
    junit = ["--reporter=default", "--reporter=junit", f"--outputFile.junit={results}"]
    command = ["npx", "vitest", "run", "--project", "browser", "../tests/security/extension", *junit]
    subprocess.run(command, cwd=ROOT / "extension", check=False)


RUNNERS = {"python": run_python, "browser": run_browsers}


def outcomes(results: Path) -> Outcomes:
    """What a JUnit file says of each case; nothing when the runner did not get that far."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    if not results.is_file():
        return found
    for test in ElementTree.parse(results).iter("testcase"):  # noqa: S314 - our own runner wrote it a moment ago
        case = of_test(test.get("name", ""))
        if case is not None:
            found[case].append(_ending(test))
    return found


def _ending(test: ElementTree.Element) -> tuple[str, str]:
    if test.find("failure") is not None or test.find("error") is not None:
        return FAILED, ""
    skipped = test.find("skipped")
    return (PASSED, "") if skipped is None else (SKIPPED, skipped.get("message") or test.get("name", ""))


def verdict(case: Case, by_place: Mapping[str, Outcomes]) -> tuple[str, str]:
    """The group a row is counted in, and what to say about it."""
    if case.not_run is not None:
        return "not runnable here", case.not_run
    asked = [place for place in sorted(case.places, reverse=True) if place in by_place]
    if not asked:
        return "left out", "browsers were left out"
    endings = {place: by_place[place].get(case.id, []) for place in asked}
    if any(state == FAILED for tests in endings.values() for state, _reason in tests):
        return "UNEXPECTED", "see above"
    if all(any(state == PASSED for state, _reason in tests) for tests in endings.values()):
        return "as expected", f"{sum(len(tests) for tests in endings.values())} tried"
    reasons = {reason for tests in endings.values() for state, reason in tests if state == SKIPPED}
    return ("not runnable here", "; ".join(sorted(reasons))) if reasons else ("UNEXPECTED", "no test of it ended")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Run the security cases and print their table.")
    parser.add_argument("--python-only", action="store_true", help="leave the browsers out")
    places = ["python"] if parser.parse_args(arguments).python_only else ["python", "browser"]
    by_place = {}
    with tempfile.TemporaryDirectory() as folder:
        for place in places:
            results = Path(folder, f"{place}.xml")
            RUNNERS[place](results)
            by_place[place] = outcomes(results)
    return _print_table(by_place)


def _print_table(by_place: Mapping[str, Outcomes]) -> int:
    counts: Counter[str] = Counter()
    print()
    _print_row("case", "input", "expected", "tried in", "outcome")
    for case in load():
        group, remark = verdict(case, by_place)
        counts[group] += 1
        _print_row(case.id, case.input, case.expected, case.where or "", f"{group} ({remark})")
    print("\n" + ", ".join(f"{number} {group}" for group, number in counts.most_common()), f"of {counts.total()} rows")
    return int(counts["UNEXPECTED"] > 0)


def _print_row(*cells: str) -> None:
    *short, last = cells
    columns = (shorten(cell, width, placeholder=" …").ljust(width) for cell, width in zip(short, WIDTHS, strict=True))
    print("  ".join(columns), last)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
