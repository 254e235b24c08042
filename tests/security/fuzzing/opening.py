"""The envelope as a fuzzing target: what opens is what was sealed, once, and everything else is refused in our words.

What opens is read further, as the server does: its JSON, and the post that it describes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import Any

from pp1_caller import Caller

from porte_parole.channel import CLOCK_WINDOW_MS, Channel
from porte_parole.errors import BadRequest, InvalidPost, NotAuthenticated, RequestError, TextTooLong
from porte_parole.gate import MAX_BODY_BYTES
from porte_parole.model import MAX_TEXT_UTF16, Post
from porte_parole.offsets import utf16_length
from porte_parole.pairing import Pairing
from porte_parole.sealing import Opened
from porte_parole.strict_json import parse_json
from porte_parole.wire import post_from_json

from .envelope_pieces import CLOCKS_MS, TOKENS, changed, junk
from .mutating import damaged
from .target import Undefined
from .texts import Texts

PORT = 18440
PATHS = ("/v1/check", "/v1/ping")


@dataclass(frozen=True, slots=True)
class Given:
    """A body as received, and what the key's holder had sealed in it."""

    body: bytes
    path: str
    now_ms: int
    payload: bytes


class Opening:
    """Envelopes of one pairing. The clock jumps with each, so that few nonces are still remembered."""

    whole = frozenset(("opened, a post",))

    def __init__(self) -> None:
        self._texts = Texts()
        pairing = Pairing(bytes(range(32)))
        self._caller = Caller(pairing.key, pairing.kid, PORT)
        self._pairing = pairing
        self.forget()

    def forget(self) -> None:
        self._channel = Channel(self._pairing.key, self._pairing.kid, PORT)

    now_ms = 1_700_000_000_000
    """The clock of `sealed`."""

    def sealed(self, payload: bytes, path: str) -> bytes:
        """An envelope as a browser of ours makes it, always with the same nonce."""
        return json.dumps(self._caller.envelope(payload, path, self.now_ms, bytes(12))).encode()

    def make(self, dice: Random) -> Given:
        path = dice.choice(PATHS) if dice.random() < 0.05 else PATHS[0]
        payload = self._payload(dice)
        now_ms = dice.randint(*CLOCKS_MS)
        sent_ms = now_ms + dice.choice((0, 0, 0, 0, 0, 59_999, 60_001, -60_000, -60_001, -(10**12)))
        envelope = self._caller.envelope(
            payload, dice.choice((path, path, path, path, *PATHS)), sent_ms, dice.randbytes(12)
        )
        kind = dice.random()
        if kind < 0.25:
            envelope = changed(dice, envelope)
        body = json.dumps(envelope).encode()
        if 0.25 < kind < 0.45:
            body = damaged(dice, body, TOKENS)
        elif 0.45 < kind < 0.55:
            body = junk(dice)
        return Given(body[:MAX_BODY_BYTES], path, now_ms, payload)

    def _payload(self, dice: Random) -> bytes:
        request: dict[str, Any] = {"text": self._texts.make(dice)}
        if dice.random() < 0.4:
            request |= {"site": "www.linkedin.com", "audience": "public", "account": "personal", "ui_language": "fr"}
        kind = dice.random()
        if kind < 0.3:
            request = changed(dice, request)
        payload = json.dumps(request, ensure_ascii=dice.random() < 0.5).encode("utf-8", errors="surrogatepass")
        if 0.3 < kind < 0.5:
            payload = damaged(dice, payload, TOKENS)
        elif 0.5 < kind < 0.55:
            payload = junk(dice)
        return payload[:45_000]

    def length(self, given: Given) -> tuple[str, int]:
        return "", len(given.body)

    def run(self, given: Given) -> tuple[Opened, Post | RequestError] | RequestError:
        try:
            opened = self._channel.open(given.body, given.path, given.now_ms)
        except RequestError as refused:
            return refused
        try:
            return opened, post_from_json(parse_json(opened.payload))
        except RequestError as refused:
            return opened, refused

    def judge(self, given: Given, came: tuple[Opened, Post | RequestError] | RequestError) -> str:
        if isinstance(came, RequestError):
            return _refusal(came, (BadRequest, NotAuthenticated))
        opened, post = came
        self._require_honest(given, opened)
        self._require_once(given)
        if isinstance(post, RequestError):
            return "opened, " + _refusal(post, (BadRequest, InvalidPost, TextTooLong))
        _require_contract(post)
        return "opened, a post"

    def _require_honest(self, given: Given, opened: Opened) -> None:
        """Nobody without the key makes an envelope that opens, and nobody changes one that does."""
        if opened.payload != given.payload:
            raise Undefined("opened to something that was not sealed")
        if abs(json.loads(given.body)["t"] - given.now_ms) > CLOCK_WINDOW_MS:
            raise Undefined("opened outside its time")
        if self._caller.open(opened.answer(b"{}"), given.body, given.path) != {}:
            raise Undefined("the answer is not for its sender")

    def _require_once(self, given: Given) -> None:
        try:
            self._channel.open(given.body, given.path, given.now_ms + 1)
        except NotAuthenticated:
            return
        raise Undefined("a replay was opened")


def _refusal(came: RequestError, defined: tuple[type[RequestError], ...]) -> str:
    if not isinstance(came, defined):
        raise Undefined(f"refused as {type(came).__name__}")
    if not came.message.isascii() or not came.message.endswith(".") or not _says_all(came):
        raise Undefined("a refusal that carries more than its sentence")
    return type(came).__name__


def _says_all(came: RequestError) -> bool:
    """Whether nothing is shown with it but its message; an error of the decoder would hold what it decoded."""
    return came.__cause__ is None and (came.__context__ is None or came.__suppress_context__)


def _require_contract(post: Post) -> None:
    is_one = (
        *(isinstance(post.text, str) and utf16_length(post.text) <= MAX_TEXT_UTF16, type(post.explain) is bool),
        *(isinstance(post.site, str), post.audience in ("public", "friends", "group", "private", "unknown")),
        *(post.account in ("official", "personal", "unknown"), post.ui_language in (None, "fr", "en", "nl", "de")),
    )
    if not all(is_one):
        raise Undefined("a post outside the contract")
