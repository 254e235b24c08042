"""Cases K: what goes wrong around a server. It keeps answering, or it is back within five seconds."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from tests.security.raw_http import answers, connected, request
from tests.security.refusals import assert_refused
from tests.security.running import Server, serving

from porte_parole.api import CHECK_SLOTS

BACK_S = 5.0


@pytest.fixture(scope="module")
def shaken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("shaken")) as running:
        yield running


def status_of(server: Server, text: str = "bonjour") -> int | None:
    with suppress(OSError):
        answer = server.check(text)
        return answer.status if answer is not None else None
    return None


def test_k_02_killed_during_a_request_and_started_again_it_answers_with_the_same_key(tmp_path: Path) -> None:
    with serving(tmp_path) as server, ThreadPoolExecutor() as together:
        waiting = together.submit(status_of, server, "fault wait a")
        time.sleep(0.2)
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()

        assert waiting.result() is None
        began = time.monotonic()
        with serving(tmp_path, port=server.port):
            assert status_of(server) == 200  # the first one's caller: nobody had to pair again
            assert time.monotonic() - began < BACK_S


def test_k_03_a_fifth_request_is_told_to_come_back(shaken: Server) -> None:
    with ThreadPoolExecutor() as together:
        busy = [together.submit(status_of, shaken, "fault wait a") for _ in range(CHECK_SLOTS)]
        time.sleep(0.2)
        began = time.monotonic()
        answer = shaken.check("bonjour")
        took_s = time.monotonic() - began

    assert_refused(answer, 503)
    assert answer is not None and answer.all_of("retry-after") == ["1"]
    assert 0.2 < took_s < 0.3 + 0.3  # a slot is waited for 300 ms; the rest is the machine's
    assert [one.result() for one in busy] == [200] * CHECK_SLOTS


def test_k_04_asked_to_stop_it_answers_what_it_is_reading_and_goes(tmp_path: Path) -> None:
    with serving(tmp_path) as server, ThreadPoolExecutor() as together:
        reading = [together.submit(_whole_answer, server) for _ in range(CHECK_SLOTS)]
        time.sleep(0.2)
        began = time.monotonic()
        server.process.send_signal(signal.SIGTERM)

        assert server.process.wait(10) == 0
        assert time.monotonic() - began < BACK_S
        for one in reading:
            status, opened = one.result()
            assert status is None or opened  # nothing, or a whole answer
        assert not (tmp_path / "home" / "run" / "endpoint.json").exists()


def _whole_answer(server: Server) -> tuple[int | None, bool]:
    sent = server.sealed("fault wait a")
    answer = server.send(sent)
    if answer is None or answer.status != 200:
        return None, False
    return 200, server.caller.open(answer.body, sent, "/v1/check")["level"] == "clear"


def test_k_05_asleep_and_awake_again_it_answers_the_request_that_waited(shaken: Server) -> None:
    with connected(shaken.port) as connection:
        shaken.process.send_signal(signal.SIGSTOP)
        connection.sendall(request(shaken.port, shaken.sealed("bonjour")))
        time.sleep(0.5)
        began = time.monotonic()
        shaken.process.send_signal(signal.SIGCONT)
        first = next(answers(connection, b""), None)

    assert first is not None and first.status == 200
    assert time.monotonic() - began < BACK_S


@pytest.mark.parametrize("seconds", [7_200, -7_200, 20 * 365 * 86_400], ids="K-06 {} s".format)
def test_a_clock_that_jumps_costs_one_refusal(seconds: int, shaken: Server) -> None:
    assert status_of(shaken, f"fault clock {seconds}") == 200

    refused = shaken.sealed("bonjour")
    answer = shaken.send(refused)
    assert answer is not None and answer.status == 401
    now_ms = shaken.caller.open(answer.body, refused, "/v1/check")["now_ms"]
    again = shaken.caller.envelope(b'{"text":"fault clock 0"}', "/v1/check", now_ms)

    retried = shaken.send(json.dumps(again).encode())
    assert retried is not None and retried.status == 200
    assert status_of(shaken) == 200


def test_k_10_five_browsers_at_once_are_all_served(shaken: Server) -> None:
    def browse(_number: int) -> float:
        took = []
        for _ in range(20):
            began = time.monotonic()
            assert shaken.report("bonjour à tous")["level"] == "clear"
            took.append(time.monotonic() - began)
        return max(took)

    with ThreadPoolExecutor(5) as together:
        longest = list(together.map(browse, range(5)))

    assert max(longest) < 1.5  # after that a browser gives up
