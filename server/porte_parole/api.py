"""The server's HTTP face: sealed requests in, sealed reports out, and the same short refusals for everybody else.

Checked in this order: Host, route and method, Origin, content type, length, form of the envelope, proof, payload, free
slot. Listening is left to `cli/serve.py`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from threading import BoundedSemaphore

from flask import Flask, Response, request

from porte_parole import __version__, answers, tools_api
from porte_parole.errors import Busy, ClockOff, InvalidPost
from porte_parole.followed_channel import FollowedChannel
from porte_parole.gate import MAX_BODY_BYTES, Gate
from porte_parole.model import MAX_TEXT_UTF16, Post, Report
from porte_parole.pairing import Pairing
from porte_parole.sealing import Opener, SealAnswer
from porte_parole.shared_channel import Service, SharedChannel
from porte_parole.strict_json import parse_json
from porte_parole.tools_api import ToolsConfig
from porte_parole.wire import post_from_json, report_to_json

CHECK_SLOTS = 4
"""Posts checked at the same time; more would only share the same cores."""

SLOT_TIMEOUT_S = 0.3
"""How long a request waits for a slot before it is told to come back."""

WAITRESS_SETTINGS: dict[str, object] = {
    "threads": 2 * CHECK_SLOTS,  # as many again as check, so that somebody is there to say "busy"
    "connection_limit": 50,
    "channel_timeout": 10,
    "cleanup_interval": 5,
    "max_request_body_size": MAX_BODY_BYTES + 1,  # Waitress refuses from this size on
    "max_request_header_size": 16_384,
    # Above these two Waitress writes to a temporary file, and the text must never be in one.
    "inbuf_overflow": 2 * MAX_BODY_BYTES,
    "outbuf_overflow": 16 * 1024 * 1024,
    "channel_request_lookahead": 0,
    "ident": None,
    "expose_tracebacks": False,
}
"""How to serve the app with Waitress: sizes in bytes, times in seconds."""

Answer = Callable[[object], dict[str, object]]
"""Makes the answer of a request, both as JSON values."""


def create_app(
    check: Callable[[Post], Report],
    pairing: Callable[[], Pairing | None],
    port: int,
    extension_ids: frozenset[str],
    tools: ToolsConfig | None = None,
    service: Service | None = None,
) -> Flask:
    """The WSGI application.

    Args:
        check: reads one post; called from several threads.
        pairing: the pairing in force, asked at each request; None: nobody is paired.
        port: the port really listened on, 1 to 65535.
        extension_ids: exact Chrome IDs (`settings.extension_ids_from`).
        tools: serves the plain endpoints too; None: they do not exist.
        service: the shared service to be (PP2), which nobody pairs with; None: this user's server (PP1).
    """
    app = answers.QuietFlask("porte_parole", static_folder=None)
    app.debug = False  # whatever FLASK_DEBUG says: its pages show what is in memory
    gate = Gate(port, extension_ids, service.origin if service else None)
    answers.install(app)
    gate.install(app)
    answer_check = _checking(check)
    current = _channels(pairing, port, service)
    _add_sealed(app, gate, current, "/v1/check", answer_check)
    _add_sealed(app, gate, current, "/v1/ping", _answer_ping)
    if tools is not None:
        tools_api.install(app, gate, tools, answer_check)
    return app


def _channels(pairing: Callable[[], Pairing | None], port: int, service: Service | None) -> Callable[[], Opener]:
    """What gives the channel to use, at each request."""
    if service is None:
        return FollowedChannel(pairing, port)
    shared = SharedChannel(service)
    return lambda: shared


def _add_sealed(app: Flask, gate: Gate, current: Callable[[], Opener], path: str, answer: Answer) -> None:
    def view() -> Response:
        if request.method == "OPTIONS":
            return gate.answer_preflight()
        gate.admit_extension()
        now_ms = time.time_ns() // 1_000_000
        try:
            opened = current().open(request.get_data(cache=False), path, now_ms)
        except ClockOff as late:
            told = {**answers.error_value(late.code, late.message), "now_ms": now_ms}
            return sealed(late.answer, told, 401)
        return sealed(opened.answer, answer(parse_json(opened.payload)), 200)

    def sealed(seal: SealAnswer, value: object, status: int) -> Response:
        return Response(seal(json.dumps(value).encode()), status, content_type=gate.sealed_type)

    app.add_url_rule(path, path, view, methods=["POST", "OPTIONS"])


def _checking(check: Callable[[Post], Report]) -> Answer:
    """The answer to /v1/check and /tools/check, which share the slots."""
    slots = BoundedSemaphore(CHECK_SLOTS)

    def answer(value: object) -> dict[str, object]:
        post = post_from_json(value)
        if not slots.acquire(timeout=SLOT_TIMEOUT_S):
            raise Busy("The server is busy; try again in a second.")
        try:
            return report_to_json(check(post), post)
        finally:
            slots.release()

    return answer


def _answer_ping(value: object) -> dict[str, object]:
    if value != {}:
        raise InvalidPost("A ping carries nothing: its payload is {}.")
    return {"version": __version__, "max_text_utf16": MAX_TEXT_UTF16}
