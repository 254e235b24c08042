"""`porte-parole company`: the tools of those who keep the company profile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from porte_parole.cli.wording import user_language
from porte_parole.company import Company, load_company
from porte_parole.errors import CompanyError, UsageError
from porte_parole.recognizers.sealed_term import seal
from porte_parole.settings import find_places

WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "name": "Nom",
        "own_names": "Noms à elle",
        "competitors": "Concurrents",
        "official_accounts": "Comptes officiels",
        "project_code_names": "Noms de code",
        "sealed_terms": "Termes scellés",
        "public_facts": "Faits publics",
        "protected_topics": "Sujets protégés en plus",
        "regulated": "Secteur réglementé",
        "public_sector": "Secteur public",
        "countries": "Pays",
        "usable": "Ce profil peut servir.",
        "limits": "Ceci cache le terme à qui lit le fichier, pas à qui devine : un terme court ou un mot courant se "
        "retrouve en quelques secondes. Le terme scellé ne vaut que pour le nom d’entreprise « {name} ».",
        "none": "aucun",
        "yes": "oui",
        "no": "non",
    },
    "en": {
        "name": "Name",
        "own_names": "Own names",
        "competitors": "Competitors",
        "official_accounts": "Official accounts",
        "project_code_names": "Code names",
        "sealed_terms": "Sealed terms",
        "public_facts": "Public facts",
        "protected_topics": "Further protected topics",
        "regulated": "Regulated sector",
        "public_sector": "Public sector",
        "countries": "Countries",
        "usable": "This profile can be used.",
        "limits": "This hides the term from whoever reads the file, not from whoever guesses: a short term or an "
        "ordinary word is found again in seconds. The sealed term is good for the company name “{name}” only.",
        "none": "none",
        "yes": "yes",
        "no": "no",
    },
}

_COUNTED = ("own_names", "competitors", "official_accounts", "project_code_names", "sealed_terms", "public_facts")
_SHOWN = ("name", *_COUNTED, "protected_topics", "regulated", "public_sector", "countries")
_UNUSABLE = 2  # exit code


@click.group()
def company() -> None:
    """Tools for those who keep the company profile."""


@company.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output, also when things are wrong.")
def check_profile(file: Path | None, as_json: bool) -> int:
    """Read a profile and say what was understood, what is odd, or what keeps it from being used.

    Without FILE: the installed profile.

    \b
    Examples:
      porte-parole company check company.yml
      porte-parole company check --json

    Exit codes: 0 it can be used · 2 it cannot
    """
    try:
        profile = load_company(file or _installed())
    except (CompanyError, UsageError) as mistake:
        if not as_json:
            raise
        click.echo(json.dumps({"error": {"code": mistake.code, "message": str(mistake)}}, ensure_ascii=False))
        return _UNUSABLE
    if as_json:
        click.echo(json.dumps({**_facts(profile), "warnings": profile.warnings}, ensure_ascii=False))
        return 0
    words = WORDS[user_language()]
    for key, value in _facts(profile).items():
        click.echo(f"{words[key]:<26}{_for_people(value, words)}")
    for warning in profile.warnings:
        click.echo(f"{click.style('!', fg='yellow')} {warning}", err=True)
    click.echo(f"{click.style('✓', fg='green')} {words['usable']}")
    return 0


@company.command("seal")
@click.argument("term")
@click.option(
    "--company", "file", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the installed one."
)
def seal_term(term: str, file: Path | None) -> int:
    """Print TERM, one to four words, as a line for `sealed_terms` of the company profile.

    The profile then finds the term without telling it to everybody who reads the file.

    \b
    Examples:
      porte-parole company seal "Grand Large" --company company.yml
    """
    name = load_company(file or _installed()).name
    try:
        sealed = seal(term, name)
    except ValueError as mistake:
        raise UsageError(str(mistake)) from None
    click.echo(sealed)
    click.echo(WORDS[user_language()]["limits"].format(name=name), err=True)
    return 0


def _installed() -> Path:
    file = find_places().company_file
    if not file.exists():
        raise UsageError("No company profile is installed; name a file.")
    return file


def _facts(profile: Company) -> dict[str, object]:
    """What was read: lists of names as their number, the rest as it is."""
    values = {key: getattr(profile, key) for key in _SHOWN}
    return {key: len(value) if key in _COUNTED else value for key, value in values.items()}


def _for_people(value: object, words: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, tuple):
        return ", ".join(value) or words["none"]
    return words["none"] if value in (0, "none") else str(value)
