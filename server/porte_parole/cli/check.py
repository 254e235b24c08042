"""`porte-parole check`: reads texts or JSON lines and shows what the engine says about them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

from porte_parole.analyzer import Analyzer
from porte_parole.cli.inputs import lines_of, texts_of
from porte_parole.cli.jsonl import answer_lines
from porte_parole.cli.report import look_of, render
from porte_parole.cli.sources import find_sources, load_complete, source_options
from porte_parole.model import LANGUAGES, Level, Post
from porte_parole.settings import find_places
from porte_parole.wire import post_from_json, report_to_json

LEVELS: tuple[Level, ...] = get_args(Level)  # from calm to serious
FAILED, INCOMPLETE = 1, 3  # exit codes


@click.command()
@click.argument("inputs", nargs=-1, metavar="[TEXT|FILE…|-]")
@click.option("--jsonl", is_flag=True, help='Read {"id", "text"} lines, write one report a line, in the same order.')
@source_options
@click.option("--site", default="", metavar="S", help="Host name the text is written for, e.g. linkedin.com.")
@click.option("--ui-language", type=click.Choice(LANGUAGES), help="Language of titles and advice [the text's own].")
@click.option("--explain", is_flag=True, help="Show the signs behind each finding, and what was left aside.")
@click.option("--fail-on", type=click.Choice(LEVELS[1:]), help="Exit code 1 from this level on.")
def check(
    inputs: tuple[str, ...],
    jsonl: bool,
    company: Path | None,
    folders: tuple[Path, ...],
    no_meaning: bool,
    site: str,
    ui_language: str | None,
    explain: bool,
    fail_on: Level | None,
) -> int:
    """Read a text, files, or standard input.

    What is the name of an existing file is a file; anything else is text.

    \b
    Examples:
      porte-parole check "Entre nous, le rachat est signé"
      porte-parole check draft.txt --ui-language en --explain
      cat draft.txt | porte-parole check --fail-on alert
      porte-parole check --jsonl posts.jsonl > reports.jsonl

    \b
    Exit codes: 0 done · 1 a finding at or above --fail-on · 2 nothing done
                3 some of the JSON lines could not be read
    """
    named_options = {"site": site, "explain": explain, "ui_language": ui_language}
    options = {key: value for key, value in named_options.items() if value}
    sources = find_sources(find_places(), company, folders, no_meaning)
    if jsonl:
        lines = lines_of(inputs)
        levels = set(answer_lines(lines, load_complete(sources), options))
    else:
        posts = [(name, post_from_json({"text": text, **options})) for name, text in texts_of(inputs)]
        levels = set(_show(posts, load_complete(sources)))
    return _exit_code(levels, fail_on)


def _show(posts: list[tuple[str, Post]], analyzer: Analyzer) -> Iterator[Level]:
    look = look_of(sys.stdout)
    for name, post in posts:
        report = analyzer.check(post)
        block = render(report_to_json(report, post), post.text, report.text_language, look, name)
        click.echo(f"\n{block}\n", color=True)
        yield report.level


def _exit_code(levels: set[Level | None] | set[Level], fail_on: Level | None) -> int:
    if None in levels:
        return INCOMPLETE
    refused = LEVELS[LEVELS.index(fail_on) :] if fail_on else ()
    return FAILED if levels.intersection(refused) else 0
