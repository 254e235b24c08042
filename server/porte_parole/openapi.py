"""The plain endpoints described in OpenAPI 3.1, out of the constants that the code itself goes by.

Serving the description is left to `tools_api.py`. What it says of a body is checked against real answers by tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from porte_parole import __version__, answers
from porte_parole.errors import BadRequest, Busy, Forbidden, InvalidPost, NotAuthenticated, RequestError, TextTooLong
from porte_parole.model import CATEGORIES, MAX_FINDINGS, MAX_TEXT_UTF16, Language, Level, Origin, Severity
from porte_parole.wire import CHOICES, MAX_SITE_CHARS

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
OFFSET: Schema = {"type": "integer", "minimum": 0, "maximum": MAX_TEXT_UTF16}

PLAIN = {"text/plain": {"schema": TEXT}}
"""How Waitress refuses what it does not hand to us."""

_ASKING = (BadRequest, NotAuthenticated, Forbidden)
_CHECKING = (*_ASKING, InvalidPost, TextTooLong, Busy)


def describe(address: str) -> Schema:
    """The description, as a JSON value.

    Args:
        address: where the endpoints are served, such as "http://127.0.0.1:18440".
    """
    check = {
        "operationId": "check",
        "summary": "What there is to say about one post",
        "requestBody": {"required": True, "content": {"application/json": {"schema": _post()}}},
        "responses": _responses(
            "The report; offsets count UTF-16 units of the text.", _report(), _CHECKING, (413, 415)
        ),
    }
    itself = {
        "operationId": "describe",
        "summary": "This description",
        "responses": _responses("An OpenAPI document.", {"type": "object"}, _ASKING, ()),
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Porte-parole, plain endpoints", "version": __version__},
        "servers": [{"url": address}],
        "security": [{"token": []}],
        "paths": {"/tools/check": {"post": check}, "/tools/openapi.json": {"get": itself}},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Finding": _finding({}), "Suppressed": _finding({"by": TEXT})},
        },
    }


def _closed(properties: Mapping[str, Schema], optional: Iterable[str] = ()) -> Schema:
    """An object with these keys and no other."""
    required = [name for name in properties if name not in set(optional)]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _one_of(values: Iterable[object]) -> Schema:
    return {"enum": list(values)}


def _post() -> Schema:
    properties = {
        "text": {**TEXT, "maxLength": MAX_TEXT_UTF16, "description": "The limit counts UTF-16 units."},
        "site": {**TEXT, "maxLength": MAX_SITE_CHARS},
        "explain": {"type": "boolean"},
        **{name: _one_of(choices) for name, choices in CHOICES.items()},
    }
    return _closed(properties, optional=set(properties) - {"text"})


def _report() -> Schema:
    properties = {
        "score": {"type": "integer", "minimum": 0, "maximum": 100},
        "level": _one_of(get_args(Level)),
        "language": _one_of(get_args(Language)),
        "tiers": _list(TEXT),
        "findings": {**_list({"$ref": "#/components/schemas/Finding"}), "maxItems": MAX_FINDINGS},
        "suppressed": _list({"$ref": "#/components/schemas/Suppressed"}),
    }
    return _closed(properties, optional=["suppressed"])


def _finding(more: Mapping[str, Schema]) -> Schema:
    weight = {"type": "number", "minimum": -1, "maximum": 1}
    return _closed(
        {
            "rule": TEXT,
            "origin": _one_of(get_args(Origin)),
            "category": _one_of(CATEGORIES),
            "severity": _one_of(severity.name.lower() for severity in Severity),
            "confidence": SHARE,
            "start": OFFSET,
            "end": OFFSET,
            "title": TEXT,
            "message": TEXT,
            "advice": TEXT,
            "suggestions": _list(TEXT),
            "lesson": TEXT_OR_NULL,
            "url": TEXT_OR_NULL,
            "reasons": _list(_closed({"what": TEXT, "text_start": OFFSET, "text_end": OFFSET, "weight": weight})),
            **more,
        }
    )


def _responses(
    answer: str, schema: Schema, refusals: Iterable[type[RequestError]], statuses: Iterable[int]
) -> dict[str, Schema]:
    """The answer, our refusals by status, and what Waitress refuses before us."""
    codes: dict[int, list[str]] = {status: [answers.REFUSALS[status][0]] for status in (*statuses, 500)}
    for kind in refusals:
        codes.setdefault(answers.STATUS[kind], []).append(kind.code)
    ours = {str(status): _refusal(names) for status, names in sorted(codes.items())}
    for status in ("400", "413", "431"):
        before = ours.setdefault(status, {"description": "Refused by the HTTP parser.", "content": {}})
        before["content"].update(PLAIN)
    return {"200": {"description": answer, "content": {"application/json": {"schema": schema}}}, **ours}


def _refusal(codes: list[str]) -> Schema:
    error = _closed({"code": _one_of(codes), "message": TEXT})
    schema = _closed({"error": error})
    return {"description": f"Refused: {', '.join(codes)}.", "content": {"application/json": {"schema": schema}}}
