"""Sealed envelopes (PP1): proves who asks and who answers, and hides the text from whatever else took our port.

Requests are sealed by the extension and opened here; answers are sealed here and opened there. What the payload means
is left to `wire.py`, where the key comes from to `pairing.py`, HTTP to `api.py`. Test vectors: tests/contract/pp1.json.

A request under our key whose clock is not ours may be answered with our time. Who sends an old request again learns
from the form of that answer that the key is still the same one; the time itself opens for the first sender only. Each
nonce is told once a minute and few of them at all, so that nobody can wear out the key by asking.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from porte_parole.errors import Busy, ClockOff, NotAuthenticated
from porte_parole.replays import MAX_REMEMBERED, Replays
from porte_parole.sealing import (
    NONCE_BYTES,
    TAG_BYTES,
    Opened,
    SealAnswer,
    answering,
    derived_key,
    from_base64url,
    malformed,
    not_authenticated,
    open_sealed,
)
from porte_parole.strict_json import parse_json

CLOCK_WINDOW_MS = 60_000
"""How far the sender's clock may be from ours, either way: both clocks are the same machine's, so this is generous."""

MAX_TOLD = 64
"""Most requests a minute that are told our time: each browser asks once. AES-GCM bears 2^32 answers with one key, which
this takes more than a hundred years to reach."""


@dataclass(frozen=True, slots=True)
class _Envelope:
    kid: str
    sent_ms: int
    nonce: bytes
    sealed: bytes


class Channel:
    """One pairing on one port. Safe to use from several threads; remembers the nonces it opened.

    A restart forgets the nonces: what was sent in the minute before could be asked once more, and its answer opens for
    nobody but its sender.

    Args:
        key: the 32 bytes shared with the extension.
        kid: the public name of that key.
        port: the port really listened on; it is part of the keys, so that a relay on another port gets nothing.
    """

    def __init__(self, key: bytes, kid: str, port: int) -> None:
        self._kid = kid
        self._port = port
        self._from_client = derived_key(key, "pp1", b"c2s" + port.to_bytes(2, "big"))
        self._to_client = derived_key(key, "pp1", b"s2c" + port.to_bytes(2, "big"))
        self._replays = Replays(MAX_REMEMBERED)
        self._told = Replays(MAX_TOLD)

    def open(self, body: bytes, path: str, now_ms: int) -> Opened:
        """Open the request in `body`, once.

        Args:
            body: the envelope as received.
            path: the route it was sent to, such as "/v1/check".
            now_ms: our clock, milliseconds since 1970.

        Raises:
            BadRequest: not an envelope of exactly the agreed form.
            ClockOff: authentic, but too old or too new; its sender may be told our time.
            NotAuthenticated: another key, port or path, changed on the way, seen before, or told the time before.
            Busy: too many envelopes in the last minutes to remember one more, so a replay could not be told.
        """
        envelope = _read(body)
        about = f"PP1|POST|{path}|{self._port}|{envelope.kid}|{envelope.sent_ms}"
        payload = open_sealed(self._from_client, envelope.nonce, envelope.sealed, about)
        # The kid is compared only now, so that an unknown one costs the same time as a wrong key.
        if payload is None or envelope.kid != self._kid:
            raise not_authenticated()
        answer = answering(self._to_client, 1, path, self._port, envelope.nonce)
        if abs(now_ms - envelope.sent_ms) > CLOCK_WINDOW_MS:
            raise self._clock_off(envelope.nonce, answer, now_ms)
        if not self._replays.is_first(envelope.nonce, envelope.sent_ms + CLOCK_WINDOW_MS, now_ms):
            raise not_authenticated()
        return Opened(payload, answer)

    def _clock_off(self, nonce: bytes, answer: SealAnswer, now_ms: int) -> NotAuthenticated:
        with suppress(Busy):
            if self._told.is_first(nonce, now_ms + CLOCK_WINDOW_MS, now_ms):
                return ClockOff("The request could not be authenticated: its clock is not ours.", answer)
        return not_authenticated()


def _read(body: bytes) -> _Envelope:
    """The envelope's fields, checked for form only."""
    match parse_json(body):
        # `True` is an int and equals 1: bool is refused by its exact type.
        case {"v": 1 as version, "kid": str(kid), "t": int(sent_ms), "n": str(nonce), "c": str(sealed), **others} if (
            not others and type(version) is int and type(sent_ms) is int
        ):
            envelope = _Envelope(kid, sent_ms, from_base64url(nonce), from_base64url(sealed))
            if len(envelope.nonce) == NONCE_BYTES and len(envelope.sealed) >= TAG_BYTES:
                return envelope
    raise malformed()
