"""The table of attacks, bad inputs and faults (cases.json), and which tests say that they try a row.

A test names its case at its beginning: "A-01 the right host" among the values of a parametrized test or in a title of
the browser suite, or `test_a_01_…`. What a row expects is what the design made of it; trying it is left to the tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent

_IN_A_SOURCE = (re.compile(r"\bdef test_([a-l])_(\d\d)_"), re.compile(r"""["'`]([A-L])-(\d\d) """))
_IN_A_RESULT = re.compile(r"(?:^test_|\[|^|> )([A-La-l])[-_](\d\d)[ _]")


@dataclass(frozen=True, slots=True)
class Case:
    """One row. `where` is "python", "browser", "python+browser", or None when `not_run` says why it is not tried."""

    id: str
    input: str
    expected: str
    where: str | None
    not_run: str | None

    @property
    def places(self) -> frozenset[str]:
        return frozenset((self.where or "").split("+")) - {""}


def load() -> tuple[Case, ...]:
    """Every row, in the table's order."""
    return tuple(Case(**row) for row in json.loads((HERE / "cases.json").read_text("utf-8")))


def named() -> Mapping[str, set[str]]:
    """The ids that tests name: in "python" and in "browser"."""
    files = {"python": HERE.glob("test_*.py"), "browser": HERE.glob("extension/*.ts")}
    return {place: {name for file in paths for name in _named_in(file)} for place, paths in files.items()}


def of_test(name: str) -> str | None:
    """The id at the beginning of a test's name as its runner reports it; None for a test of something else."""
    found = _IN_A_RESULT.search(name)
    return _id(*found.groups()) if found else None


def _named_in(file: Path) -> Iterable[str]:
    text = file.read_text("utf-8")
    return (_id(letter, number) for form in _IN_A_SOURCE for letter, number in form.findall(text))


def _id(letter: str, number: str) -> str:
    return f"{letter.upper()}-{number}"
