"""Messages as browsers frame them: the length in 4 bytes, in the machine's own order, then that many bytes of JSON.

What a message means is left to `answer.py`. (https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging)
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import BinaryIO

from porte_parole.errors import BadRequest

MAX_REQUEST_BYTES = 1_024
"""Longest message read; the only request there is has 25."""

_LENGTH = struct.Struct("=I")


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next message's bytes; None when the other side closed before saying anything.

    Nothing is read, nor any memory taken, for a message that is announced as too long.

    Raises:
        BadRequest: empty, longer than MAX_REQUEST_BYTES, or cut short.
    """
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
    if not 0 < length <= MAX_REQUEST_BYTES:
        raise BadRequest("A message has 1 to 1,024 bytes, after 4 that give its length.")
    body = stream.read(length)
    if len(body) < length:
        raise BadRequest("The message is shorter than announced.")
    return body


def write_frame(stream: BinaryIO, message: Mapping[str, object]) -> None:
    """Send one message, of a few hundred bytes. Raises OSError when nobody listens any more."""
    body = json.dumps(message, separators=(",", ":")).encode()
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()
