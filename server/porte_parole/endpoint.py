"""Where the running server can be found: its port and process, in a file that exists while it runs.

The native-messaging host and `porte-parole pair` read it; the key is not in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from porte_parole.errors import BadRequest, UsageError
from porte_parole.files.private_file import read_private, write_private
from porte_parole.strict_json import parse_json


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server's port (1 to 65535, on 127.0.0.1) and process id. The process may have died without saying so."""

    port: int
    pid: int


def write(file: Path, port: int, pid: int) -> None:
    """Say that process `pid` answers on `port`; takes the place of what was said before.

    Raises:
        UsageError: the file cannot be written, or its folder is another user's.
    """
    write_private(file, json.dumps({"v": 1, "port": port, "pid": pid}).encode())


def read(file: Path) -> Endpoint | None:
    """What the file says; None when there is no such file.

    Raises:
        UsageError: the file is not private to this user, or is damaged.
    """
    data = read_private(file)
    if data is None:
        return None
    try:
        match parse_json(data):
            case {"v": 1, "port": int(port), "pid": int(pid)} if 0 < port <= 65535 and pid > 0:
                return Endpoint(port, pid)
    except BadRequest:
        pass
    raise UsageError(f"{file} is damaged; remove it and start the server again.")


def remove(file: Path) -> None:
    """Forget the endpoint; nothing happens when there is none."""
    file.unlink(missing_ok=True)
