"""Every answer's form: the one shape of errors, and the headers that no answer goes without."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from porte_parole.errors import (
    BadRequest,
    Busy,
    Forbidden,
    InvalidPost,
    NotAuthenticated,
    RequestError,
    TextTooLong,
)

MAX_ERROR_BYTES = 200
"""Longest body of an error answer."""

_log = logging.getLogger(__name__)

STATUS: Mapping[type[RequestError], int] = {
    BadRequest: 400,
    NotAuthenticated: 401,
    Forbidden: 403,
    InvalidPost: 422,
    TextTooLong: 422,
    Busy: 503,
}

REFUSALS: Mapping[int, tuple[str, str]] = {
    400: ("bad_request", "The request is not one that this server understands."),
    404: ("not_found", "There is nothing here."),
    405: ("method_not_allowed", "This method is not served here."),
    413: ("too_large", "The body is larger than 64 KiB."),
    415: ("unsupported_media_type", "The body must have the content type of the contract, and no encoding."),
    500: ("internal", "The server failed; the text was not checked."),
}

_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


class QuietFlask(Flask):
    """Flask without the traceback it logs when an error handler fails too: a traceback can hold the user's text."""

    def log_exception(self, exc_info: Any) -> None:
        """Log the class of the exception alone."""
        _log.error("%s while answering", exc_info[0].__name__)


def install(app: Flask) -> None:
    """Give `app` the error answers and the headers."""
    for kind in STATUS:
        app.register_error_handler(kind, _refused)
    app.register_error_handler(HTTPException, _not_served)
    app.register_error_handler(Exception, _failed)
    app.after_request(_with_headers)


def _refused(error: RequestError) -> Response:
    answer = _error(STATUS[type(error)], error.code, error.message)
    if isinstance(error, Busy):
        answer.headers["Retry-After"] = "1"
    return answer


def _not_served(error: HTTPException) -> Response:
    """What Flask refuses, or a handler here that failed. Flask's own sentences are not used: some quote the request."""
    status = error.code if error.code is not None and error.code in REFUSALS else 400
    answer = _error(status, *REFUSALS[status])
    if status == 405:
        answer.headers.extend([item for item in error.get_headers() if item[0] == "Allow"])
    return answer


def _failed(error: Exception) -> Response:
    """Our own fault. Only the class is logged: the message of almost any exception can hold the user's text."""
    _log.error("%s while answering", type(error).__name__)
    return _error(500, *REFUSALS[500])


def _error(status: int, code: str, message: str) -> Response:
    return Response(json.dumps(error_value(code, message)), status, mimetype="application/json")


def error_value(code: str, message: str) -> dict[str, object]:
    """The one shape of errors, as a JSON value."""
    return {"error": {"code": code, "message": message}}


def _with_headers(answer: Response) -> Response:
    for name, value in _HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
