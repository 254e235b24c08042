"""`porte-parole serve`: the server in the foreground, and the only place that knows Waitress.

Where it listens is loopback's matter, what it answers is api's.
"""

from __future__ import annotations

import http.client
import logging
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from wsgiref.types import WSGIApplication

import click
from waitress import wasyncore
from waitress.server import create_server

from porte_parole import heap
from porte_parole.api import WAITRESS_SETTINGS, create_app
from porte_parole.cli.discretion import class_names_only
from porte_parole.cli.foreground import published, stop_signals, wait, write_ready_file
from porte_parole.cli.loopback import HOST, bound
from porte_parole.cli.shared_service import greet, service_from
from porte_parole.cli.sources import find_sources, follow, source_options
from porte_parole.cli.wording import say, user_language
from porte_parole.errors import PorteParoleError, UsageError
from porte_parole.pairing import FollowedPairing
from porte_parole.settings import extension_ids_from, find_places, port_from, shipped, value_of
from porte_parole.tools_api import ToolsConfig

LONGEST_STOP_S = 3.0  # for answers under way; the promise is to be gone within 5 s
LONGEST_START_S = 5.0


@click.command()
@click.option("--port", metavar="N", help="Port on 127.0.0.1; 0 takes any free one [18440].")
@source_options
@click.option("--service-origin", metavar="ORIGIN", help="Be a shared service, asked at this https address.")
@click.option("--service-key", metavar="FILE", help="Its private key (see porte-parole service-key).")
@click.option("--tools", is_flag=True, help="Also answer plain requests that carry a token (practice page, scripts).")
@click.option(
    "--ready-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="F",
    help="Write port, pid and token there, as JSON, once the server answers.",
)
def serve(
    port: str | None,
    company: Path | None,
    folders: tuple[Path, ...],
    no_meaning: bool,
    service_origin: str | None,
    service_key: str | None,
    tools: bool,
    ready_file: Path | None,
) -> int:
    """Answer the browser extension until Ctrl+C.

    An installed company or rule file that is broken is reported and left out until it is corrected; one that breaks
    later leaves the last good rules in use. Files named here must load.

    A shared service listens on 127.0.0.1 too: TLS and the way in are the company's own proxy's.

    \b
    Examples:
      porte-parole serve
      porte-parole serve --company company.yml --rules my-rules
      porte-parole serve --port 0 --tools --ready-file ready.json
      porte-parole serve --service-origin https://porte-parole.example.com --service-key service-key.pem
    """
    heap.share_between_threads()
    places = find_places()
    extension_ids = extension_ids_from(value_of("extension_ids"))
    service = service_from(value_of("service_origin", service_origin), value_of("service_key", service_key))
    if service and tools:
        raise UsageError("A shared service has no plain endpoints: leave out --tools.")
    access = tools_access() if tools else None
    with bound(port_from(value_of("port", port))) as listener, stop_signals() as stops:
        real_port = listener.getsockname()[1]
        live = follow(find_sources(places, company, folders, no_meaning), _tell("left_out"), _tell("kept"))
        pairing = FollowedPairing(places.pairing_file, _tell("unusable"))
        app = create_app(live.check, pairing, real_port, extension_ids, access, service)
        # Who looks for this user's own server must not find a shared one.
        found = nullcontext() if service else published(places.endpoint_file, real_port)
        with answering(app, listener), found:
            if ready_file:
                write_ready_file(ready_file, real_port, access.token if access else None)
            if service:
                greet(service, f"http://{HOST}:{real_port}")
            else:
                _greet(real_port, access, is_paired=pairing() is not None)
            wait(stops)
        live.close()
    return 0


def tools_access() -> ToolsConfig:
    """A fresh token, and the practice page when the extension is built."""
    folder = shipped("extension/chrome-mv3")
    return ToolsConfig(secrets.token_urlsafe(32), folder if (folder / "practice.html").is_file() else None)


@contextmanager
def answering(app: WSGIApplication, listener: socket.socket) -> Iterator[None]:
    """Serves `app` from another thread while the block runs; the block begins once a request was answered."""
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # its warnings can hold a traceback
    channels: dict[int, wasyncore.dispatcher] = {}
    server = create_server(app, map=channels, sockets=[listener], **WAITRESS_SETTINGS)
    loop = threading.Thread(target=server.run, name="waitress", daemon=True)
    loop.start()
    try:
        _ask_once(listener.getsockname()[1])
        with class_names_only():
            yield
    finally:
        server.task_dispatcher.shutdown(timeout=LONGEST_STOP_S)
        # Closed by the loop's own thread: a descriptor closed under its select() would raise there.
        server.trigger.pull_trigger(lambda: wasyncore.close_all(channels))
        loop.join(1.0)


def _ask_once(port: int) -> None:
    connection = http.client.HTTPConnection(HOST, port, timeout=LONGEST_START_S)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    finally:
        connection.close()


def _greet(port: int, access: ToolsConfig | None, is_paired: bool) -> None:
    language = user_language()
    address = f"http://{HOST}:{port}"
    click.echo(f"{say('listening', language, address=address)} {say('paired' if is_paired else 'unpaired', language)}")
    if access:
        click.echo(say("tools", language, address=address, token=access.token))


def _tell(key: str) -> Callable[[PorteParoleError], None]:
    return lambda mistake: click.echo(say(key, user_language(), mistake=mistake), err=True)
