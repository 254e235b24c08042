"""`porte-parole extension`: hands out the built browser extension, which the package carries."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from porte_parole.cli.wording import say, user_language
from porte_parole.errors import UsageError
from porte_parole.settings import shipped

BUILDS = {"chrome": "extension/chrome-mv3", "firefox": "extension/firefox-mv3"}
TO_CHOOSE = {"chrome": ".", "firefox": "manifest.json"}  # Firefox asks for a file, Chrome for the folder


@click.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="New or empty folder; each browser gets a folder of its own in it.",
)
@click.option("--browser", type=click.Choice(tuple(BUILDS)), help="Only this one (chrome is also for Edge).")
def extension(out: Path, browser: str | None) -> int:
    """Copy the built extension, ready to be loaded.

    \b
    Examples:
      porte-parole extension --out extension-to-load
      porte-parole extension --out extension-to-load --browser firefox
    """
    browsers = [browser] if browser else list(BUILDS)
    for name in browsers:
        if not (shipped(BUILDS[name]) / "manifest.json").is_file():
            raise UsageError(f"The extension for {name} is not built yet: run make setup in the source folder first.")
    if out.is_dir() and any(out.iterdir()):
        raise UsageError(f"{out} is not empty: name a new or an empty folder; nothing was written.")
    try:
        for name in browsers:
            shutil.copytree(shipped(BUILDS[name]), out / name)
    except OSError as problem:
        raise UsageError(f"{out} cannot be written ({problem.strerror}).") from problem
    for name in browsers:
        click.echo(say(name, user_language(), folder=(out / name / TO_CHOOSE[name]).resolve()))
    return 0
