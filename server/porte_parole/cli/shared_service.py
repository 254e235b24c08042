"""The shared service on the command line: `porte-parole service-key`, and what `serve` needs to be one."""

from __future__ import annotations

import json
from pathlib import Path

import click

from porte_parole import service_key as keys
from porte_parole.cli.wording import say, user_language
from porte_parole.errors import UsageError
from porte_parole.settings import service_origin_from
from porte_parole.shared_channel import Service


@click.command(name="service-key")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="New file for the private key; stays with the service.",
)
def service_key(out: Path) -> int:
    """Make the key of a shared service, and show its public half for the browsers' policy.

    Run it as the account that the service runs under: nobody else may read the file.

    \b
    Example:
      porte-parole service-key --out service-key.pem
    """
    public = keys.public_text(keys.create(out))
    click.echo(say("service_key", user_language(), file=out))
    click.echo(json.dumps({"service_origin": "https://…", "service_public_key": public}, indent=2, ensure_ascii=False))
    return 0


def service_from(origin: str, key_file: str) -> Service | None:
    """The shared service that the two settings describe; None when neither is set.

    Raises:
        UsageError: only one is, or one of them cannot be used.
    """
    if not origin and not key_file:
        return None
    if not origin or not key_file:
        raise UsageError("A shared service needs both: --service-origin and --service-key.")
    return Service(service_origin_from(origin), keys.load(Path(key_file)))


def greet(service: Service, address: str) -> None:
    """Say that the service answers, and by which key browsers know it."""
    values = {"origin": service.origin, "address": address, "public_key": keys.public_text(service.key)}
    click.echo(say("service", user_language(), **values))
