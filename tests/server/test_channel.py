from __future__ import annotations

import json
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st
from pp1_caller import Caller, base64url, from_base64url

from porte_parole import channel as channel_module
from porte_parole.channel import MAX_TOLD, Channel
from porte_parole.errors import BadRequest, Busy, ClockOff, NotAuthenticated

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


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def flipped(text: str) -> str:
    data = bytearray(from_base64url(text))
    data[0] ^= 1
    return base64url(bytes(data))


class TestVector:
    def test_the_request_opens(self) -> None:
        assert channel().open(body(), PATH, NOW).payload == VECTOR["request"]["payload"].encode()

    def test_the_answer_is_sealed_byte_for_byte(self, monkeypatch: pytest.MonkeyPatch) -> None:
        fixed = from_base64url(VECTOR["response"]["n"])
        monkeypatch.setattr(secrets, "token_bytes", lambda count: fixed[:count])

        sealed = channel().open(body(), PATH, NOW).answer(VECTOR["response"]["payload"].encode())

        assert json.loads(sealed) == {"v": 1, "n": VECTOR["response"]["n"], "c": VECTOR["response"]["c"]}

    def test_the_callers_of_these_tests_seal_the_same(self) -> None:
        nonce = from_base64url(VECTOR["request"]["n"])

        assert CALLER.envelope(VECTOR["request"]["payload"].encode(), PATH, NOW, nonce) == ENVELOPE


class TestAnswers:
    def test_an_answer_opens_for_its_own_request_only(self) -> None:
        mine, other = CALLER.seal({"a": 1}, PATH), CALLER.seal({"b": 2}, PATH)

        answer = channel().open(mine, PATH, now_ms()).answer(b'{"ok":true}')

        assert CALLER.open(answer, mine, PATH) == {"ok": True}
        with pytest.raises(InvalidTag):
            CALLER.open(answer, other, PATH)

    def test_every_answer_has_a_nonce_of_its_own(self) -> None:
        opened = channel().open(body(), PATH, NOW)
        answers = [json.loads(opened.answer(b"{}")) for _ in range(20)]

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
            json.dumps(Caller(bytes(32), KID, 18440).envelope(b"{}", PATH, NOW - 60_001)).encode(),
            json.dumps(Caller(PSK, "k2", 18440).envelope(b"{}", PATH, NOW + 60_001)).encode(),
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
            "wrong-key-and-old",
            "sealed-with-another-kid-and-early",
        ],
    )
    def test_every_failed_proof_gets_one_and_the_same_answer(self, request_: bytes) -> None:
        with pytest.raises(NotAuthenticated) as caught:
            channel().open(request_, PATH, NOW)

        assert type(caught.value) is NotAuthenticated
        assert str(caught.value) == "The request could not be authenticated."

    def test_a_request_for_another_port_does_not_open(self) -> None:
        with pytest.raises(NotAuthenticated):
            channel(port=18441).open(body(), PATH, NOW)

    @pytest.mark.parametrize("late_ms", [-60_000, 60_000])
    def test_a_minute_of_difference_between_clocks_is_accepted(self, late_ms: int) -> None:
        assert channel().open(body(), PATH, NOW + late_ms)


class TestClock:
    """A request under our key whose clock is not ours."""

    @pytest.mark.parametrize("sent_ms", [NOW - 60_001, NOW + 60_001, NOW - 7_200_000, NOW + 7_200_000, -(10**20)])
    def test_its_sender_may_be_told_the_time(self, sent_ms: int) -> None:
        request = json.dumps(CALLER.envelope(b"{}", PATH, sent_ms)).encode()

        with pytest.raises(ClockOff) as caught:
            channel().open(request, PATH, NOW)

        assert CALLER.open(caught.value.answer(b'{"now_ms":1}'), request, PATH) == {"now_ms": 1}

    def test_nobody_else_can_open_that(self) -> None:
        mine, other = (json.dumps(CALLER.envelope(b"{}", PATH, 0)).encode() for _ in range(2))
        with pytest.raises(ClockOff) as caught:
            channel().open(mine, PATH, NOW)
        answer = caught.value.answer(b"{}")

        with pytest.raises(InvalidTag):
            CALLER.open(answer, other, PATH)
        with pytest.raises(InvalidTag):
            Caller(bytes(32), KID, VECTOR["port"]).open(answer, mine, PATH)

    def test_it_is_told_once_a_minute(self) -> None:
        one, request = channel(), json.dumps(CALLER.envelope(b"{}", PATH, 0)).encode()

        def told(at_ms: int) -> bool:
            with pytest.raises(NotAuthenticated) as caught:
                one.open(request, PATH, at_ms)
            return caught.type is ClockOff

        assert [told(NOW + late_ms) for late_ms in (0, 1, 60_000, 60_001)] == [True, False, False, True]

    def test_only_so_many_are_told_and_no_request_waits_for_that(self) -> None:
        one = channel()

        def told(_number: int) -> bool:
            with pytest.raises(NotAuthenticated) as caught:
                one.open(json.dumps(CALLER.envelope(b"{}", PATH, 0)).encode(), PATH, NOW)
            return caught.type is ClockOff

        assert [told(number) for number in range(MAX_TOLD + 2)] == [True] * MAX_TOLD + [False] * 2
        assert one.open(body(), PATH, NOW)


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
        monkeypatch.setattr(channel_module, "MAX_REMEMBERED", 2)
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
