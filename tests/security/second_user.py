"""Does something as another user of the same machine, where this process may become one."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

NOBODY = 65_534

needs_second_user = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can act as a second user"
)


def as_another_user(code: str, *values: str) -> str:
    """What `code` prints, run in a process that gave up this user's rights; its `values` are in sys.argv[1:]."""
    become = f"import os, socket, sys; os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
    command = [sys.executable, "-c", become + code, *values]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout
