"""Frames: a length, then that many bytes; nothing longer is even read."""

from __future__ import annotations

import io
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porte_parole.errors import BadRequest
from porte_parole.native_messaging.frames import MAX_REQUEST_BYTES, read_frame, write_frame


def announced(length: int, body: bytes = b"") -> io.BytesIO:
    return io.BytesIO(struct.pack("=I", length) + body)


@given(st.binary(min_size=1, max_size=MAX_REQUEST_BYTES), st.binary(max_size=8))
def test_one_message_is_read_and_what_follows_is_left(body: bytes, rest: bytes) -> None:
    stream = announced(len(body), body + rest)

    assert read_frame(stream) == body
    assert stream.read() == rest


def test_a_closed_stream_asks_nothing() -> None:
    assert read_frame(io.BytesIO()) is None


@pytest.mark.parametrize("length", [0, MAX_REQUEST_BYTES + 1, 2**31, 2**32 - 1])
def test_an_empty_or_long_message_is_refused_before_it_is_read(length: int) -> None:
    stream = announced(length, b"{}")

    with pytest.raises(BadRequest):
        read_frame(stream)
    assert stream.read() == b"{}"


@pytest.mark.parametrize("sent", [b"\x19", b"\x19\x00\x00", struct.pack("=I", 25) + b'{"v":1'])
def test_a_message_cut_short_is_refused(sent: bytes) -> None:
    with pytest.raises(BadRequest):
        read_frame(io.BytesIO(sent))


def test_what_is_written_is_read_back() -> None:
    stream = io.BytesIO()
    write_frame(stream, {"v": 1, "error": "unusable"})
    stream.seek(0)

    assert json.loads(read_frame(stream) or b"") == {"v": 1, "error": "unusable"}
    assert stream.read() == b""
