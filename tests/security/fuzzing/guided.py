"""The targets under Atheris: inputs guided by the code they reach (libFuzzer). Run by fuzz.py, each in its own process.

    python tests/security/fuzzing/guided.py NAME [options of libFuzzer]

A crash, an undefined answer, or an input of more than ten seconds ends the process with what libFuzzer tells of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent.parent
sys.path[:0] = [str(ROOT / "tests" / "security"), str(ROOT / "tests" / "contract")]

try:
    import atheris
except ImportError:
    raise SystemExit(
        "Atheris is not installed (extras 'security', Linux); fuzz.py without --atheris needs nothing."
    ) from None

with atheris.instrument_imports(include=["porte_parole", "yaml"]):
    from fuzzing.loading import Given as File
    from fuzzing.loading import Loading
    from fuzzing.opening import Given as Envelope
    from fuzzing.opening import Opening
    from fuzzing.reading import Reading
    from porte_parole.model import Post

LONGEST_POST = 2_000
PATH = "/v1/check"


def load(target: Loading, data: bytes) -> None:
    """The bytes are a rule file; with an odd byte before them, a profile."""
    given = File(bool(data[:1] and data[0] & 1), "fr/heated-slip.yml", data[1:])
    target.judge(given, target.run(given))


def open_envelope(target: Opening, data: bytes) -> None:
    """The bytes are an envelope; with an odd byte before them, what is sealed in one."""
    target.forget()
    body, payload = data[1:], b""
    if data[:1] and data[0] & 1:
        body, payload = target.sealed(data[1:], PATH), data[1:]
    given = Envelope(body, PATH, target.now_ms, payload)
    target.judge(given, target.run(given))


def read(target: Reading, data: bytes) -> None:
    """The bytes are a post; lone halves of characters may be in it."""
    given = Post(data.decode("utf-16-le", "surrogatepass" if len(data) % 2 == 0 else "replace")[:LONGEST_POST]), False
    target.judge(given, target.run(given))


TARGETS = {"loader": (Loading, load), "envelope": (Opening, open_envelope), "analyzer": (Reading, read)}


def main() -> None:
    name, *options = sys.argv[1:]
    kind, try_one = TARGETS[name]
    target = kind()
    atheris.Setup([sys.argv[0], "-timeout=10", "-rss_limit_mb=4096", *options], lambda data: try_one(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
