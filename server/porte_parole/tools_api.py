"""Plain endpoints for who works on the rules: a check by token, and the practice page. Served only when asked for.

The report itself is left to `wire.py`, who may come in to `gate.py`, the description of it all to `openapi.py`.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from flask import Flask, Response, request

from porte_parole import openapi
from porte_parole.errors import NotAuthenticated
from porte_parole.gate import Gate, require_type
from porte_parole.strict_json import parse_json

PAGE = "practice.html"

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
"""Our own table: Python's guesses depend on the machine, and Windows calls scripts plain text."""

_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class ToolsConfig:
    """What the plain endpoints need.

    Args:
        token: what callers of /tools show; never in a log.
        page_folder: a built extension, whose practice page is served; None: no page.
    """

    token: str = field(repr=False)
    page_folder: Path | None


def install(app: Flask, gate: Gate, tools: ToolsConfig, answer: Callable[[object], dict[str, object]]) -> None:
    """Serve POST /tools/check, its description, and the practice page's files.

    Args:
        answer: makes the report of a request, both as JSON values.
    """
    token = tools.token.encode()
    description = json.dumps(openapi.describe(gate.own_origin))

    def admit() -> None:
        gate.admit_own_page()
        _check_token(token)

    def check() -> Response:
        admit()
        require_type(request.mimetype, "application/json")
        report = answer(parse_json(request.get_data(cache=False)))
        return Response(json.dumps(report), mimetype="application/json")

    def describe() -> Response:
        admit()
        return Response(description, mimetype="application/json")

    files = _page_files(tools.page_folder) if tools.page_folder is not None else {}

    def page_file() -> Response:
        gate.admit_own_page()
        path = request.path[1:]
        content_type = _TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")
        return Response(files[path], headers={"Content-Security-Policy": _PAGE_POLICY}, content_type=content_type)

    app.add_url_rule("/tools/check", "tools_check", check, methods=["POST"])
    app.add_url_rule("/tools/openapi.json", "tools_openapi", describe)
    for path in files:
        app.add_url_rule(f"/{path}", "page_file", page_file)


def _check_token(token: bytes) -> None:
    """Compare in constant time; WSGI hands headers over as Latin-1."""
    shown = request.headers.get("Authorization", "").encode("latin-1")
    if not hmac.compare_digest(shown, b"Bearer " + token):
        raise NotAuthenticated("The bearer token is missing or wrong; the server shows it when it starts.")


def _page_files(folder: Path) -> dict[str, bytes]:
    """The practice page and its parts, by path; read once, so that no request can name a file. Empty when not built."""
    if not (folder / PAGE).is_file():
        return {}
    parts = [path for part in ("chunks", "assets") for path in (folder / part).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in (folder / PAGE, *parts)}
