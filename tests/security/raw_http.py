"""HTTP written byte by byte, for what no client library would send; reads whatever comes back."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader

TIMEOUT_S = 10.0
"""Longest wait for an answer: longer than the server's own limit for half a request would be noticed."""


@dataclass(frozen=True)
class Answer:
    """One answer; header names in lower case, as often as they were sent."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all_of(self, name: str) -> list[str]:
        """Every value of a header; empty when it was not sent."""
        return [value for given, value in self.headers if given == name]

    @property
    def code(self) -> str:
        """The code in an error of ours."""
        return str(json.loads(self.body)["error"]["code"])


def request(
    port: int,
    body: bytes = b"",
    method: str = "POST",
    target: str = "/v1/check",
    headers: tuple[bytes, ...] = (),
    without: tuple[str, ...] = (),
) -> bytes:
    """A request as bytes. `headers` come last, as they are; those named in `without` (lower case) are left out."""
    usual = {"host": f"127.0.0.1:{port}", "content-type": "application/pp1+json", "content-length": str(len(body))}
    lines = [f"{name}: {value}".encode() for name, value in usual.items() if name not in without]
    return b"\r\n".join([f"{method} {target} HTTP/1.1".encode("latin-1"), *lines, *headers, b"", body])


@contextmanager
def connected(port: int, host: str = "127.0.0.1") -> Iterator[socket.socket]:
    with socket.create_connection((host, port), timeout=TIMEOUT_S) as connection:
        yield connection


def ask(port: int, sent: bytes, has_body: bool = True) -> Answer | None:
    """The answer to the bytes `sent`; None when the server closed the connection without one."""
    with connected(port) as connection:
        return next(answers(connection, sent, has_body), None)


def answers(connection: socket.socket, sent: bytes, has_body: bool = True) -> Iterator[Answer]:
    """Every answer to `sent`, until the connection ends. A reset ends it too, also while we are still sending.

    Args:
        has_body: whether the length that an answer announces follows; else its body is all that comes until the end.

    Raises:
        TimeoutError: the server neither answers nor closes.
    """
    with suppress(BrokenPipeError, ConnectionResetError):  # it had read enough to refuse; an answer may still be there
        connection.sendall(sent)
    try:
        with connection.makefile("rb") as stream:
            while (answer := _read(stream, has_body)) is not None:
                yield answer
    except ConnectionResetError:
        return


def _read(stream: BufferedReader, has_body: bool) -> Answer | None:
    start = stream.readline()
    if not start:
        return None
    headers = []
    while (line := stream.readline()) not in (b"\r\n", b""):
        name, _colon, value = line.decode("latin-1").partition(":")
        headers.append((name.strip().lower(), value.strip()))
    length = int(dict(headers).get("content-length", "0")) if has_body else -1
    status = int(start.split()[1])
    return Answer(status, tuple(headers), stream.read(length))
