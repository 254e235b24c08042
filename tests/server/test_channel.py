from __future__ import annotations

import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st
from pp1_caller import Caller, base64url, from_base64url

from porte_parole import replays
from porte_parole.channel import Channel
from porte_parole.errors import BadRequest, Busy, NotAuthenticated

VECTOR = json.loads((Path(__file__).parent.parent / "contract" / "pp1.json").read_text("utf-8"))
PSK = bytes.fromhex(VECTOR["psk"])
KID = VECTOR["request"]["kid"]
PATH = VECTOR["path"]
NOW = VECTOR["request"]["t"]
ENVELOPE = {"v": 1, **{name: VECTOR["request"][name] for name in ("kid", "t", "n", "c")}}
CALLER = Caller(PSK, KID, VECTOR["port"])


def channel(port: int = VECTOR["port"]) -> Channel:
    return Channel(PSK, KID, port)


def body(**changes: object) -> bytes:
    return json.dumps({**ENVELOPE, **changes}).encode()


def flipped(text: str) -> str:
    data = bytearray(from_base64url(text))
    data[0] ^= 1
    return base64url(bytes(data))


class TestVector:
    def test_the_request_opens(self) -> None:
        opened = channel().open(body(), PATH, NOW)

        assert opened.payload == VECTOR["request"]["payload"].encode()
        assert opened.nonce == from_base64url(VECTOR["request"]["n"])

    def test_the_answer_is_sealed_byte_for_byte(self, monkeypatch: pytest.MonkeyPatch) -> None:
        fixed = from_base64url(VECTOR["response"]["n"])
        monkeypatch.setattr(secrets, "token_bytes", lambda count: fixed[:count])

        sealed = channel().seal(VECTOR["response"]["payload"].encode(), from_base64url(VECTOR["request"]["n"]), PATH)

        assert json.loads(sealed) == {"v": 1, "n": VECTOR["response"]["n"], "c": VECTOR["response"]["c"]}

    def test_the_callers_of_these_tests_seal_the_same(self) -> None:
        nonce = from_base64url(VECTOR["request"]["n"])

        assert CALLER.envelope(VECTOR["request"]["payload"].encode(), PATH, NOW, nonce) == ENVELOPE


class TestAnswers:
    def test_an_answer_opens_for_its_own_request_only(self) -> None:
        mine, other = CALLER.seal({"a": 1}, PATH), CALLER.seal({"b": 2}, PATH)
        nonce = from_base64url(json.loads(mine)["n"])

        answer = channel().seal(b'{"ok":true}', nonce, PATH)

        assert CALLER.open(answer, mine, PATH) == {"ok": True}
        with pytest.raises(InvalidTag):
            CALLER.open(answer, other, PATH)

    def test_every_answer_has_a_nonce_of_its_own(self) -> None:
        answers = [json.loads(channel().seal(b"{}", bytes(12), PATH)) for _ in range(20)]

        assert len({answer["n"] for answer in answers}) == 20


class TestProofs:
    @pytest.mark.parametrize(
        "request_",
        [
            body(c=flipped(ENVELOPE["c"])),
            body(n=flipped(ENVELOPE["n"])),
            body(t=NOW + 1),
            body(kid="k2"),
            body(kid=""),
            body(kid="k" * 10_000),
            body(kid="\ud800"),
            json.dumps(Caller(bytes(32), KID, 18440).envelope(b"{}", PATH, NOW)).encode(),
            json.dumps(Caller(PSK, "k2", 18440).envelope(b"{}", PATH, NOW)).encode(),
            json.dumps(CALLER.envelope(b"{}", "/v1/ping", NOW)).encode(),
            json.dumps(CALLER.envelope(b"{}", PATH, NOW - 60_001)).encode(),
            json.dumps(CALLER.envelope(b"{}", PATH, NOW + 60_001)).encode(),
            json.dumps(CALLER.envelope(b"{}", PATH, -(10**20))).encode(),
        ],
        ids=[
            "c",
            "n",
            "t",
            "kid",
            "empty-kid",
            "long-kid",
            "surrogate-kid",
            "wrong-key",
            "sealed-with-another-kid",
            "path",
            "old",
            "early",
            "absurd-clock",
        ],
    )
    def test_every_failed_proof_gets_one_and_the_same_answer(self, request_: bytes) -> None:
        with pytest.raises(NotAuthenticated) as caught:
            channel().open(request_, PATH, NOW)

        assert str(caught.value) == "The request could not be authenticated."

    def test_a_request_for_another_port_does_not_open(self) -> None:
        with pytest.raises(NotAuthenticated):
            channel(port=18441).open(body(), PATH, NOW)

    @pytest.mark.parametrize("late_ms", [-60_000, 60_000])
    def test_a_minute_of_difference_between_clocks_is_accepted(self, late_ms: int) -> None:
        assert channel().open(body(), PATH, NOW + late_ms)


