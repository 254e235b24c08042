"""Sealed envelopes for a shared service (PP2): only the service whose public key the browsers know can read and answer.

Each request brings a fresh key of its own, so nothing is remembered: no name, no clock, no nonce. Who asks is not
proved; the service only gives back what a text contains. The service's own key is `service_key.py`'s matter. Test
vectors: tests/contract/pp2.json.

What anybody can see is wrong without a key is a bad request: another form, base64 that is not canonical, a key that is
compressed, the point at infinity, or not on the curve. What only the key shows is not authenticated.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)

from porte_parole.sealing import (
    NONCE_BYTES,
    TAG_BYTES,
    Opened,
    answering,
    derived_key,
    from_base64url,
    malformed,
    not_authenticated,
    open_sealed,
)
from porte_parole.service_key import point_of
from porte_parole.settings import ServiceOrigin
from porte_parole.strict_json import parse_json

POINT_BYTES = 65
"""A point of P-256 written with both coordinates: 4, then 32 bytes each."""


@dataclass(frozen=True, slots=True)
class Service:
    """A shared service: where browsers find it, and the private half of the key they know."""

    origin: ServiceOrigin
    key: EllipticCurvePrivateKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Envelope:
    point: bytes
    nonce: bytes
    sealed: bytes


class SharedChannel:
    """One service's key. Safe to use from several threads; remembers nothing."""

    def __init__(self, service: Service) -> None:
        self._key = service.key
        self._point = point_of(service.key.public_key())
        self._port = service.origin.port

    def open(self, body: bytes, path: str, now_ms: int) -> Opened:
        """Open the request in `body`, as often as it comes.

        Args:
            body: the envelope as received.
            path: the route it was sent to, such as "/v1/check".
            now_ms: not used, for whoever copied a request gets an answer that opens for its sender only.

        Raises:
            BadRequest: not an envelope of exactly the agreed form, or its key is no point of the curve.
            NotAuthenticated: sealed for another service, port or path, or changed on the way.
        """
        envelope = _read(body)
        try:
            sender = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), envelope.point)
        except ValueError:
            raise malformed() from None
        shared = self._key.exchange(ECDH(), sender)
        both = envelope.point + self._point + self._port.to_bytes(2, "big")
        about = f"PP2|POST|{path}|{self._port}"
        payload = open_sealed(derived_key(shared, "pp2", b"c2s" + both), envelope.nonce, envelope.sealed, about)
        if payload is None:
            raise not_authenticated()
        to_client = derived_key(shared, "pp2", b"s2c" + both)
        return Opened(payload, answering(to_client, 2, path, self._port, envelope.nonce))


def _read(body: bytes) -> _Envelope:
    """The envelope's fields, checked for form only."""
    match parse_json(body):
        case {"v": 2 as version, "e": str(point), "n": str(nonce), "c": str(sealed), **others} if (
            not others and type(version) is int
        ):
            envelope = _Envelope(from_base64url(point), from_base64url(nonce), from_base64url(sealed))
            if (
                len(envelope.point) == POINT_BYTES
                and len(envelope.nonce) == NONCE_BYTES
                and len(envelope.sealed) >= TAG_BYTES
            ):
                return envelope
    raise malformed()
