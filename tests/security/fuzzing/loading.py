"""The loader as a fuzzing target: any file gives rules that can run, a company, or one sentence with its place.

The files begin as rules that ship and as a profile with every key, so that most damage is behind the first checks.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path
from random import Random

from porte_parole.analyzer import Analyzer
from porte_parole.company import NO_COMPANY, Company, load_company
from porte_parole.errors import AuthorError, CompanyError, RuleError
from porte_parole.model import Rule
from porte_parole.rulebook import load_rules, rule_files
from porte_parole.settings import shipped

from .file_pieces import PATTERNS, PROFILE, TOKENS
from .mutating import damaged
from .target import Undefined

MEMORY = Path("/dev/shm")  # noqa: S108 (files that exist for a millisecond; where it is missing, the temporary folder)

_RULES = re.compile(rb"(?m)^(?=- id:)")
_ITS_OWN = re.compile(rb"(?m)^  (?:any_of|pattern|whole_word|target|like|recognizer): .*(?:\n    .*)*$")
_LINES = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be: rules in the place where rules stand, or a company profile."""

    is_company: bool
    place: str  # folder/name.yml below the folder of rules
    data: bytes


class Loading:
    """Rule files and profiles, written to memory where there is a file system of it."""

    whole = frozenset(("rules", "company"))

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        (self._folder / "names.txt").write_text("Clairval\nOrange\n", "utf-8")
        files = rule_files(shipped("rules"))
        self._places = tuple(f"{file.parent.name}/{file.name}" for file in files)
        self._entries = tuple(entry for file in files for entry in _entries(file.read_bytes()))

    def make(self, dice: Random) -> Given:
        is_company = dice.random() < 0.15
        data = self._profile(dice) if is_company else self._rules(dice)
        kind = dice.random()
        if kind < 0.10:
            data = b"".join(dice.choice(TOKENS) for _ in range(dice.randint(0, 60)))
        elif kind < 0.12:
            data = dice.choice(TOKENS) * dice.choice((10, 1000, 20_000))
        elif kind < 0.22 and not is_company:
            data = _with_pattern(data, dice.choice(PATTERNS))
        if kind < 0.97:
            data = damaged(dice, data, TOKENS)
        return Given(is_company, dice.choice(self._places), data)

    def _rules(self, dice: Random) -> bytes:
        """One to three rules, sometimes a hundred, under names that differ, so that long files are read whole too."""
        entries = dice.choices(
            self._entries, k=dice.choice((1, 1, 2, 3)) if dice.random() < 0.997 else dice.randint(4, 100)
        )
        return b"".join(entry.replace(b"- id: ", b"- id: n%d-" % number, 1) for number, entry in enumerate(entries))

    def _profile(self, dice: Random) -> bytes:
        """A company with every key, sometimes with thousands of names."""
        if dice.random() < 0.97:
            return PROFILE
        names = b", ".join(b"Nom%d" % number for number in range(int(10_000 ** dice.random())))
        return PROFILE.replace(b"own_names: [", b"own_names: [" + names + b", ")

    def length(self, given: Given) -> tuple[str, int]:
        return "company" if given.is_company else "rules", len(given.data)

    def run(self, given: Given) -> Company | tuple[Rule, ...] | AuthorError:
        if given.is_company:
            return self._loaded(self._folder / "company.yml", given)
        return self._loaded(self._folder / "rules" / given.place, given)

    def _loaded(self, file: Path, given: Given) -> Company | tuple[Rule, ...] | AuthorError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(given.data)
        try:
            if given.is_company:
                company = load_company(file)
                Analyzer((), company)
                return company
            rules = load_rules(self._folder / "rules")
            Analyzer(rules, NO_COMPANY)
        except AuthorError as mistake:
            return mistake
        else:
            return rules
        finally:
            file.unlink()

    def judge(self, given: Given, came: Company | tuple[Rule, ...] | AuthorError) -> str:
        if not isinstance(came, AuthorError):
            return "company" if given.is_company else "rules"
        if type(came) is not (CompanyError if given.is_company else RuleError):
            raise Undefined("the wrong kind of error")
        _require_place(came, given.data.decode("utf-8-sig", errors="replace"), self._folder)
        return f"{type(came).__name__}{'' if came.line else ' of the whole file'}"

    def forget(self) -> None:
        """Nothing is remembered of a file."""


def _require_place(mistake: AuthorError, text: str, folder: Path) -> None:
    """The sentence is one, can be shown anywhere, and its place is inside the file."""
    if not mistake.message.isprintable() or not mistake.message.rstrip().endswith((".", ")", "?")):
        raise Undefined("a message that is not one clear sentence")
    if not mistake.path.is_relative_to(folder):
        raise Undefined("another file is named")
    lines = _LINES.split(text)
    if mistake.line > len(lines) or (
        mistake.column > len(lines[mistake.line - 1]) + 1 if mistake.line else mistake.column
    ):
        raise Undefined("a place outside the file")


def _entries(data: bytes) -> list[bytes]:
    return [entry for entry in _RULES.split(data) if entry.startswith(b"- id:")]


def _with_pattern(data: bytes, pattern: str) -> bytes:
    """The rules as rules of kind pattern; those whose own keys take several lines may still have too many."""
    line = b"  pattern: '" + pattern.replace("'", "''").encode() + b"'"
    return re.sub(rb"(?m)^  kind: .*$", b"  kind: pattern", _ITS_OWN.sub(lambda _: line, data))
