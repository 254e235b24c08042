"""Reads a text file somebody wrote, never hanging on what only looks like one; its meaning is left to others."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from porte_parole.errors import AuthorError

MAX_BYTES = 1_048_576
"""Largest file that is read, 1 MiB: 2,000 rules of ordinary length (rules-example.yml)."""

# O_NOFOLLOW and O_NONBLOCK are missing on Windows, which has neither FIFOs nor devices in folders.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_text(path: Path, error: type[AuthorError]) -> str:
    """The whole file as text; a byte order mark at its start is dropped. May be empty.

    Raises:
        error: missing, unreadable, not an ordinary file (also a symbolic link), over 1 MiB, not UTF-8, or with NUL.
    """
    data = _bytes_of(path, error)
    if len(data) > MAX_BYTES:
        raise error("The file is larger than 1 MiB; split it into several files.", path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise error("The file is saved as UTF-16; save it again as UTF-8.", path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        line = data.count(b"\n", 0, bad.start) + 1
        raise error("The file is not UTF-8 (is it Latin-1?); save it again as UTF-8.", path, line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise error("The file holds a NUL character; is it really a text file saved as UTF-8?", path, line)
    return text


def _bytes_of(path: Path, error: type[AuthorError]) -> bytes:
    """At most one byte more than the limit."""
    try:
        # Looked at before opening: opening a FIFO or a device can block or have effects.
        _require_ordinary(path.lstat().st_mode, path, error)
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            _require_ordinary(os.fstat(descriptor).st_mode, path, error)
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise error("There is no such file; check the path.", path) from None
    except PermissionError:
        raise error("The file cannot be read: you do not have permission.", path) from None
    except OSError:
        raise error("The file cannot be read.", path) from None


def _require_ordinary(mode: int, path: Path, error: type[AuthorError]) -> None:
    if stat.S_ISLNK(mode):
        raise error("The file is a symbolic link; put the file itself here.", path)
    if not stat.S_ISREG(mode):
        raise error("This is not an ordinary file (folder, pipe or device); put a text file here.", path)
