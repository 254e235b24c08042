"""The extension's side of PP1 for tests and benchmarks, written apart from `channel.py`: each checks the other."""

from __future__ import annotations

import base64
import json
import secrets
import time
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_base64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "==")


@dataclass(frozen=True)
class Caller:
    """Seals requests and opens their answers."""

    key: bytes
    kid: str
    port: int

    def envelope(self, payload: bytes, path: str, sent_ms: int | None = None, nonce: bytes | None = None) -> dict:
        """A request as its five fields; the clock and the nonce are fresh unless given."""
        nonce = nonce or secrets.token_bytes(12)
        sent_ms = time.time_ns() // 1_000_000 if sent_ms is None else sent_ms
        about = f"PP1|POST|{path}|{self.port}|{self.kid}|{sent_ms}".encode()
        sealed = AESGCM(self._derive(b"c2s")).encrypt(nonce, payload, about)
        return {"v": 1, "kid": self.kid, "t": sent_ms, "n": base64url(nonce), "c": base64url(sealed)}

    def seal(self, payload: object, path: str) -> bytes:
        """A fresh request whose payload is `payload` as JSON."""
        return json.dumps(self.envelope(json.dumps(payload).encode(), path)).encode()

    def open(self, answer: bytes, request: bytes, path: str) -> object:
        """The JSON value in the answer to `request`; raises InvalidTag when it is not its answer."""
        envelope = json.loads(answer)
        about = f"PP1|RESP|{path}|{self.port}|{json.loads(request)['n']}".encode()
        key = AESGCM(self._derive(b"s2c"))
        return json.loads(key.decrypt(from_base64url(envelope["n"]), from_base64url(envelope["c"]), about))

    def _derive(self, direction: bytes) -> bytes:
        info = direction + self.port.to_bytes(2, "big")
        return HKDF(SHA256(), 32, b"porte-parole/pp1", info).derive(self.key)
