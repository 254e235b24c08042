"""The extension's side of PP2 for tests, written apart from `shared_channel.py`: each checks the other."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pp1_caller import base64url, from_base64url


def fresh_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def key_of(scalar: str) -> ec.EllipticCurvePrivateKey:
    """The private key whose number is written in `scalar`, in hexadecimal."""
    return ec.derive_private_key(int(scalar, 16), ec.SECP256R1())


def point_of(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@dataclass(frozen=True)
class SharedCaller:
    """Seals requests to one service and opens their answers.

    Args:
        service_point: the service's public key, 65 bytes.
        port: of the service's https address.
        own: this caller's key; the extension makes a fresh one for each request.
    """

    service_point: bytes
    port: int
    own: ec.EllipticCurvePrivateKey = field(default_factory=fresh_key)

    def envelope(self, payload: bytes, path: str, nonce: bytes | None = None) -> dict:
        """A request as its four fields; the nonce is fresh unless given."""
        nonce = nonce or secrets.token_bytes(12)
        sealed = AESGCM(self.key_for(b"c2s")).encrypt(nonce, payload, f"PP2|POST|{path}|{self.port}".encode())
        return {"v": 2, "e": base64url(point_of(self.own)), "n": base64url(nonce), "c": base64url(sealed)}

    def seal(self, payload: object, path: str) -> bytes:
        """A request whose payload is `payload` as JSON."""
        return json.dumps(self.envelope(json.dumps(payload).encode(), path)).encode()

    def open(self, answer: bytes, request: bytes, path: str) -> object:
        """The JSON value in the answer to `request`; raises InvalidTag when it is not its answer."""
        envelope = json.loads(answer)
        about = f"PP2|RESP|{path}|{self.port}|{json.loads(request)['n']}".encode()
        key = AESGCM(self.key_for(b"s2c"))
        return json.loads(key.decrypt(from_base64url(envelope["n"]), from_base64url(envelope["c"]), about))

    def secret(self) -> bytes:
        """What ECDH gives both sides: 32 bytes."""
        service = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), self.service_point)
        return self.own.exchange(ec.ECDH(), service)

    def key_for(self, direction: bytes) -> bytes:
        """The key of one direction: b"c2s" or b"s2c"."""
        info = direction + point_of(self.own) + self.service_point + self.port.to_bytes(2, "big")
        return HKDF(SHA256(), 32, b"porte-parole/pp2", info).derive(self.secret())
