"""Cases C that take as long as the server waits: all of them at the same time, on two servers."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.security.raw_http import request
from tests.security.running import Server, serving

LONGEST_S = 15.0

UNFINISHED = {
    "C-10 bare line feeds": b"POST /v1/check HTTP/1.1\nHost: x\n\n",
    "C-17 half a header": b"POST /v1/check HTTP/1.1\r\nHost: 127",
    "C-17 half a body": b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{",
}


def wait_for_end(port: int, sent: bytes) -> tuple[bytes, float]:
    """What came back before the server closed, and how long that took, in seconds."""
    with socket.create_connection(("127.0.0.1", port), timeout=3 * LONGEST_S) as connection:
        began = time.monotonic()
        connection.sendall(sent)
        received = b""
        while piece := connection.recv(4_096):
            received += piece
        return received, time.monotonic() - began


def ask_behind_idle_ones(server: Server) -> float:
    """How long a real request waits behind 60 connections that say nothing, in seconds."""
    with ExitStack() as idle:
        for _ in range(60):
            idle.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=LONGEST_S))
        began = time.monotonic()
        with socket.create_connection(("127.0.0.1", server.port), timeout=3 * LONGEST_S) as connection:
            connection.sendall(request(server.port, server.sealed("bonjour")))
            assert connection.recv(12) == b"HTTP/1.1 200"
        return time.monotonic() - began


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future]]:
    """All of it started; each test waits for its own part."""
    folder: Path = tmp_path_factory.mktemp("slow")
    with serving(folder / "one") as one, serving(folder / "two") as two, ThreadPoolExecutor() as together:
        started = {case: together.submit(wait_for_end, one.port, sent) for case, sent in UNFINISHED.items()}
        yield {**started, "C-18": together.submit(ask_behind_idle_ones, two)}
        assert one.report("")["level"] == two.report("")["level"] == "clear"  # both still answer


@pytest.mark.parametrize("case", UNFINISHED)
def test_an_unfinished_request_is_closed(case: str, outcomes: dict[str, Future]) -> None:
    received, took_s = outcomes[case].result()

    assert received == b"" or received.split()[1] in (b"400", b"408")
    assert took_s < LONGEST_S + 1


def test_c_18_a_request_behind_sixty_idle_connections_is_answered(outcomes: dict[str, Future]) -> None:
    assert outcomes["C-18"].result() < LONGEST_S + 1
