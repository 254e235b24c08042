"""Who may come in: Host, route, Origin, content type and length, in this order, before a body is read.

flask-cors writes the headers that tell a browser about it; what is refused here never reaches a view. Whether the
caller holds the key is left to `channel.py`.
"""

from __future__ import annotations

import re

from flask import Flask, Response, request
from flask_cors import CORS
from werkzeug.exceptions import BadRequest as NotUnderstood
from werkzeug.exceptions import UnsupportedMediaType

from porte_parole.errors import Forbidden
from porte_parole.settings import ServiceOrigin

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80

MAX_BODY_BYTES = 65_536
"""Longest body: 10,000 UTF-16 units take at most 30 kB in UTF-8, and 40 kB sealed."""

SEALED_TYPE = "application/pp1+json"
SHARED_SEALED_TYPE = "application/pp2+json"
"""Content types of an envelope; a page cannot send them without asking first (a preflight), and is refused then."""

_FIREFOX_ORIGIN = r"moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
"""Firefox gives each installation its own UUID, so only the form can be checked; no web page has that scheme."""


class Gate:
    """The checks of one server.

    Args:
        port: the port really listened on, 1 to 65535.
        extension_ids: the exact Chrome IDs to let in.
        service: the address of the shared service that this server is, behind TLS that is not ours; None: it is none.
    """

    def __init__(self, port: int, extension_ids: frozenset[str], service: ServiceOrigin | None = None) -> None:
        own = LOOPBACK if port == HTTP_PORT else f"{LOOPBACK}:{port}"  # as browsers write it
        self.own_origin = f"http://{own}"
        self.sealed_type = SHARED_SEALED_TYPE if service else SEALED_TYPE
        self._hosts = {own, *([service.netloc] if service else [])}
        self._names = [LOOPBACK, *([service.host] if service else [])]
        chrome = [re.escape(f"chrome-extension://{name}") for name in sorted(extension_ids)]
        # One pattern for the gate and for flask-cors, which matches only at the start: hence the end in it.
        self._extension = re.compile(rf"(?:{'|'.join([*chrome, _FIREFOX_ORIGIN])})\Z")

    def install(self, app: Flask) -> None:
        """Put the gate before every route of `app`, served or not."""
        app.config.update(
            TRUSTED_HOSTS=self._names,  # a second look at the name; the port is compared below
            MAX_CONTENT_LENGTH=MAX_BODY_BYTES,  # compared with the header, before the body is read
            MAX_FORM_PARTS=1,
            MAX_FORM_MEMORY_SIZE=1024,
            PROVIDE_AUTOMATIC_OPTIONS=False,
        )
        app.url_map.merge_slashes = False  # else //v1/check is answered with a redirect
        app.before_request(self._check_host)
        # Called in reverse order: ours sees the answer after flask-cors did.
        app.after_request(self._trim_cors)
        CORS(
            app,
            resources=r"/v1/.*",
            origins=[self._extension],
            methods=["POST"],
            allow_headers=["Content-Type"],
            max_age=600,
            always_send=False,
            send_wildcard=False,
            supports_credentials=False,
            intercept_exceptions=False,
        )

    def admit_extension(self) -> None:
        """Let only our extension's requests pass, or those without an Origin (the key is the real proof).

        Raises:
            Forbidden: another Origin.
            UnsupportedMediaType: not an envelope, or an encoded one.
        """
        if "Origin" in request.headers and not self._is_extension():
            raise Forbidden("Only the extension may ask here.")
        require_type(request.headers.get("Content-Type"), self.sealed_type)

    def admit_own_page(self) -> None:
        """Let only our own page's requests pass, or those of programs, which have no Origin.

        Raises:
            Forbidden: another Origin.
        """
        if request.headers.get("Origin", self.own_origin) != self.own_origin:
            raise Forbidden("Only this server's own page may ask here.")

    def answer_preflight(self) -> Response:
        """The answer to OPTIONS; flask-cors adds what is allowed.

        Raises:
            Forbidden: not our extension.
        """
        if not self._is_extension():
            raise Forbidden("Only the extension may ask here.")
        return Response(status=204)

    def _is_extension(self) -> bool:
        return self._extension.fullmatch(request.headers.get("Origin", "")) is not None

    def _check_host(self) -> None:
        """Refuse every other Host, for a rebinding page has one; Flask itself looks at the route only afterwards."""
        if request.environ.get("HTTP_HOST") not in self._hosts:
            raise NotUnderstood

    def _trim_cors(self, answer: Response) -> Response:
        """Whom the gate does not know is told nothing; and nobody about private networks, which flask-cors answers."""
        for name in [name for name, _value in answer.headers if name.startswith("Access-Control-")]:
            if name == "Access-Control-Allow-Private-Network" or not self._is_extension():
                del answer.headers[name]
        return answer


def require_type(given: str | None, expected: str) -> None:
    """Refuse a body of another type, and every encoded one.

    Raises:
        UnsupportedMediaType: so it is.
    """
    if given != expected or "Content-Encoding" in request.headers:
        raise UnsupportedMediaType
