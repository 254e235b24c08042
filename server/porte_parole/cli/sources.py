"""Where rules and company come from, shared by check, serve and rules test; reading them is left to lower floors.

What the user names on the command line must load. `check` is as strict about the installed places; `serve` starts
without a broken company file or pack, so that one bad file does not take the advice away from everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from porte_parole.analyzer import Analyzer
from porte_parole.errors import AuthorError, CompanyError, UsageError
from porte_parole.live import LiveAnalyzer, load_analyzer
from porte_parole.meaning import Meaning
from porte_parole.model import Origin
from porte_parole.rulebook import rule_files
from porte_parole.settings import Places, shipped

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Sources:
    """Rule folders in loading order and the company file. `named` are those of the command line: they must load."""

    rules: tuple[tuple[Path, Origin], ...]
    company_file: Path | None = None
    named: frozenset[Path] = frozenset()
    meaning: Meaning | None = None  # begins to load after the rules; None: recognizers and rules only


def source_options(command: Command) -> Command:
    """Adds --company, --rules and --no-meaning to a command."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    for option in (
        click.option("--no-meaning", is_flag=True, help="Recognizers and rules only."),
        click.option(
            "--rules", "folders", type=folder, multiple=True, metavar="DIR", help="A further folder of rules."
        ),
        click.option("--company", type=file, metavar="FILE", help="Company profile instead of the installed one."),
    ):
        command = option(command)
    return command


def shipped_rules() -> Sources:
    """The rules that ship with the product, and nothing else.

    Raises:
        UsageError: they are missing; without them every text would look clear.
    """
    folder = shipped("rules")
    if not rule_files(folder):
        raise UsageError("The rules that ship with Porte-parole are missing: install it again.")
    return Sources(rules=((folder, "built-in"),))


def find_sources(
    places: Places, company: Path | None = None, folders: Sequence[Path] = (), no_meaning: bool = False
) -> Sources:
    """Shipped rules, company packs, my rules, then those of the command line; the installed company if none is named.

    Raises:
        UsageError: the shipped rules are missing.
    """
    installed = places.company_file if places.company_file.exists() else None
    mine: list[tuple[Path, Origin]] = [(folder, "mine") for folder in (places.my_rules, *folders)]
    return Sources(
        rules=(*shipped_rules().rules, (places.company_rules, "company"), *mine),
        company_file=company or installed,
        named=frozenset([*folders, *([company] if company else [])]),
        meaning=None if no_meaning else Meaning(),
    )


def load_all(sources: Sources) -> Analyzer:
    """An analyzer over all sources. Raises AuthorError when any of them cannot be used."""
    analyzer = load_analyzer(sources.rules, sources.company_file, _warn, sources.meaning)
    if sources.meaning is not None:
        sources.meaning.start()  # not before: it would compete with the rules for the first answer
    return analyzer


def load_complete(sources: Sources) -> Analyzer:
    """The same, once every tier is ready: who asks once wants the whole answer."""
    analyzer = load_all(sources)
    if sources.meaning is not None:
        sources.meaning.wait()
    return analyzer


def _warn(sentence: str) -> None:
    click.echo(f"porte-parole: {sentence}", err=True)


def follow(
    sources: Sources, on_left_out: Callable[[AuthorError], None], on_mistake: Callable[[AuthorError], None]
) -> LiveAnalyzer:
    """An analyzer that follows its files and starts without the installed ones that are broken.

    Args:
        sources: all are followed: a file left out at the start comes into force once it is corrected.
        on_left_out: told about each source left out at the start.
        on_mistake: told, from another thread, about each later mistake.

    Raises:
        AuthorError: the shipped rules or something named on the command line cannot be used.
    """
    starting = True

    def load(rules: Sequence[tuple[Path, Origin]], company_file: Path | None) -> Analyzer:
        return (
            _load_what_is_good(sources, on_left_out)
            if starting
            else load_all(replace(sources, rules=tuple(rules), company_file=company_file))
        )

    live = LiveAnalyzer(sources.rules, sources.company_file, on_mistake, load)
    starting = False
    return live


def _load_what_is_good(sources: Sources, on_left_out: Callable[[AuthorError], None]) -> Analyzer:
    while True:
        try:
            return load_all(sources)
        except AuthorError as mistake:
            rest = _without(sources, mistake)
            if rest == sources:
                raise
            on_left_out(mistake)
            sources = rest


def _without(sources: Sources, mistake: AuthorError) -> Sources:
    """The sources without the installed one that holds the mistake; the same sources when there is no such one."""
    if isinstance(mistake, CompanyError):
        return sources if sources.company_file in sources.named else replace(sources, company_file=None)
    kept = tuple(
        (folder, origin)
        for folder, origin in sources.rules
        if origin == "built-in" or folder in sources.named or not mistake.path.is_relative_to(folder)
    )
    return replace(sources, rules=kept)
