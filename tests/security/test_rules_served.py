"""Cases F on a server that is answering: a hostile rule delays nobody, a file half written is never half in force."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from tests.security.rule_packs import WORD, pattern, place, rule
from tests.security.running import Server, serving, soon

from porte_parole.live import POLL_INTERVAL_S

OTHER = "glourbix"
PAUSE_S = 0.8 * POLL_INTERVAL_S
"""How long a slow editor leaves a file half written: a look of the server will fall into some of these."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules")
    place(folder).write_text(pattern("^(a+)+$"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def reading(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server"), "--rules", str(folder)) as running:
        yield running


def found(server: Server, text: str = f"un {WORD} et un {OTHER}") -> tuple[str, ...]:
    return tuple(sorted(one["rule"].split(".")[-1] for one in server.report(text)["findings"]))


def test_f_01_nobody_waits_for_a_pattern_that_would_explode(reading: Server) -> None:
    ended = Event()
    took = []

    def keep_checking() -> None:
        while not ended.is_set():
            reading.report("a" * 9_999 + "!")

    with ThreadPoolExecutor() as together:
        checking = together.submit(keep_checking)
        for _ in range(50):
            began = time.perf_counter()
            reading.report("")
            took.append(time.perf_counter() - began)
        ended.set()
        checking.result()

    assert sorted(took)[-2] < 0.5  # the stdlib's engine: 10 s, for everybody


def test_f_12_a_server_outlives_a_file_that_would_crash_a_parser(reading: Server, folder: Path) -> None:
    good = place(folder).read_bytes()
    place(folder).write_bytes(b"[" * 100_000)
    assert soon(lambda: "nested" in reading.said(), 10)

    assert reading.report("bonjour")["level"] == "clear"
    place(folder).write_bytes(good)


def test_f_18_a_file_half_written_is_never_half_in_force(reading: Server, folder: Path) -> None:
    sets = [
        rule("one-a") + rule("one-b", any_of=f"[{OTHER}]"),
        rule("two-a") + rule("two-b", any_of=f"[{OTHER}]"),
    ]
    file = place(folder)
    file.write_text(sets[0], "utf-8")
    assert soon(lambda: found(reading) == ("one-a", "one-b"), 10)
    ended, seen = Event(), set()

    def keep_asking() -> None:
        while not ended.is_set():
            seen.add(found(reading))

    with ThreadPoolExecutor() as together:
        asking = together.submit(keep_asking)
        try:
            for turn in range(1_000):
                _write_in_two_parts(file, sets[turn % 2], PAUSE_S if turn % 100 == 0 else 0)
            assert soon(lambda: found(reading) == ("two-a", "two-b"), 10)
        finally:
            ended.set()
        asking.result()

    assert seen <= {("one-a", "one-b"), ("two-a", "two-b")}


def _write_in_two_parts(file: Path, text: str, pause_s: float) -> None:
    """As an editor that truncates and then writes: after the first part, one whole rule of two is there."""
    half = text.index("- id", 1)
    with file.open("w", encoding="utf-8") as stream:
        stream.write(text[:half])
        stream.flush()
        time.sleep(pause_s)
        stream.write(text[half:])
