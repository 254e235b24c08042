"""Cases H about the small program that browsers start: whatever it is sent, it ends, and says nothing but frames."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from tests.security.homes import environment, paired

FRAME = struct.Struct("=I")
ASKING = b'{"v":1,"ask":"pairing"}'

HOSTILE = {
    "H-13 4 GB announced": FRAME.pack(0xFFFF_FFFF) + b"x",
    "H-13 bad JSON": FRAME.pack(3) + b"{{{",
    "H-13 too long": FRAME.pack(1_025) + b" " * 1_025,
    "H-13 nothing": b"",
    "H-13 half a length": b"\x05",
    "H-13 half a message": FRAME.pack(len(ASKING)) + ASKING[:-1],
    "H-13 another question": FRAME.pack(14) + b'{"ask":"text"}',
    "H-13 two messages": (FRAME.pack(len(ASKING)) + ASKING) * 2,
}


def host(folder: Path, sent: bytes, *arguments: str) -> tuple[int, list[dict], bytes]:
    """Its exit code, the frames it wrote, and what it said beside them."""
    ended = subprocess.run(
        [sys.executable, "-m", "porte_parole.native_messaging.program", *arguments],
        input=sent,
        env=environment(folder),
        capture_output=True,
        timeout=10,
        check=False,
    )
    frames, rest = [], ended.stdout
    while rest:
        (length,) = FRAME.unpack(rest[: FRAME.size])
        frames.append(json.loads(rest[FRAME.size : FRAME.size + length]))
        rest = rest[FRAME.size + length :]
    return ended.returncode, frames, ended.stderr


@pytest.mark.parametrize("case", HOSTILE)
def test_it_ends_and_says_nothing_but_frames(case: str, tmp_path: Path) -> None:
    key = paired(tmp_path)
    code, frames, beside = host(tmp_path, HOSTILE[case])

    assert code == 0
    assert len(frames) <= 1
    assert b"Traceback" not in beside
    if frames and "error" in frames[0]:
        assert frames[0]["error"] == "bad_request"
    elif frames:
        assert (case, frames[0]["kid"]) == ("H-13 two messages", key.kid)


@pytest.mark.parametrize("name", ["config/pairing.json", "run/endpoint.json"], ids="H-08 {}".format)
def test_a_file_open_to_others_is_not_handed_out(name: str, tmp_path: Path) -> None:
    paired(tmp_path)
    file = tmp_path / "home" / name
    file.parent.mkdir(0o700, exist_ok=True)
    if not file.exists():
        file.write_text('{"v": 1, "port": 18440, "pid": 1}', "ascii")
    file.chmod(0o644)

    assert host(tmp_path, FRAME.pack(len(ASKING)) + ASKING)[1] == [{"v": 1, "error": "unusable"}]


def test_h_14_what_was_installed_is_gone_again(tmp_path: Path) -> None:
    surroundings = environment(tmp_path)
    person = tmp_path / "person"
    (person / ".config").mkdir()  # every home has one
    before = set(person.rglob("*"))
    program = [sys.executable, "-m", "porte_parole", "native-host"]
    for command, is_there in (("install", True), ("uninstall", False)):
        ended = subprocess.run(
            [*program, command], env=surroundings, capture_output=True, text=True, check=False, timeout=30
        )
        assert ended.returncode == 0, ended.stderr
        assert any(path.is_file() for path in person.rglob("*")) == is_there
    assert set(person.rglob("*")) == before
