"""Sealed envelopes (PP1): proves who asks and who answers, and hides the text from whatever else took our port.

Requests are sealed by the extension and opened here; answers are sealed here and opened there. What the payload means
is left to `wire.py`, where the key comes from to `pairing.py`, HTTP to `api.py`. Test vectors: tests/contract/pp1.json.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from porte_parole.errors import BadRequest, NotAuthenticated
from porte_parole.pairing import KEY_BYTES
from porte_parole.replays import Replays
from porte_parole.strict_json import parse_json

NONCE_BYTES = 12
TAG_BYTES = 16

CLOCK_WINDOW_MS = 60_000
"""How far the sender's clock may be from ours, either way: both clocks are the same machine's, so this is generous."""

_FIELDS = {"v", "kid", "t", "n", "c"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A request that proved its sender: what it said, and the nonce its answer must name."""

    payload: bytes
    nonce: bytes


@dataclass(frozen=True, slots=True)
class _Envelope:
    kid: str
    sent_ms: int
    nonce: bytes
    sealed: bytes


class Channel:
    """One pairing on one port. Safe to use from several threads; remembers the nonces it opened.

    Args:
        key: the 32 bytes shared with the extension.
        kid: the public name of that key.
        port: the port really listened on; it is part of the keys, so that a relay on another port gets nothing.
    """

    def __init__(self, key: bytes, kid: str, port: int) -> None:
        self._kid = kid
        self._port = port
        self._from_client = AESGCM(_derive(key, b"c2s", port))
        self._to_client = AESGCM(_derive(key, b"s2c", port))
        self._replays = Replays()

    def open(self, body: bytes, path: str, now_ms: int) -> Opened:
        """Open the request in `body`, once.

        Args:
            body: the envelope as received.
            path: the route it was sent to, such as "/v1/check".
            now_ms: our clock, milliseconds since 1970.

        Raises:
            BadRequest: not an envelope of exactly the agreed form.
            NotAuthenticated: another key, port or path, changed on the way, too old, too new, or seen before.
            Busy: too many envelopes in the last minutes to remember one more, so a replay could not be told.
        """
        envelope = _read(body)
        about = f"PP1|POST|{path}|{self._port}|{envelope.kid}|{envelope.sent_ms}"
        try:
            # "surrogatepass": any string may stand in `kid`, and none of them is worth an exception of its own.
            payload = self._from_client.decrypt(
                envelope.nonce, envelope.sealed, about.encode("utf-8", errors="surrogatepass")
            )
        except InvalidTag:
            payload = None
        # The kid is compared only now, so that an unknown one costs the same time as a wrong key.
        if payload is None or envelope.kid != self._kid or abs(now_ms - envelope.sent_ms) > CLOCK_WINDOW_MS:
            raise _not_authenticated()
        if not self._replays.is_first(envelope.nonce, envelope.sent_ms + CLOCK_WINDOW_MS, now_ms):
            raise _not_authenticated()
        return Opened(payload, envelope.nonce)

    def seal(self, payload: bytes, nonce: bytes, path: str) -> bytes:
        """The answer `payload` as an envelope that opens only for the sender of the request with this `nonce`."""
        fresh = secrets.token_bytes(NONCE_BYTES)
        about = f"PP1|RESP|{path}|{self._port}|{_to_base64url(nonce)}"
        sealed = self._to_client.encrypt(fresh, payload, about.encode())
        return json.dumps({"v": 1, "n": _to_base64url(fresh), "c": _to_base64url(sealed)}).encode()


def _derive(key: bytes, direction: bytes, port: int) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, b"porte-parole/pp1", direction + port.to_bytes(2, "big")).derive(key)


def _read(body: bytes) -> _Envelope:
    """The envelope's fields, checked for form only."""
    match parse_json(body):
        # `True` is an int and equals 1: bool is refused by its exact type.
        case {"v": 1 as version, "kid": str(kid), "t": int(sent_ms), "n": str(nonce), "c": str(sealed), **others} if (
            not others and type(version) is int and type(sent_ms) is int
        ):
            envelope = _Envelope(kid, sent_ms, _from_base64url(nonce), _from_base64url(sealed))
            if len(envelope.nonce) == NONCE_BYTES and len(envelope.sealed) >= TAG_BYTES:
                return envelope
    raise _malformed()


def _from_base64url(text: str) -> bytes:
    """Bytes written without padding, in their one canonical spelling."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise _malformed() from None
    if _to_base64url(data) != text:
        raise _malformed()
    return data


def _to_base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _malformed() -> BadRequest:
    return BadRequest("The body must be a PP1 envelope.")


def _not_authenticated() -> NotAuthenticated:
    return NotAuthenticated("The request could not be authenticated.")
