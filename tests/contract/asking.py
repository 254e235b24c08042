"""Our app and the ways its tests ask it: through Flask's client, and through a real Waitress."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import waitress
from flask.testing import FlaskClient
from pp1_caller import Caller
from werkzeug.test import TestResponse

from porte_parole import answers
from porte_parole.api import WAITRESS_SETTINGS, create_app
from porte_parole.gate import SEALED_TYPE
from porte_parole.model import Post, Report
from porte_parole.pairing import Pairing
from porte_parole.shared_channel import Service
from porte_parole.tools_api import ToolsConfig

PORT = 18440
CHROME_ID = "abcdefghijklmnopabcdefghijklmnop"
CHROME = f"chrome-extension://{CHROME_ID}"
FIREFOX = "moz-extension://01234567-89ab-cdef-0123-456789abcdef"
PAIRING = Pairing(bytes(range(32)))
CALLER = Caller(PAIRING.key, PAIRING.kid, PORT)
CLEAR = Report(0, "clear", "fr", ("rules",), (), "fr")

Check = Callable[[Post], Report]


def answer_clear(_post: Post) -> Report:
    return CLEAR


def client_of(
    check: Check = answer_clear,
    pairing: Callable[[], Pairing | None] = lambda: PAIRING,
    tools: ToolsConfig | None = None,
    service: Service | None = None,
) -> FlaskClient:
    return create_app(check, pairing, PORT, frozenset([CHROME_ID]), tools, service).test_client()


def send(
    client: FlaskClient,
    body: bytes | None = None,
    path: str = "/v1/check",
    method: str = "POST",
    host: str = f"127.0.0.1:{PORT}",
    **headers: str,
) -> TestResponse:
    """A request that would be answered, with what is given changed; header names with _ for -."""
    sent = {"Host": host, "Content-Type": SEALED_TYPE, **{name.replace("_", "-"): headers[name] for name in headers}}
    data = CALLER.seal({"text": "bonjour"}, path) if body is None else body
    return client.open(path, method=method, data=data, headers={name: value for name, value in sent.items() if value})


def code_of(answer: TestResponse) -> str:
    """The code of an error answer, after a look at everything that all of them share."""
    error = json.loads(answer.data)
    assert list(error) == ["error"]
    assert sorted(error["error"]) == ["code", "message"]
    assert len(answer.data) <= answers.MAX_ERROR_BYTES
    assert answer.content_type == "application/json"
    assert_safe(answer)
    return str(error["error"]["code"])


def assert_safe(answer: TestResponse) -> None:
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in answer.headers
    assert "Set-Cookie" not in answer.headers


def cors_of(answer: TestResponse) -> dict[str, str]:
    return {name: value for name, value in answer.headers if name.startswith("Access-Control-")}


@contextmanager
def served(check: Check) -> Iterator[int]:
    """The app behind a real Waitress, as `serve` runs it; yields the port."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    app = create_app(check, lambda: PAIRING, port, frozenset([CHROME_ID]))
    server = waitress.create_server(app, sockets=[listener], **WAITRESS_SETTINGS)
    thread = Thread(target=server.run)
    thread.start()
    try:
        yield port
    finally:
        # Waitress closes only from its own loop, which sleeps until something happens.
        server.trigger.pull_trigger(server.close)
        thread.join(10)
        server.task_dispatcher.shutdown()


def post(port: int, body: bytes, path: str = "/v1/check", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", path, body, {"Content-Type": SEALED_TYPE, **headers})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()