class TestReplays:
    def test_a_request_opens_once(self) -> None:
        one = channel()
        one.open(body(), PATH, NOW)

        with pytest.raises(NotAuthenticated):
            one.open(body(), PATH, NOW + 1)

    def test_a_replay_is_refused_to_the_last_moment_of_its_window(self) -> None:
        one = channel()
        one.open(body(), PATH, NOW - 60_000)

        with pytest.raises(NotAuthenticated):
            one.open(body(), PATH, NOW + 60_000)

    def test_of_twenty_at_the_same_time_one_opens(self) -> None:
        one = channel()

        def opens(_number: int) -> bool:
            try:
                return bool(one.open(body(), PATH, NOW))
            except NotAuthenticated:
                return False

        with ThreadPoolExecutor(20) as pool:
            assert sum(pool.map(opens, range(20))) == 1

    def test_a_failed_proof_uses_up_no_nonce(self) -> None:
        one = channel()
        with pytest.raises(NotAuthenticated):
            one.open(body(c=flipped(ENVELOPE["c"])), PATH, NOW)

        assert one.open(body(), PATH, NOW)

    def test_a_full_memory_refuses_until_a_nonce_expires(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(replays, "MAX_REMEMBERED", 2)
        one = channel()
        for _ in range(2):
            one.open(json.dumps(CALLER.envelope(b"{}", PATH, NOW)).encode(), PATH, NOW)

        later = json.dumps(CALLER.envelope(b"{}", PATH, NOW + 60_000)).encode()
        with pytest.raises(Busy):
            one.open(later, PATH, NOW + 60_000)
        assert one.open(later, PATH, NOW + 60_001)


class TestForm:
    @pytest.mark.parametrize(
        "request_",
        [
            b"",
            b"[]",
            b'{"text": "bonjour"}',
            *(json.dumps({key: ENVELOPE[key] for key in ENVELOPE if key != gone}).encode() for gone in ENVELOPE),
            body(x=1),
            body(v=2),
            body(v=1.0),
            body(v=True),
            body(v="1"),
            body(kid=1),
            body(t=str(NOW)),
            body(t=float(NOW)),
            body(t=True),
            body(n=base64url(bytes(11))),
            body(n=base64url(bytes(13))),
            body(n=None),
            body(c=base64url(bytes(15))),
            body(c=ENVELOPE["c"] + "="),
            body(c=ENVELOPE["c"] + "AAA"),
            body(c="+" + ENVELOPE["c"][1:]),
            body(c=" " + ENVELOPE["c"]),
            body(c=ENVELOPE["c"][:-1] + "é"),
            body(c=ENVELOPE["c"][:-1] + "x"),
            body()[:-1] + b',"v":1}',
        ],
        ids=lambda request_: str(request_[:120]),
    )
    def test_an_envelope_of_another_form_is_refused(self, request_: bytes) -> None:
        with pytest.raises(BadRequest):
            channel().open(request_, PATH, NOW)

    @given(st.binary(max_size=200))
    def test_any_bytes_are_refused_in_our_own_words(self, request_: bytes) -> None:
        with pytest.raises((BadRequest, NotAuthenticated)):
            channel().open(request_, PATH, NOW)

    @given(
        st.fixed_dictionaries(
            {
                "v": st.just(1) | st.integers() | st.booleans(),
                "kid": st.text(st.characters(exclude_categories=())),
                "t": st.integers() | st.integers(NOW - 10, NOW + 10) | st.floats(allow_nan=False),
                "n": st.binary(min_size=12, max_size=12).map(base64url) | st.text(),
                "c": st.binary(min_size=16).map(base64url) | st.text(),
            }
        )
    )
    def test_any_envelope_is_refused_in_our_own_words(self, envelope: dict[str, object]) -> None:
        with pytest.raises((BadRequest, NotAuthenticated)):
            channel().open(json.dumps(envelope).encode(), PATH, NOW)
