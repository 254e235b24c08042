"""What is done to envelopes and requests: grammar, values, and the change of one key."""

from __future__ import annotations

import base64
from random import Random
from typing import Any

from .mutating import damaged

CLOCKS_MS = (0, 2**45)
"""Between these our clock stands, anywhere: 1970 to 3084."""

TOKENS = (
    *(b'"', b"{", b"}", b"[", b"]", b":", b",", b"\\", b"\\u0000"),
    *(b"\\ud800", b"\\", b"0", b"-", b"1e9", b"1E999", b"NaN"),
    *(b"null", b"true", b"Infinity", b"9" * 25, b"\xff"),
    *(b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\0", b"\n", b" ", b"=", b"A"),
    *(b'"v":1,', b'"t":0,', b'"text":"",', b'"text":1,'),
    *(b'"explain":true,', b'"x":', b"{}", b"[]", b"'", b"//", b"-_"),
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, 2, -1, 1.0, 10**23, -(10**23)),
    *(1e308, "", "a", "k1", "é", "\ud800", "A" * 10_000, "=" * 16),
    *([], {}, [1], {"a": 1}, "AAAA", "A" * 16, "A" * 22, "A" * 15, "public", "fr", "official", CLOCKS_MS[1]),
)  # fmt: skip


def changed(dice: Random, form: dict[str, Any]) -> dict[str, Any]:
    """The object with one key gone, added, or of another value."""
    key = dice.choice(list(form))
    kind = dice.randrange(4)
    if kind == 0:
        return {name: value for name, value in form.items() if name != key}
    if kind == 1 and isinstance(form[key], str):
        return {**form, key: damaged(dice, form[key], ("A", "=", "-", "é", "\0", "\ud800", " "))}
    if kind == 2 and key in ("n", "c"):
        return {
            **form,
            key: base64.urlsafe_b64encode(dice.randbytes(dice.choice((0, 11, 12, 13, 15, 16, 400)))).decode(),
        }
    return {**form, dice.choice((key, key, "x", "v", "explain")): dice.choice(VALUES)}


def junk(dice: Random) -> bytes:
    if dice.random() < 0.3:
        return dice.choice(TOKENS) * dice.choice((10, 1000, 30_000))
    return b"".join(dice.choice(TOKENS) for _ in range(dice.randint(0, 40)))
