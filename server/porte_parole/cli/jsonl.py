"""Answers JSON lines one by one, in order, each as soon as it is read; a bad line gets its error and the rest go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

import click

from porte_parole.analyzer import Analyzer
from porte_parole.errors import BadRequest, PorteParoleError
from porte_parole.model import Level, Post
from porte_parole.strict_json import parse_json
from porte_parole.wire import post_from_json, report_to_json

REQUEST_KEYS = tuple(field.name for field in fields(Post))


def answer_lines(lines: Iterable[bytes], analyzer: Analyzer, options: Mapping[str, object]) -> Iterator[Level | None]:
    """Write one line to standard output for each line read, flushed; a blank line is skipped.

    Args:
        lines: JSON objects in UTF-8 with `text` and perhaps `id` and the other keys of a request; further keys (labels
            of a test set) are not read.
        analyzer: answers each text.
        options: keys of a request for the lines that do not have them.

    Yields:
        The level of each answered line; None for a line that got an error.
    """
    for line in lines:
        if line.strip():
            answer, level = _answer(line, analyzer, options)
            # A lone surrogate in an id has no UTF-8; backslashreplace writes it as JSON's own escape.
            click.echo(json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace"))
            yield level


def _answer(line: bytes, analyzer: Analyzer, options: Mapping[str, object]) -> tuple[dict[str, object], Level | None]:
    known_id: object = None
    try:
        value = parse_json(line.strip())
        if not isinstance(value, dict):
            raise BadRequest('A line must be a JSON object such as {"id": "1", "text": "…"}.')
        known_id = value.get("id")
        post = post_from_json({**options, **{key: value[key] for key in REQUEST_KEYS if key in value}})
        report = analyzer.check(post)
        return {"id": known_id, **report_to_json(report, post)}, report.level
    except PorteParoleError as mistake:
        return {"id": known_id, "error": {"code": mistake.code, "message": mistake.message}}, None
    except Exception as surprise:  # noqa: BLE001  (one text the engine cannot bear must not cost the others)
        message = f"Something went wrong inside Porte-parole ({type(surprise).__name__})."
        return {"id": known_id, "error": {"code": "internal", "message": message}}, None
