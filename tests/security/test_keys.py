"""Cases D and H about the files of a running server: its key and where it answers, when others could touch them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pp1_caller import Caller
from tests.security.homes import environment, paired
from tests.security.raw_http import ask, request
from tests.security.running import Server, serving, soon
from tests.security.second_user import NOBODY

RECOVERY_S = 5.0
"""Longest wait for the good state once the cause of the bad one is gone."""

Spoil = Callable[[Path], object]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("guarded")) as running:
        yield running


def key_file(server: Server) -> Path:
    return server.folder / "home" / "config" / "pairing.json"


def status_of(caller: Caller) -> int:
    answer = ask(caller.port, request(caller.port, caller.seal({"text": ""}, "/v1/check")))
    assert answer is not None
    return answer.status


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "porte_parole", *arguments]
    return subprocess.run(
        command,
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def link_away(file: Path) -> None:
    file.rename(file.with_name("moved"))
    file.symlink_to(file.with_name("moved"))


def give_away(file: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    os.chown(file, NOBODY, NOBODY)


SPOILED: dict[str, Spoil] = {
    "H-08 open to others": lambda file: file.chmod(0o644),
    "H-08 another user's": give_away,
    "H-08 a link": link_away,
    "H-08 deleted": lambda file: file.unlink(),
    "H-08 damaged": lambda file: file.write_bytes(file.read_bytes()[:20]),
}


@pytest.mark.parametrize("case", SPOILED)
def test_a_key_that_others_could_have_pairs_nobody_until_it_is_back(case: str, guarded: Server) -> None:
    file = key_file(guarded)
    good = file.read_bytes()
    assert status_of(guarded.caller) == 200

    SPOILED[case](file)
    assert status_of(guarded.caller) == 401

    file.unlink(missing_ok=True)
    file.touch(0o600)
    file.write_bytes(good)
    assert soon(lambda: status_of(guarded.caller) == 200, RECOVERY_S)


@pytest.mark.parametrize("case", [case for case in SPOILED if "deleted" not in case])
def test_an_endpoint_file_that_others_could_have_is_not_believed(case: str, tmp_path: Path) -> None:
    paired(tmp_path)
    environment(tmp_path)
    file = tmp_path / "home" / "run" / "endpoint.json"
    file.parent.mkdir(0o700)
    file.touch(0o600)
    file.write_text('{"v": 1, "port": 18440, "pid": 1}', "ascii")
    SPOILED[case](file)

    ended = run(tmp_path, "pair")
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert "endpoint.json" in ended.stderr


def test_d_11_a_new_key_is_in_force_at_once_and_the_old_one_is_not(guarded: Server) -> None:
    assert run(guarded.folder, "pair", "--reset").returncode == 0
    fresh = paired(guarded.folder)

    assert status_of(guarded.caller) == 401
    assert status_of(Caller(fresh.key, fresh.kid, guarded.port)) == 200
