"""`porte-parole rules`: the tools of those who write rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from porte_parole.cli.sources import find_sources
from porte_parole.cli.wording import say, user_language
from porte_parole.company import NO_COMPANY, load_company
from porte_parole.errors import UsageError
from porte_parole.examples import ExampleFailure, failures
from porte_parole.model import Location, Rule
from porte_parole.rulebook import load_rules
from porte_parole.settings import find_places


@click.group()
def rules() -> None:
    """Tools for those who write rules."""


@rules.command("test")
@click.argument("folders", nargs=-1, metavar="[DIR…]", type=click.Path(exists=True, file_okay=False, path_type=Path))
def check_examples(folders: tuple[Path, ...]) -> int:
    """Run every rule's own examples: each hit exactly between its [[brackets]], each pass quiet.

    Without DIR: the shipped rules, the company's and yours.

    \b
    Examples:
      porte-parole rules test
      porte-parole rules test my-rules

    Exit codes: 0 all hold · 1 some do not · 2 a rule cannot be loaded
    """
    sources = find_sources(find_places())
    company = load_company(sources.company_file) if sources.company_file else NO_COMPANY
    tested = [rule for folder in folders or [folder for folder, _ in sources.rules] for rule in load_rules(folder)]
    if not tested:
        raise UsageError(
            "There is no rule in DIR: rule files stand in a language's folder, as in DIR/fr/permanence.yml."
        )
    if sources.meaning is not None:
        sources.meaning.wait()
    found = failures(tested, company, sources.meaning)
    places = {rule.id: rule.location for rule in tested}
    for failure in found:
        _show(failure, places[failure.rule_id])
    click.echo(_summary(tested, len(found)))
    return 1 if found else 0


def _show(failure: ExampleFailure, place: Location) -> None:
    language = user_language()

    def quoted(spans: Sequence[tuple[int, int]]) -> str:
        return ", ".join(f"“{failure.text[start:end]}”" for start, end in spans) or say("nothing", language)

    click.echo(f"{click.style('✗', fg='red')} {click.style(failure.rule_id, bold=True)}  {place.path}:{place.line}")
    for key, words in (
        ("text", failure.text),
        ("expected", quoted(failure.expected)),
        ("found", quoted(failure.found)),
    ):
        click.echo(f"    {say(key, language):<9} {words}")
    click.echo()


def _summary(tested: Sequence[Rule], failed: int) -> str:
    language = user_language()
    outcome = say("do_not_hold" if failed else "all_hold", language, count=failed)
    count = sum(len(rule.examples.hits) + len(rule.examples.passes) for rule in tested)
    mark = click.style("✗", fg="red") if failed else click.style("✓", fg="green")
    return f"{mark} {say('tested', language, rules=len(tested), examples=count, outcome=outcome)}"
