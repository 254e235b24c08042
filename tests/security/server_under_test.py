"""The program's own `serve` as a process, with an engine that counts and can be told to fail, and a clock one can set.

    python tests/security/server_under_test.py FD serve …

Events go to the pipe FD, as audit_hook.py sends them. Each post given to the engine is one more, called ENGINE, and
with its text when that begins with MARK. "fault" and the name of one of FAULTS makes the engine do that; "fault clock
7200" sets the server's clock two hours forward.
"""

from __future__ import annotations

import datetime
import json
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from porte_parole.analyzer import Analyzer
from porte_parole.model import Post, Report

ENGINE = "engine"
"""Name of the event for a post that reached the engine."""

MARK = "mark "

WAIT_S = 1.0
_honest_time_ns = time.time_ns


def _assert(text: str) -> None:
    raise AssertionError(text)


def _chained(text: str) -> None:
    try:
        int(text)
    except ValueError as cause:
        problem = RuntimeError(text)
        problem.add_note(text)
        raise problem from cause


def _unraisable(text: str) -> None:
    class Careless:
        def __del__(self) -> None:
            raise ValueError(text)

    Careless()


def _crash(_text: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)
    time.sleep(WAIT_S)  # another thread may be the one to get it


def _group(text: str) -> None:
    raise ExceptionGroup(text, [ValueError(text), KeyError(text)])


def _set_clock(seconds: str) -> None:
    time.time_ns = lambda: _honest_time_ns() + int(seconds) * 10**9


RAISING: Mapping[str, Callable[[str], object]] = {
    "int": int,
    "float": float,
    "key": lambda text: {}[text],
    "date": datetime.date.fromisoformat,
    "assert": _assert,
    "unicode": lambda text: (text + "\ud800").encode(),
    "json": json.loads,
    "yaml": lambda text: yaml.safe_load(f"{text}: ["),
    "file": lambda text: Path("/nowhere", text).read_bytes(),
    "chained": _chained,
    "group": _group,
}
"""Each ends a check with an exception that carries the text."""

FAULTS: Mapping[str, Callable[[str], object]] = {
    **RAISING,
    "unraisable": _unraisable,
    "warning": lambda text: warnings.warn(text, UserWarning, stacklevel=1),
    "scribble": lambda text: Path(text).write_text("a"),
    "wait": lambda _text: time.sleep(WAIT_S),
    "crash": _crash,
    "clock": _set_clock,
}


def main(arguments: list[str]) -> int:
    import audit_hook  # beside this file; the tests know it by a longer name

    pipe = int(arguments[0])
    _watch_engine(lambda text: os.write(pipe, json.dumps([ENGINE, text]).encode() + b"\n"))
    return audit_hook.main(arguments)


def _watch_engine(told: Callable[[str], object]) -> None:
    honest = Analyzer.check

    def check(self: Analyzer, post: Post) -> Report:
        told(post.text if post.text.startswith(MARK) else "")
        if post.text.startswith("fault "):
            _fault, name, text = post.text.split(" ", 2)
            FAULTS[name](text)
        return honest(self, post)

    Analyzer.check = check


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
