"""`porte-parole pair`: shows the code that joins a browser to this user's server."""

from __future__ import annotations

import socket

import click

from porte_parole import endpoint, pairing
from porte_parole.cli.wording import say, user_language
from porte_parole.errors import UsageError
from porte_parole.settings import Places, find_places, port_from, value_of

CONNECT_TIMEOUT_S = 0.5


@click.command()
@click.option("--reset", is_flag=True, help="Make a new key; every browser has to be paired again.")
@click.option("--port", metavar="N", help="Port of the server, when it does not run yet [18440].")
def pair(reset: bool, port: str | None) -> int:
    """Show the code to paste into the extension's options.

    The code stays the same until --reset, and a running server needs no restart.

    \b
    Examples:
      porte-parole pair
      porte-parole pair --reset
    """
    places = find_places()
    real_port = _port(places, port)
    file = places.pairing_file
    current = pairing.create(file, replace=True) if reset else pairing.load_or_create(file)
    click.echo(f"\n  {click.style(pairing.code(current, real_port), bold=True)}\n")
    click.echo(say("paste", user_language()))
    click.echo(say("secret", user_language()))
    return 0


def _port(places: Places, flag: str | None) -> int:
    """The flag's port, else that of the running server, else the setting's."""
    running = None if flag else endpoint.read(places.endpoint_file)
    if running and _answers(running.port):
        return running.port
    port = port_from(value_of("port", flag))
    if port == 0:
        raise UsageError("The port is not known yet: start the server first with porte-parole serve, then pair.")
    return port


def _answers(port: int) -> bool:
    # A server that was killed leaves its endpoint file behind.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(CONNECT_TIMEOUT_S)
        return probe.connect_ex(("127.0.0.1", port)) == 0
