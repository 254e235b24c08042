"""Cases J: what Python itself sees the server do while it answers: it writes, starts and connects nothing."""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.security.raw_http import ask, request
from tests.security.refusals import CANARY
from tests.security.running import Server, serving
from tests.security.server_under_test import RAISING

NEW_NETWORK = 0x4000_0000  # CLONE_NEWNET
SET_FLAGS = 0x8914  # SIOCSIFFLAGS
UP = 1  # IFF_UP


def every_kind(server: Server) -> Iterator[bytes]:
    """Requests of every kind, and the body that a Waitress of its own mind writes to a file."""
    yield request(server.port, server.sealed(f"{CANARY} mon compte : BE68 5390 0754 7034"))
    yield request(server.port, server.sealed("a" * 10_000))
    yield request(server.port, server.caller.seal({}, "/v1/ping"), target="/v1/ping")
    yield request(server.port, b"{}")
    yield request(server.port, method="GET", target="/")
    yield request(server.port, CANARY.encode() * 24_000)  # 600 kB
    yield request(server.port, b"", headers=(b"Transfer-Encoding: chunked",), without=("content-length",)) + (
        b"927c0\r\n" + b"a" * 600_000 + b"\r\n0\r\n\r\n"
    )
    for name in RAISING:
        yield request(server.port, server.sealed(f"fault {name} {CANARY}"))


def test_j_02_answering_writes_starts_and_connects_nothing(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        before = set(tmp_path.rglob("*"))
        for sent in every_kind(server):
            ask(server.port, sent)

        assert server.deeds() == []
        assert set(tmp_path.rglob("*")) == before

        server.check(f"fault scribble {tmp_path / 'temp' / 'note'}")
        assert [event.name for event in server.deeds()] == ["open"]  # so it would have been seen


def alone() -> None:
    """Take this process away from every network; only its own loopback remains."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(NEW_NETWORK) != 0:
        raise OSError(ctypes.get_errno(), "no network of one's own")
    with socket.socket() as door:
        fcntl.ioctl(door, SET_FLAGS, struct.pack("16sh", b"lo", UP))


def can_be_alone() -> bool:
    child = os.fork()
    if child == 0:
        try:
            alone()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can take a network away")
def test_j_05_it_needs_no_network_and_asks_for_none(tmp_path: Path) -> None:
    if not can_be_alone():
        pytest.skip("this machine gives no process a network of its own")

    def ask_from_within(server: Server) -> tuple[int, list[object]]:
        """In a thread, for it stays in the server's network."""
        with Path("/proc", str(server.process.pid), "ns", "net").open() as network:
            ctypes.CDLL(None).setns(network.fileno(), NEW_NETWORK)
        server.deeds()
        answered = sum(server.report(f"bonjour {number}")["level"] == "clear" for number in range(100))
        return answered, list(server.deeds())

    with ThreadPoolExecutor(1) as within, serving(tmp_path, before=alone, is_reached=False) as server:
        assert within.submit(ask_from_within, server).result() == (100, [])


def test_j_05_no_test_of_this_run_reaches_another_machine() -> None:
    with pytest.raises(AssertionError, match=r"tests stay on this machine"):
        socket.create_connection(("192.0.2.1", 9), timeout=0.1)
