"""Case K-01: a disk that is full, and one that cannot be written any more."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from tests.security.running import serving


def test_k_01_a_full_disk_and_one_that_cannot_be_written_stop_no_analysis(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    if os.geteuid() != 0 or not _mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(home)):
        pytest.skip("only root can make a disk that is full")
    try:
        with serving(tmp_path) as server:
            with suppress(OSError), (home / "filler").open("wb") as filler:
                while True:
                    filler.write(bytes(4096))
            assert server.report("bonjour")["level"] == "clear"

            assert _mount("-o", "remount,ro", str(home))
            assert server.report("bonjour")["level"] == "clear"
            server.process.send_signal(signal.SIGTERM)
            assert server.process.wait(10) == 0
            assert (tmp_path / "stderr").read_text("utf-8") == ""
    finally:
        subprocess.run(["umount", "-l", str(home)], check=True)  # noqa: S607


def _mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0  # noqa: S607
