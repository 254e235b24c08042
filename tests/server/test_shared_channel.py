from __future__ import annotations

import json
import secrets
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st
from pp1_caller import base64url, from_base64url
from pp2_caller import SharedCaller, fresh_key, key_of, point_of

from porte_parole.errors import BadRequest, NotAuthenticated
from porte_parole.service_key import public_text
from porte_parole.settings import service_origin_from
from porte_parole.shared_channel import Service, SharedChannel

VECTOR = json.loads((Path(__file__).parent.parent / "contract" / "pp2.json").read_text("utf-8"))
KEY = key_of(VECTOR["service_private"])
PORT = VECTOR["port"]
PATH = VECTOR["path"]
ENVELOPE = {"v": 2, **{name: VECTOR["request"][name] for name in ("e", "n", "c")}}
CALLER = SharedCaller(from_base64url(VECTOR["service_public_key"]), PORT, key_of(VECTOR["client_private"]))
POINT = from_base64url(ENVELOPE["e"])


def channel(origin: str = VECTOR["origin"]) -> SharedChannel:
    return SharedChannel(Service(service_origin_from(origin), KEY))


def body(**changes: object) -> bytes:
    return json.dumps({**ENVELOPE, **changes}).encode()


def flipped(text: str) -> str:
    data = bytearray(from_base64url(text))
    data[-1] ^= 1
    return base64url(bytes(data))


class TestVector:
    def test_the_public_key_is_the_services(self) -> None:
        assert public_text(KEY) == VECTOR["service_public_key"]

    def test_the_request_opens(self) -> None:
        assert channel().open(body(), PATH, 0).payload == VECTOR["request"]["payload"].encode()

    def test_the_answer_is_sealed_byte_for_byte(self, monkeypatch: pytest.MonkeyPatch) -> None:
        fixed = from_base64url(VECTOR["response"]["n"])
        monkeypatch.setattr(secrets, "token_bytes", lambda count: fixed[:count])

        sealed = channel().open(body(), PATH, 0).answer(VECTOR["response"]["payload"].encode())

        assert json.loads(sealed) == {"v": 2, "n": VECTOR["response"]["n"], "c": VECTOR["response"]["c"]}

    def test_the_callers_of_these_tests_seal_the_same(self) -> None:
        nonce = from_base64url(VECTOR["request"]["n"])

        assert CALLER.envelope(VECTOR["request"]["payload"].encode(), PATH, nonce) == ENVELOPE
        assert CALLER.secret().hex() == VECTOR["z"]
        assert CALLER.key_for(b"c2s").hex() == VECTOR["K_c2s"]
        assert CALLER.key_for(b"s2c").hex() == VECTOR["K_s2c"]


class TestAnswers:
    def test_an_answer_opens_for_its_own_request_only(self) -> None:
        mine, other = CALLER.seal({"a": 1}, PATH), CALLER.seal({"b": 2}, PATH)
        answer = channel().open(mine, PATH, 0).answer(b'{"ok":true}')

        assert CALLER.open(answer, mine, PATH) == {"ok": True}
        with pytest.raises(InvalidTag):
            CALLER.open(answer, other, PATH)

    def test_another_person_cannot_open_it(self) -> None:
        mine = CALLER.seal({}, PATH)
        answer = channel().open(mine, PATH, 0).answer(b"{}")

        with pytest.raises(InvalidTag):
            SharedCaller(CALLER.service_point, PORT).open(answer, mine, PATH)

    def test_nothing_is_remembered(self) -> None:
        one = channel()

        assert [one.open(body(), PATH, now_ms).payload for now_ms in (0, 0, 10**15)] == [b'{"text":"bonjour"}'] * 3


class TestProofs:
    @pytest.mark.parametrize(
        "request_",
        [
            body(c=flipped(ENVELOPE["c"])),
            body(n=flipped(ENVELOPE["n"])),
            body(e=base64url(point_of(fresh_key()))),
            SharedCaller(point_of(fresh_key()), PORT).seal({}, PATH),
            SharedCaller(CALLER.service_point, 443).seal({}, PATH),
            CALLER.seal({}, "/v1/ping"),
        ],
        ids=["c", "n", "e", "another service", "port", "path"],
    )
    def test_every_failed_proof_gets_one_and_the_same_answer(self, request_: bytes) -> None:
        with pytest.raises(NotAuthenticated) as caught:
            channel().open(request_, PATH, 0)

        assert str(caught.value) == "The request could not be authenticated."

    def test_the_port_is_that_of_the_address(self) -> None:
        with pytest.raises(NotAuthenticated):
            channel("https://porte-parole.example").open(body(), PATH, 0)


class TestForm:
    @pytest.mark.parametrize(
        "point",
        [
            b"",
            b"\x00",
            bytes(65),
            b"\x04" + bytes(64),
            b"\x04" + b"\xff" * 64,
            POINT[:-1],
            POINT + b"\x00",
            POINT[:-1] + bytes([POINT[-1] ^ 1]),
            b"\x06" + POINT[1:],
            b"\x07" + POINT[1:],
            key_of(VECTOR["client_private"]).public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint),
        ],
        ids=[
            "empty",
            "infinity",
            "zeros",
            "origin",
            "beyond the field",
            "short",
            "long",
            "off the curve",
            "hybrid even",
            "hybrid odd",
            "compressed",
        ],
    )
    def test_a_key_that_is_no_whole_point_of_the_curve_is_refused(self, point: bytes) -> None:
        with pytest.raises(BadRequest):
            channel().open(body(e=base64url(point)), PATH, 0)

    @pytest.mark.parametrize(
        "request_",
        [
            b"",
            b"[]",
            b'{"text": "bonjour"}',
            *(json.dumps({key: ENVELOPE[key] for key in ENVELOPE if key != gone}).encode() for gone in ENVELOPE),
            body(kid="k1"),
            body(t=1),
            body(v=1),
            body(v=2.0),
            body(v="2"),
            body(e=None),
            body(e=ENVELOPE["e"] + "="),
            body(e=ENVELOPE["e"][:-1] + "é"),
            body(n=base64url(bytes(11))),
            body(n=base64url(bytes(13))),
            body(n=None),
            body(c=base64url(bytes(15))),
            body(c=" " + ENVELOPE["c"]),
            body()[:-1] + b',"v":2}',
        ],
        ids=lambda request_: str(request_[:90]),
    )
    def test_an_envelope_of_another_form_is_refused(self, request_: bytes) -> None:
        with pytest.raises(BadRequest):
            channel().open(request_, PATH, 0)

    @given(
        st.fixed_dictionaries(
            {
                "v": st.just(2) | st.integers(),
                "e": st.just(ENVELOPE["e"]) | st.binary(min_size=65, max_size=65).map(base64url) | st.text(),
                "n": st.binary(min_size=12, max_size=12).map(base64url) | st.text(),
                "c": st.binary(min_size=16).map(base64url) | st.text(st.characters(exclude_categories=())),
            }
        )
    )
    def test_any_envelope_is_refused_in_our_own_words(self, envelope: dict[str, object]) -> None:
        with pytest.raises((BadRequest, NotAuthenticated)):
            channel().open(json.dumps(envelope).encode(), PATH, 0)


def test_the_private_key_is_never_shown() -> None:
    assert "key" not in repr(Service(service_origin_from(VECTOR["origin"]), KEY))
