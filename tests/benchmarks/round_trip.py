"""What HTTP and the seal cost: a sealed /v1/check against an empty Flask route on the same Waitress, in one run.

    python tests/benchmarks/round_trip.py [--requests N] [--json]

Three processes: this one asks; one serves our app and one serves the empty route, both through `cli/serve.py`. The two
are asked in turn over kept-open connections, so that whatever else the machine does meets both alike. The engine is
timed in this process, on the same posts. Target (design, section 7): p50 over HTTP at most 2 x empty + engine. The
client's own sealing and opening are timed apart and are in no other number. Exit code 1 when the target is missed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from flask import Flask

from porte_parole.api import create_app
from porte_parole.cli.serve import answering
from porte_parole.gate import SEALED_TYPE
from porte_parole.live import load_analyzer
from porte_parole.model import Post
from porte_parole.pairing import Pairing
from porte_parole.settings import shipped

sys.path.append(str(Path(__file__).parent.parent / "contract"))
from pp1_caller import Caller

WARM_UP = 50
POST_CHARS = 280
SENTENCES = (
    "Aujourd'hui, visite du nouveau centre avec l'équipe, et un grand merci à tous pour l'accueil. ",
    "Le café du coin a changé de propriétaire : les croissants sont toujours aussi bons. ",
    "We spent the morning with the students, and their questions were better than my answers. ",
    "Ce collègue est vraiment un idiot, je ne comprends pas comment on peut travailler ainsi. ",
)


def posts(count: int) -> Iterator[str]:
    """Ordinary posts of 280 characters, each different, one sentence in four heated."""
    for number in range(count):
        sentences = [SENTENCES[(number + place) % len(SENTENCES)] for place in range(4)]
        yield f"{number} {''.join(sentences)}"[:POST_CHARS]


def serve(what: str, key: bytes) -> None:
    """Serve one app on a free port, say which, and stop when the asker closes our input."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        if what == "empty":
            app = Flask(__name__)
            app.add_url_rule("/", "empty", lambda: "")
        else:
            analyzer = load_analyzer([(shipped("rules"), "built-in")], None)
            app = create_app(analyzer.check, lambda: Pairing(key), port, frozenset())
        with answering(app, listener):
            print(port, flush=True)
            sys.stdin.read()


@contextmanager
def server(what: str, key: bytes) -> Iterator[int]:
    """A process that serves `what`; yields its port."""
    command = [sys.executable, __file__, "--serve", what, "--key", key.hex()]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    try:
        yield int(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def ask(connection: http.client.HTTPConnection, method: str, path: str, body: bytes | None = None) -> bytes:
    connection.request(method, path, body, {"Content-Type": SEALED_TYPE} if body else {})
    answer = connection.getresponse()
    read = answer.read()
    assert answer.status == 200, answer.status
    return read


def measure(count: int) -> dict[str, list[float]]:
    """Milliseconds of each request, by what was timed."""
    pairing = Pairing(secrets.token_bytes(32))
    analyzer = load_analyzer([(shipped("rules"), "built-in")], None)
    times: dict[str, list[float]] = {"sealed": [], "empty": [], "engine": [], "client": []}

    def timed(name: str, started: float) -> None:
        times[name].append((perf_counter() - started) * 1000)

    with server("ours", pairing.key) as port, server("empty", pairing.key) as empty_port:
        caller = Caller(pairing.key, pairing.kid, port)
        ours = http.client.HTTPConnection("127.0.0.1", port)
        empty = http.client.HTTPConnection("127.0.0.1", empty_port)
        for text in posts(count + WARM_UP):
            started = perf_counter()
            request = caller.seal({"text": text, "site": "www.linkedin.com"}, "/v1/check")
            sealed_ms = perf_counter() - started
            started = perf_counter()
            answer = ask(ours, "POST", "/v1/check", request)
            timed("sealed", started)
            started = perf_counter()
            ask(empty, "GET", "/")
            timed("empty", started)
            started = perf_counter()
            analyzer.check(Post(text, site="www.linkedin.com"))
            timed("engine", started)
            started = perf_counter() - sealed_ms
            caller.open(answer, request, "/v1/check")
            timed("client", started)
        ours.close()
        empty.close()
    return {name: values[WARM_UP:] for name, values in times.items()}


def main() -> int:
    options = argparse.ArgumentParser(description="Sealed checks against an empty route.")
    options.add_argument("--requests", type=int, default=1000)
    options.add_argument("--json", action="store_true")
    options.add_argument("--serve", choices=["ours", "empty"], help=argparse.SUPPRESS)
    options.add_argument("--key", default="", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.serve:
        serve(chosen.serve, bytes.fromhex(chosen.key))
        return 0
    result = {}
    for name, values in measure(chosen.requests).items():
        cuts = quantiles(values, n=20)
        result[name] = {"p50_ms": round(cuts[9], 3), "p95_ms": round(cuts[18], 3)}
    allowed = 2 * result["empty"]["p50_ms"] + result["engine"]["p50_ms"]
    is_met = result["sealed"]["p50_ms"] <= allowed
    if chosen.json:
        print(json.dumps({**result, "allowed_p50_ms": round(allowed, 3), "is_met": is_met}))
    else:
        for name, values in result.items():
            print(f"{name:8} p50 {values['p50_ms']:7.3f} ms   p95 {values['p95_ms']:7.3f} ms")
        print(f"sealed p50 at most 2 x empty + engine = {allowed:.3f} ms: {'met' if is_met else 'MISSED'}")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
