"""Cases H: other programs and other people on the same machine."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from asking import answer_clear
from pp1_caller import Caller
from tests.security.homes import environment, paired
from tests.security.raw_http import ask, request
from tests.security.refusals import CANARY, assert_refused
from tests.security.running import Server, serving
from tests.security.searching import is_in

from porte_parole.api import create_app
from porte_parole.cli.loopback import bound
from porte_parole.cli.serve import answering


@contextmanager
def rogue(port: int = 0, host: str = "127.0.0.1", relay_to: int | None = None) -> Iterator[tuple[int, list[bytes]]]:
    """Another program that listens; yields its port and what it was sent. It answers nothing, or passes it on."""
    captured: list[bytes] = []

    def listen(listener: socket.socket) -> None:
        while True:
            try:
                connection, _address = listener.accept()
            except OSError:
                return
            with connection:
                captured.append(connection.recv(65_536))
                if relay_to is not None:
                    told = captured[-1].replace(
                        f"127.0.0.1:{port_of(listener)}".encode(), f"127.0.0.1:{relay_to}".encode()
                    )
                    with socket.create_connection(("127.0.0.1", relay_to), timeout=10) as onward:
                        onward.sendall(told)
                        connection.sendall(onward.recv(65_536))

    with socket.create_server((host, port)) as listener:
        Thread(target=listen, args=(listener,), daemon=True).start()
        yield port_of(listener), captured
        listener.shutdown(socket.SHUT_RDWR)


def port_of(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


def test_h_01_a_port_that_another_program_holds_is_named_and_never_asked(tmp_path: Path) -> None:
    with rogue() as (port, captured):
        command = [sys.executable, "-m", "porte_parole", "serve", "--port", str(port), "--no-meaning"]
        ended = subprocess.run(
            command, env=environment(tmp_path), capture_output=True, text=True, timeout=30, check=False
        )

        assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
        assert str(port) in ended.stderr
        assert captured == []


def test_h_03_a_relay_from_another_port_gets_nothing(server: Server) -> None:
    server.posts_read()
    with rogue(relay_to=server.port) as (port, captured):
        caller = replace(server.caller, port=port)
        answer = ask(port, request(port, caller.seal({"text": CANARY}, "/v1/check")))

    assert_refused(answer, 401)
    assert not is_in(CANARY, b"".join(captured))
    assert server.posts_read() == 0


@pytest.mark.parametrize("host", ["127.0.0.2", "::1"], ids="H-04 {}".format)
def test_a_listener_on_another_loopback_address_takes_nothing_from_us(host: str, server: Server) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        try:
            listener.bind((host, server.port))
        except OSError:
            pytest.skip(f"{host} is not an address of this machine")
        listener.listen()
        listener.setblocking(False)

        assert server.report("bonjour")["level"] == "clear"
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_h_06_who_takes_the_port_of_a_killed_server_reads_no_word(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        with rogue(server.port) as (_port, captured):
            assert server.check(CANARY) is None

    assert captured and not is_in(CANARY, b"".join(captured))


def test_h_12_twenty_servers_of_twenty_users_keep_apart(tmp_path: Path) -> None:
    keys = [paired(tmp_path / str(user)) for user in range(20)]
    for _start in range(2):
        with ExitStack() as running:
            ports = []
            for key in keys:
                listener = running.enter_context(bound(0))
                app = create_app(answer_clear, lambda key=key: key, port_of(listener), frozenset())
                running.enter_context(answering(app, listener))
                ports.append(port_of(listener))

            assert len(set(ports)) == 20
            for user, key in enumerate(keys):
                assert _status(Caller(key.key, key.kid, ports[user])) == 200
                assert _status(Caller(key.key, key.kid, ports[user - 1])) == 401


def _status(caller: Caller) -> int:
    answer = ask(caller.port, request(caller.port, caller.seal({"text": ""}, "/v1/check")))
    assert answer is not None
    return answer.status
