"""`porte-parole pair`: one key, one code, the right port."""

from __future__ import annotations

import re
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.server.cli.conftest import Program, Run

from porte_parole import endpoint
from porte_parole.pairing import parse_code


def code_in(out: str) -> str:
    found = re.search(r"PP1-\S+", out)
    assert found
    return found[0]


def test_the_key_is_private_and_the_code_stays_the_same(run: Run, home: Path) -> None:
    first, second = run("pair"), run("pair")

    assert (first.code, second.code, first.err) == (0, 0, "")
    assert code_in(first.out) == code_in(second.out)
    assert stat.S_IMODE((home / "config" / "pairing.json").stat().st_mode) == 0o600
    assert parse_code(code_in(first.out))[1] == 18440


def test_reset_makes_a_new_key(run: Run) -> None:
    assert code_in(run("pair").out) != code_in(run("pair", "--reset").out)
    assert run("pair", "--reset").code == 0


def test_the_running_server_knows_the_port(run: Run, start: Callable[..., Program], tmp_path: Path) -> None:
    program = start("serve", "--port", "0", "--ready-file", str(tmp_path / "ready"))
    port = program.wait_for(tmp_path / "ready")["port"]

    assert port == parse_code(code_in(run("pair").out))[1]

    program.stop(signal.SIGTERM)


def test_a_dead_server_is_not_believed(run: Run, home: Path) -> None:
    endpoint.write(home / "run" / "endpoint.json", 9, 999_999)

    assert parse_code(code_in(run("pair").out))[1] == 18440


def test_a_named_port_wins_over_the_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTE_PAROLE_PORT", "18555")

    assert [parse_code(code_in(run("pair", *flag).out))[1] for flag in ([], ["--port", "18666"])] == [18555, 18666]


def test_a_port_that_is_not_known_yet_is_said(run: Run, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("PORTE_PAROLE_PORT", "0")
    ran = run("pair")

    assert (ran.code, ran.out) == (2, "")
    assert "porte-parole serve" in ran.err
    assert not (home / "config").exists()


def test_a_key_that_others_can_read_is_refused(run: Run, home: Path) -> None:
    run("pair")
    (home / "config" / "pairing.json").chmod(0o644)
    ran = run("pair")

    assert (ran.code, ran.out) == (2, "")
    assert "pairing.json" in ran.err


def test_the_explanation_is_in_the_users_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")

    assert "Copiez ce code" in run("pair").out
