"""Cases D about time: a request lives for a minute and is answered once, and a clock that differs is put right."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from pp1_caller import Caller
from tests.security.running import Server

from porte_parole.channel import Channel
from porte_parole.errors import Busy, NotAuthenticated
from porte_parole.replays import MAX_REMEMBERED

CALLER = Caller(bytes(range(32)), "k1", 18440)
NOW_MS = 1_700_000_000_000


def told_to(server: Server, sent: dict) -> bytes:
    answer = server.send(json.dumps(sent).encode())
    assert answer is not None and answer.status == 401
    return answer.body


def test_d_05_a_request_is_answered_once(server: Server) -> None:
    body = server.caller.seal({"text": "bonjour"}, "/v1/check")
    first = [answer.status for _ in range(2) if (answer := server.send(body))]
    again = server.caller.seal({"text": "bonjour"}, "/v1/check")
    with ThreadPoolExecutor(20) as together:
        parallel = [answer.status for answer in together.map(server.send, [again] * 20) if answer]

    assert first == [200, 401]
    assert sorted(parallel) == [200] + [401] * 19


@pytest.mark.parametrize("minutes", [-2, 2, -120, 120], ids="D-07 {} minutes".format)
def test_a_clock_that_differs_is_told_ours_under_seal(minutes: int, server: Server) -> None:
    server.posts_read()
    now_ms = time.time_ns() // 1_000_000
    sent = server.caller.envelope(b'{"text":""}', "/v1/check", now_ms + minutes * 60_000)
    body = json.dumps(sent).encode()
    answer = server.send(body)

    assert answer is not None and answer.status == 401
    assert answer.all_of("content-type") == ["application/pp1+json"]
    told = server.caller.open(answer.body, body, "/v1/check")
    assert told["error"]["code"] == "not_authenticated"
    assert abs(told["now_ms"] - now_ms) < 5_000
    assert server.posts_read() == 0


def test_d_07_who_cannot_seal_learns_no_time(server: Server) -> None:
    stranger = replace(server.caller, key=bytes(32))
    late = stranger.envelope(b'{"text":""}', "/v1/check", time.time_ns() // 1_000_000 - 120_000)

    assert told_to(server, late) == told_to(server, stranger.envelope(b'{"text":""}', "/v1/check"))


def test_d_10_what_is_remembered_is_bounded_and_never_forgotten_too_early() -> None:
    channel = Channel(CALLER.key, CALLER.kid, CALLER.port)
    sent = [
        json.dumps(CALLER.envelope(b"{}", "/v1/ping", NOW_MS, number.to_bytes(12, "big"))).encode()
        for number in range(MAX_REMEMBERED + 1)
    ]
    for body in sent[:-1]:
        channel.open(body, "/v1/ping", NOW_MS)

    for body in sent[:10_000:500]:
        with pytest.raises(NotAuthenticated):
            channel.open(body, "/v1/ping", NOW_MS + 60_000)
    with pytest.raises(Busy):
        channel.open(sent[-1], "/v1/ping", NOW_MS)
