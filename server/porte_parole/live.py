"""An analyzer that follows its files: a rule saved now is in force within a second, without a restart.

Only complete, good sets come into force; until then the last good one answers. What a file means is left to
`rulebook.py` and `company.py`, what is done with it to `analyzer.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import Protocol

from porte_parole import heap
from porte_parole.analyzer import Analyzer
from porte_parole.company import NO_COMPANY, load_company, names_file
from porte_parole.errors import AuthorError
from porte_parole.meaning import Meaning
from porte_parole.model import Origin, Post, Report
from porte_parole.rulebook import load_rules

POLL_INTERVAL_S = 0.25
"""Seconds between two looks at the files. Two looks (changed, then settled) and a load fit in the promised second."""

Sources = Sequence[tuple[Path, Origin]]
"""Rule folders, in the order in which their rules are read; a folder may not exist yet."""


class Checker(Protocol):
    """What an Analyzer does for its callers."""

    def check(self, post: Post) -> Report: ...


def load_analyzer(
    sources: Sources,
    company_file: Path | None,
    on_warning: Callable[[str], None] = lambda _: None,
    meaning: Meaning | None = None,
) -> Analyzer:
    """An analyzer with the rules of all `sources`, and the company's profile when there is a file.

    Args:
        on_warning: told each sentence about what is odd in the profile but does not keep it from being used.
        meaning: joins the other tiers once it is ready; None: never.

    Raises:
        AuthorError: a file cannot be used.
    """
    company = load_company(company_file) if company_file is not None else NO_COMPANY
    for warning in company.warnings:
        on_warning(warning)
    return Analyzer([rule for folder, origin in sources for rule in load_rules(folder, origin)], company, meaning)


class LiveAnalyzer:
    """Checks posts with what the files say now. Safe to use from several threads.

    Args:
        sources: the rule folders.
        company_file: the company profile; None: without one.
        on_error: told once about each new mistake, from another thread, when the file has settled with it.
        load: makes the analyzer; raises AuthorError.

    Raises:
        AuthorError: the files cannot be used at the start, so there is no good set to keep.
    """

    def __init__(
        self,
        sources: Sources,
        company_file: Path | None,
        on_error: Callable[[AuthorError], None],
        load: Callable[[Sources, Path | None], Checker] = load_analyzer,
    ) -> None:
        self._sources = sources
        self._company_file = company_file
        self._on_error = on_error
        self._load = load
        self._names_file = names_file(company_file) if company_file is not None else None
        # Always looked at before loading: what changes while we load is then seen as a change afterwards.
        self._seen = self._look()
        self._checker = load(sources, company_file)
        self._stopped = Event()
        Thread(target=self._follow, name="rules", daemon=True).start()

    def check(self, post: Post) -> Report:
        """The report for `post`, by the last good set."""
        return self._checker.check(post)

    def close(self) -> None:
        """Stop following the files; posts can still be checked."""
        self._stopped.set()

    def _follow(self) -> None:
        reported = ""
        is_settling = False
        while not self._stopped.wait(POLL_INTERVAL_S):
            seen = self._look()
            if seen != self._seen:
                if self._company_file is not None:
                    self._names_file = names_file(self._company_file)
                self._seen = self._look()
                # Perhaps half written, and half a file can be a good set of rules: loaded once two looks agree.
                is_settling = True
            elif is_settling:
                is_settling = False
                mistake = self._reload()
                if mistake is not None and str(mistake) != reported:
                    self._on_error(mistake)
                reported = str(mistake) if mistake is not None else ""

    def _reload(self) -> AuthorError | None:
        try:
            self._checker = self._load(self._sources, self._company_file)
        except AuthorError as mistake:
            return mistake
        finally:
            heap.give_back()
        return None

    def _look(self) -> dict[Path, tuple[int, int]]:
        """Every watched file with its time of change and its size."""
        looks = {}
        for path in self._files():
            try:
                status = path.stat()
            except OSError:
                continue  # gone since it was listed, which is a change like another
            looks[path] = (status.st_mtime_ns, status.st_size)
        return looks

    def _files(self) -> Iterator[Path]:
        yield from (file for file in (self._company_file, self._names_file) if file is not None)
        for folder, _origin in self._sources:
            for parent, _folders, names in os.walk(folder):
                yield from (Path(parent, name) for name in names)
