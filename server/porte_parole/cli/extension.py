"""`porte-parole extension`: hands out the built browser extension, which the package carries."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click

from porte_parole.cli.wording import say, user_language
from porte_parole.errors import UsageError
from porte_parole.settings import ServiceOrigin, service_origin_from, shipped

BUILDS = {"chrome": "extension/chrome-mv3", "firefox": "extension/firefox-mv3"}
TO_CHOOSE = {"chrome": ".", "firefox": "manifest.json"}  # Firefox asks for a file, Chrome for the folder

OWN_HOST = "http://127.0.0.1/*"
OWN_CONNECTION = "connect-src http://127.0.0.1:*"
"""What the ordinary build may ask (extension/wxt.config.ts)."""


@click.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="New or empty folder; each browser gets a folder of its own in it.",
)
@click.option("--browser", type=click.Choice(tuple(BUILDS)), help="Only this one (chrome is also for Edge).")
@click.option("--service", metavar="ORIGIN", help="May ask the shared service at this https address, and nothing else.")
def extension(out: Path, browser: str | None, service: str | None) -> int:
    """Copy the built extension, ready to be loaded.

    \b
    Examples:
      porte-parole extension --out extension-to-load
      porte-parole extension --out extension-to-load --browser firefox
      porte-parole extension --out extension-to-pack --service https://porte-parole.example.com
    """
    origin = service_origin_from(service) if service is not None else None
    browsers = [browser] if browser else list(BUILDS)
    for name in browsers:
        if not (shipped(BUILDS[name]) / "manifest.json").is_file():
            raise UsageError(f"The extension for {name} is not built yet: run make setup in the source folder first.")
    manifests = {name: _pointed_at(origin, shipped(BUILDS[name]) / "manifest.json") for name in browsers if origin}
    if out.is_dir() and any(out.iterdir()):
        raise UsageError(f"{out} is not empty: name a new or an empty folder; nothing was written.")
    try:
        for name in browsers:
            shutil.copytree(shipped(BUILDS[name]), out / name)
            if name in manifests:
                (out / name / "manifest.json").write_text(manifests[name], "utf-8")
    except OSError as problem:
        raise UsageError(f"{out} cannot be written ({problem.strerror}).") from problem
    for name in browsers:
        click.echo(say(name, user_language(), folder=(out / name / TO_CHOOSE[name]).resolve()))
    return 0


def _pointed_at(service: ServiceOrigin, file: Path) -> str:
    """The manifest in `file` for one service: the browser itself then allows nothing else, not even this computer."""
    manifest = json.loads(file.read_text("utf-8"))
    hosts, policy = manifest["host_permissions"], manifest["content_security_policy"]
    start, own, rest = policy["extension_pages"].partition(OWN_CONNECTION)
    if not own or rest or OWN_HOST not in hosts:
        raise UsageError("The built extension is not the one this program belongs to; nothing was written.")
    # Firefox takes no port in such a pattern; the policy names it for both.
    hosts[hosts.index(OWN_HOST)] = f"https://{service.host}/*"
    policy["extension_pages"] = f"{start}connect-src {service}"
    return json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
