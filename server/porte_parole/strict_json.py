"""Reads JSON the way a security gate must: one spelling, one meaning. What the value means is left to its reader."""

from __future__ import annotations

import json
from contextlib import suppress
from math import isfinite
from typing import NoReturn

from porte_parole.errors import BadRequest

MAX_NUMBER_CHARS = 24
"""Longest number read: every double is written in 24 characters or fewer, and nothing here needs longer integers."""


def parse_json(body: bytes) -> object:
    """The value written in `body`: dict, list, str, int, float, bool or None. Strings may hold lone surrogates.

    Args:
        body: UTF-8 without a byte order mark. May be empty (which is refused).

    Raises:
        BadRequest: another encoding, a repeated key, NaN or an infinity, a number longer than 24 characters, nesting
            too deep to read, or anything else that is not JSON.
    """
    # The refusal is raised after the block, not inside it: the decoder's own error carries the whole text (`.doc`),
    # and an exception raised inside would keep it as its context.
    with suppress(ValueError, RecursionError):
        return _DECODER.decode(body.decode("utf-8"))
    raise BadRequest("This must be strict JSON in UTF-8: no repeated key, no NaN, no byte order mark.")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("repeated key")
    return value


def _integer(digits: str) -> int:
    if len(digits) > MAX_NUMBER_CHARS:
        raise ValueError("integer too long")
    return int(digits)


def _real(digits: str) -> float:
    value = float(digits)
    if len(digits) > MAX_NUMBER_CHARS or not isfinite(value):
        raise ValueError("not a number we can hold")
    return value


def _no_constant(_name: str) -> NoReturn:
    raise ValueError("NaN and the infinities are not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_real, parse_constant=_no_constant
)
