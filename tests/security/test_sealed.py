"""Cases D: the sealed protocol. Whatever does not prove that it holds the key gets one and the same refusal."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from typing import Any

import pytest
from pp1_caller import Caller, base64url, from_base64url
from tests.security.raw_http import Answer
from tests.security.refusals import CANARY, assert_refused
from tests.security.running import Server

from porte_parole.channel import Channel

VECTOR = Caller(bytes(range(32)), "k1", 18440)
VECTOR_MS = 1_700_000_000_000
VECTOR_SEALED = "nwJwU6d_UTIktjpKZ48skxM9PDC1dMEYw0Z3jDtKXv7mtw"

Change = Callable[[dict[str, Any]], object]


def post(caller: Caller, path: str = "/v1/check") -> dict[str, Any]:
    return caller.envelope(json.dumps({"text": CANARY}).encode(), path)


def flipped(text: str) -> str:
    data = bytearray(from_base64url(text))
    data[0] ^= 1
    return base64url(bytes(data))


FORGED: dict[str, Callable[[Caller], dict[str, Any]]] = {
    "D-02 another key": lambda caller: post(replace(caller, key=bytes(32))),
    "D-03 a bit of the text": lambda caller: (sent := post(caller)) | {"c": flipped(sent["c"])},
    "D-03 a bit of the nonce": lambda caller: (sent := post(caller)) | {"n": flipped(sent["n"])},
    "D-03 a millisecond": lambda caller: (sent := post(caller)) | {"t": sent["t"] + 1},
    "D-03 another path": lambda caller: post(caller, "/v1/ping"),
    "D-03 another port": lambda caller: post(replace(caller, port=caller.port ^ 1)),
    "D-08 an unknown key name": lambda caller: post(replace(caller, kid="AAAAAAAA")),
    "D-08 no key name": lambda caller: post(replace(caller, kid="")),
    "D-08 10 kB of key name": lambda caller: post(replace(caller, kid="k" * 10_000)),
}

MALFORMED: dict[str, Change] = {
    "D-04 a field is missing": lambda sent: sent.pop("kid"),
    "D-04 one field more": lambda sent: sent.update(x=CANARY),
    "D-04 the time is text": lambda sent: sent.update(t=str(sent["t"])),
    "D-04 the time has decimals": lambda sent: sent.update(t=sent["t"] + 0.5),
    "D-04 the time is true": lambda sent: sent.update(t=True),
    "D-04 version 2": lambda sent: sent.update(v=2),
    "D-04 version true": lambda sent: sent.update(v=True),
    "D-04 no base64url": lambda sent: sent.update(c=CANARY + "é*"),
    "D-04 padded base64url": lambda sent: sent.update(n=sent["n"] + "="),
    "D-04 a nonce of 11 bytes": lambda sent: sent.update(n=base64url(bytes(11))),
    "D-04 15 sealed bytes": lambda sent: sent.update(c=base64url(bytes(15))),
}


def refusal(server: Server, sent: object) -> Answer:
    answer = server.send(json.dumps(sent).encode())
    assert answer is not None
    return answer


def test_d_01_the_published_vector_opens() -> None:
    sent = VECTOR.envelope(b'{"text":"bonjour"}', "/v1/check", VECTOR_MS, bytes(range(12)))
    opened = Channel(VECTOR.key, VECTOR.kid, VECTOR.port).open(json.dumps(sent).encode(), "/v1/check", VECTOR_MS)

    assert sent["c"] == VECTOR_SEALED
    assert opened.payload == b'{"text":"bonjour"}'


@pytest.mark.parametrize("case", FORGED)
def test_every_failed_proof_gets_the_same_answer(case: str, server: Server) -> None:
    server.posts_read()
    plain = refusal(server, post(replace(server.caller, key=bytes(32))))
    answer = refusal(server, FORGED[case](server.caller))

    assert_refused(answer, 401)
    assert (answer.code, answer.body) == ("not_authenticated", plain.body)
    assert server.posts_read() == 0


@pytest.mark.parametrize("case", MALFORMED)
def test_another_form_is_refused(case: str, server: Server) -> None:
    server.posts_read()
    sent = post(server.caller)
    MALFORMED[case](sent)

    assert_refused(refusal(server, sent), 400)
    assert server.posts_read() == 0


def test_d_08_an_unknown_key_name_costs_as_much_time_as_a_wrong_key(server: Server) -> None:
    took: dict[str, list[float]] = {"D-02 another key": [], "D-08 an unknown key name": []}
    for _ in range(40):
        for case, times in took.items():
            sent = FORGED[case](server.caller)
            began = time.perf_counter()
            refusal(server, sent)
            times.append(time.perf_counter() - began)
    one, other = (median(times) for times in took.values())

    assert one / other < 2 and other / one < 2


def test_d_09_plain_json_is_not_read(server: Server) -> None:
    server.posts_read()
    plain = json.dumps({"text": CANARY}).encode()
    bearer = b"Authorization: Bearer x"
    as_json = b"Content-Type: application/json"

    assert_refused(server.send(plain), 400)
    assert_refused(server.send(plain, headers=(as_json,), without=("content-type",)), 415)
    assert_refused(server.send(plain, target="/tools/check", headers=(as_json, bearer), without=("content-type",)), 404)
    assert server.posts_read() == 0
