"""Cases J: words that nobody else may have are checked in every way that can fail, and then looked for everywhere."""

from __future__ import annotations

import json
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.security.raw_http import ask, request
from tests.security.refusals import CANARY, assert_refused
from tests.security.running import Server, serving
from tests.security.searching import is_in, places_with, process_tells
from tests.security.server_under_test import RAISING

SWITCHES = {
    "FLASK_DEBUG": "1",
    "FLASK_ENV": "development",
    "WERKZEUG_DEBUG_PIN": "off",
    "PYTHONFAULTHANDLER": "1",
    "PYTHONWARNINGS": "always",
    "PYTHONASYNCIODEBUG": "1",
}

SURROUNDINGS = {
    "J-04 the development mode of Python": {"python": ["-X", "dev"]},
    "J-04 every switch of the environment": {"variables": SWITCHES},
}

REQUESTS = 1_000


@pytest.fixture(scope="module")
def talked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, since these cases look at all it ever said."""
    with serving(tmp_path_factory.mktemp("talked")) as running:
        yield running


def assert_nowhere(server: Server) -> None:
    assert places_with(CANARY, server.folder) == []
    assert not process_tells(CANARY, server.process.pid)


def varied(server: Server, number: int) -> bytes:
    """One of many requests with the words in it: good, of the wrong form, for the wrong place, under no seal."""
    text = f"{CANARY} {'é😀'[number % 2] * (number % 50)} {number}"
    plain = json.dumps({"text": text}).encode()
    payloads = [plain, plain[:-1], json.dumps({"text": [text]}).encode(), json.dumps({text: text}).encode(), plain * 9]
    kinds = [
        lambda: request(server.port, json.dumps(server.caller.envelope(payloads[number % 5], "/v1/check")).encode()),
        lambda: request(server.port, plain),
        lambda: request(server.port, server.sealed(text), target=f"/{CANARY}"),
        lambda: request(server.port, server.sealed(text), headers=(f"Origin: https://{CANARY}".encode(),)),
        lambda: request(server.port, server.sealed(text), headers=(f"X-{CANARY}: {CANARY}\x01".encode(),)),
        lambda: request(server.port, plain, method=CANARY.upper()),
        lambda: plain + b"\r\n\r\n",
    ]
    return kinds[number % len(kinds)]()


def test_the_search_finds_the_words_in_every_form() -> None:
    for data in (CANARY.encode(), CANARY.encode("utf-16"), CANARY.encode().hex().encode(), CANARY[:16].encode()):
        assert is_in(CANARY, b"xx" + data + b"yy")
    assert not is_in(CANARY, b"something else")


def test_j_01_a_thousand_requests_leave_nothing_behind(talked: Server) -> None:
    for number in range(REQUESTS):
        answer = ask(talked.port, varied(talked, number))
        assert answer is not None and not is_in(CANARY, repr(answer).encode())

    assert_nowhere(talked)


@pytest.mark.parametrize("name", RAISING, ids="J-03 {}".format)
def test_an_engine_that_fails_with_the_words_tells_its_class_only(name: str, talked: Server) -> None:
    before = talked.said()
    answer = talked.check(f"fault {name} {CANARY}")

    assert_refused(answer, 500)
    assert answer is not None and answer.code == "internal"
    (line,) = talked.said().removeprefix(before).splitlines()
    assert line.endswith(" while answering") and len(line.split()) == 3
    assert_nowhere(talked)


@pytest.mark.parametrize("name", ["warning", "unraisable"], ids="J-03 {}".format)
def test_what_python_would_print_by_itself_holds_no_words(name: str, talked: Server) -> None:
    talked.check(f"fault {name} {CANARY}")

    assert talked.report("")["level"] == "clear"
    assert_nowhere(talked)


@pytest.mark.parametrize("case", SURROUNDINGS)
def test_no_switch_makes_it_talk(case: str, tmp_path: Path) -> None:
    with serving(tmp_path, **SURROUNDINGS[case]) as server:
        for number in range(35):
            ask(server.port, varied(server, number))
        for name in RAISING:
            assert_refused(server.check(f"fault {name} {CANARY}"), 500)
        assert_refused(ask(server.port, request(server.port, method="GET", target="/console")), 404)
        assert_nowhere(server)


def test_j_07_a_crash_leaves_no_picture_of_the_memory(tmp_path: Path) -> None:
    def allow_pictures() -> None:
        os.chdir(tmp_path)
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

    with serving(tmp_path, before=allow_pictures) as server:
        limits = Path("/proc", str(server.process.pid), "limits").read_text("ascii")
        assert server.check(f"fault crash {CANARY}") is None
        assert server.process.wait(10) < 0
        assert "Max core file size 0 " in " ".join(limits.split())
        assert places_with(CANARY, tmp_path) == []
        assert not list(tmp_path.rglob("core*"))
