"""What both sealed channels are made of: derived keys, AES-256-GCM, base64url in one spelling, answers, refusals.

The two protocols are left to `channel.py` (PP1, a key shared with one user's browsers) and `shared_channel.py` (PP2, a
service's public key).
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from porte_parole.errors import BadRequest, NotAuthenticated
from porte_parole.pairing import KEY_BYTES

NONCE_BYTES = 12
TAG_BYTES = 16

SealAnswer = Callable[[bytes], bytes]
"""Makes of a payload the envelope that opens only for the sender of one request."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A request that opened: what it said, and the way to answer it."""

    payload: bytes
    answer: SealAnswer


class Opener(Protocol):
    """A channel, whichever of the two."""

    def open(self, body: bytes, path: str, now_ms: int) -> Opened:
        """Open the request in `body`, sent to `path`; `now_ms` is our clock, milliseconds since 1970."""
        ...


def derived_key(secret: bytes, protocol: str, info: bytes) -> AESGCM:
    """The key that HKDF-SHA256 makes of `secret` for one direction of a protocol ("pp1", "pp2")."""
    return AESGCM(HKDF(SHA256(), KEY_BYTES, b"porte-parole/" + protocol.encode(), info).derive(secret))


def open_sealed(key: AESGCM, nonce: bytes, sealed: bytes, about: str) -> bytes | None:
    """The payload; None when key, nonce, `about` or any bit of `sealed` is another."""
    try:
        # "surrogatepass": any string may stand in an envelope, and none of them is worth an exception of its own.
        return key.decrypt(nonce, sealed, about.encode("utf-8", errors="surrogatepass"))
    except InvalidTag:
        return None


def answering(key: AESGCM, version: int, path: str, port: int, request_nonce: bytes) -> SealAnswer:
    """Seals answers to the request with this nonce."""

    def answer(payload: bytes) -> bytes:
        fresh = secrets.token_bytes(NONCE_BYTES)
        about = f"PP{version}|RESP|{path}|{port}|{to_base64url(request_nonce)}"
        sealed = key.encrypt(fresh, payload, about.encode())
        return json.dumps({"v": version, "n": to_base64url(fresh), "c": to_base64url(sealed)}).encode()

    return answer


def from_base64url(text: str) -> bytes:
    """Bytes written without padding, in their one canonical spelling.

    Raises:
        BadRequest: another spelling.
    """
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise malformed() from None
    if to_base64url(data) != text:
        raise malformed()
    return data


def to_base64url(data: bytes) -> str:
    """The canonical spelling, without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def malformed() -> BadRequest:
    """The one answer to whatever anybody can see is wrong, without any key."""
    return BadRequest("The body must be a sealed envelope.")


def not_authenticated() -> NotAuthenticated:
    """The one answer to every failed proof, so that a prober learns nothing."""
    return NotAuthenticated("The request could not be authenticated.")
