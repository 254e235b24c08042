"""What the command line's tests share: a home of their own, one invented rule, and a way to run a command."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from porte_parole.__main__ import main
from porte_parole.settings import SETTINGS

RULE = """
- id: zorglub
  kind: phrase
  any_of: [zorglub]
  severity: high
  confidence: "0.9"
  title: {fr: Un mot inventé, en: An invented word}
  message: {fr: Ce mot n'existe pas., en: This word does not exist.}
  advice: {fr: Prenez-en un autre., en: Take another one.}
  suggestions: [mot]
  examples:
    hit: ["Voilà un [[zorglub]] !"]
    pass: ["Voilà un mot."]
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without any file, an English user, and no terminal."""
    folder = tmp_path / "home"
    monkeypatch.setenv("PORTE_PAROLE_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    for name in (*(f"PORTE_PAROLE_{setting.name.upper()}" for setting in SETTINGS), "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command inside this process."""

    def command(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(arguments)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return command


def write_rule(folder: Path, text: str = RULE) -> Path:
    """A rule file in `folder`; returns the file."""
    file = folder / "fr" / "heated-slip.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder of rules with the invented rule in it."""
    write_rule(tmp_path / "pack")
    return tmp_path / "pack"


@pytest.fixture
def few_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule ships with the product, so that a test that does not care which ones do is quick."""
    write_rule(tmp_path / "shipped", RULE.replace("zorglub", "glourbix"))
    monkeypatch.setattr("porte_parole.cli.sources.shipped", lambda _: tmp_path / "shipped")


class Program:
    """The program as a process of its own."""

    def __init__(self, arguments: Sequence[str]) -> None:
        command = [sys.executable, "-m", "porte_parole", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ))

    def wait_for(self, file: Path, timeout_s: float = 20.0) -> dict[str, Any]:
        """The JSON in `file`, once it is there."""
        limit = time.monotonic() + timeout_s
        while not file.exists():
            assert self.process.poll() is None, self.process.stderr and self.process.stderr.read()
            assert time.monotonic() < limit, f"{file.name} did not come"
            time.sleep(0.02)
        return dict(json.loads(file.read_text("utf-8")))

    def stop(self, number: int) -> Ran:
        """Send the signal and wait for the end."""
        self.process.send_signal(number)
        return self.end()

    def end(self, timeout_s: float = 20.0) -> Ran:
        out, err = self.process.communicate(timeout=timeout_s)
        return Ran(self.process.returncode, out.decode(), err.decode())


@pytest.fixture
def start() -> Iterator[Callable[..., Program]]:
    """Starts programs, and ends those that are still there after the test."""
    programs: list[Program] = []

    def program(*arguments: str) -> Program:
        programs.append(Program(arguments))
        return programs[-1]

    yield program
    for left in programs:
        if left.process.poll() is None:
            left.process.kill()
        left.process.communicate()
