"""Who asks during a soak: browsers with posts of every kind, programs that ask wrongly, connections that are dropped.

Every request knows the status it must get; anything else is written down, without the text.
"""

from __future__ import annotations

import http.client
import json
import socket
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from threading import Event, Thread
from time import monotonic

from fuzzing.texts import Texts
from pp1_caller import Caller

from porte_parole.gate import MAX_BODY_BYTES, SEALED_TYPE

ASKERS = 3
"""Browsers that ask at the same time; the server checks four posts at once, so none has to be told to come back."""

PAUSE_S = 0.4
"""What the extension waits before it asks (design, section 3)."""

DROPPED_EACH_S = 4
PATIENCE_S = 60.0
CHECK = "/v1/check"

Wrong = Callable[["Traffic", Random], tuple[bytes, dict[str, str], int]]


@dataclass
class Traffic:
    """All askers of one server; `statuses` and `wrong` count what they got, `times` what a checked post took, in ms."""

    port: int
    caller: Caller
    texts: Texts = field(default_factory=Texts)
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    dropped: int = 0

    def start(self) -> None:
        """Ask until `stop`."""
        self._stopped = Event()
        work = [lambda number=number: self._ask_on(number) for number in range(ASKERS)]
        self._threads = [Thread(target=one, daemon=True) for one in (*work, self._drop_on)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join(PATIENCE_S)

    def check(self, text: str) -> dict:
        """The report of a post, asked beside the others."""
        body = self.caller.seal({"text": text}, CHECK)
        status, answer = ask(self.port, body, {})
        if status != 200:
            raise ConnectionError(f"status {status}")
        report = self.caller.open(answer, body, CHECK)
        assert isinstance(report, dict)
        return report

    def _ask_on(self, seed: int) -> None:
        dice = Random(seed)  # noqa: S311 (posts, not secrets)
        while not self._stopped.wait(PAUSE_S * dice.uniform(0.5, 1.5)):
            try:
                if dice.random() < 0.1:
                    self._ask_wrongly(dice)
                else:
                    self._ask(dice)
            except (OSError, http.client.HTTPException) as problem:
                self.wrong[type(problem).__name__] += 1

    def _ask(self, dice: Random) -> None:
        body = self.caller.seal({"text": self.texts.make(dice), "explain": dice.random() < 0.1}, CHECK)
        started = monotonic()
        status, answer = ask(self.port, body, {})
        self.times.append((monotonic() - started) * 1000)
        # A few texts of nothing but control characters or halves take six bytes a character, and do not fit.
        self._note("a post", status, 200 if len(body) <= MAX_BODY_BYTES else 413)
        if status == 200 and "findings" not in dict(self.caller.open(answer, body, CHECK)):  # type: ignore[call-overload]
            self.wrong["a report without findings"] += 1

    def _ask_wrongly(self, dice: Random) -> None:
        name = dice.choice(list(WRONGS))
        body, headers, expected = WRONGS[name](self, dice)
        if name == "a replay":
            ask(self.port, body, headers)
        self._note(name, ask(self.port, body, headers)[0], expected)

    def _note(self, what: str, status: int, expected: int) -> None:
        self.statuses[status] += 1
        if status != expected:
            self.wrong[f"{what}: {status} instead of {expected}"] += 1

    def _drop_on(self) -> None:
        """Connections that say nothing, half of something, or do not wait for the answer."""
        dice = Random(ASKERS)  # noqa: S311
        body = b""
        while not self._stopped.wait(1 / DROPPED_EACH_S):
            body = body or self.caller.seal({"text": "Bonjour"}, CHECK)
            head = f"POST {CHECK} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nContent-Type: {SEALED_TYPE}\r\n"
            whole = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                connection.sendall(whole[: dice.choice((0, 10, len(head), len(whole) - 5, len(whole)))])
                self.dropped += 1
            body = b"" if dice.random() < 0.2 else body


def ask(port: int, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    """Status and body of the answer to POST /v1/check."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request("POST", CHECK, body, {"Content-Type": SEALED_TYPE, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def _post(traffic: Traffic) -> bytes:
    return traffic.caller.seal({"text": "Bonjour"}, CHECK)


WRONGS: dict[str, Wrong] = {
    "another key": lambda one, _: (Caller(bytes(32), one.caller.kid, one.port).seal({"text": "a"}, CHECK), {}, 401),
    "a replay": lambda one, _: (_post(one), {}, 401),
    "another path": lambda one, _: (one.caller.seal({"text": "a"}, "/v1/ping"), {}, 401),
    "no envelope": lambda one, dice: (dice.randbytes(200), {}, 400),
    "a deep nest": lambda one, _: (b"[" * 30_000, {}, 400),
    "another type": lambda one, _: (_post(one), {"Content-Type": "text/plain"}, 415),
    "another host": lambda one, _: (_post(one), {"Host": "evil.example"}, 400),
    "a web page": lambda one, _: (_post(one), {"Origin": "https://evil.example"}, 403),
    "an unknown key": lambda one, _: (one.caller.seal({"text": "a", "x": 1}, CHECK), {}, 422),
    "too long a text": lambda one, _: (one.caller.seal({"text": "a" * 10_001}, CHECK), {}, 422),
    "too large a body": lambda one, _: (json.dumps("a" * MAX_BODY_BYTES).encode(), {}, 413),
}
"""What is asked wrongly: the body, further headers, and the status that it must get."""
