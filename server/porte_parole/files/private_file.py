"""Small files that only their owner may read, replaced whole or not at all. What is written in them is left to others.

Windows has no owner and mode bits to check: there the user's own folders are private by their access lists.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from porte_parole.errors import UsageError

MAX_BYTES = 4_096
"""Largest file read: a key or a port fits in a hundred bytes."""

# Both are missing on Windows; without O_NONBLOCK opening a FIFO would wait for a writer.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


def read_private(file: Path) -> bytes | None:
    """The file's bytes, at most 4 KiB of them; None when there is no such file.

    Raises:
        UsageError: a symbolic link, not an ordinary file, another user's, open to others, or unreadable.
    """
    try:
        if file.is_symlink():
            raise UsageError(f"{file} is a symbolic link; put the file itself there.")
        descriptor = os.open(file, _READ)
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise UsageError(f"{file} cannot be read ({problem.strerror}).") from problem
    try:
        _require_private(os.fstat(descriptor), file)
        return os.read(descriptor, MAX_BYTES)
    finally:
        os.close(descriptor)


def write_private(file: Path, data: bytes, replace: bool = True) -> None:
    """Put `data` in `file`, mode 0600, in a folder of mode 0700; who reads meanwhile gets the old whole or the new.

    Args:
        replace: whether it takes the place of a file that is there; of two that write at once without it, one wins.

    Raises:
        UsageError: the folder is not this user's, the file cannot be written, or it is there and stays.
    """
    fresh = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        _make_private_folder(file.parent)
        descriptor = os.open(fresh, _CREATE, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        if replace:
            fresh.replace(file)
        else:
            file.hardlink_to(fresh)  # unlike a rename, it never takes the place of what is there
    except OSError as problem:
        raise UsageError(f"{file} cannot be written ({problem.strerror}).") from problem
    finally:
        with suppress(OSError):  # renamed already, or never made
            fresh.unlink()


def _require_private(status: os.stat_result, file: Path) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UsageError(f"{file} is not an ordinary file; remove it.")
    if os.name == "posix" and status.st_uid != os.getuid():
        raise UsageError(f"{file} belongs to another user; remove it.")
    if os.name == "posix" and status.st_mode & 0o077:
        raise UsageError(f"{file} can be used by others; remove it, or run: chmod 600 {file}")


def _make_private_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "posix":
        return
    # A link is fine when the user made it; in a shared temporary folder somebody else could have.
    if any(status.st_uid != os.getuid() for status in (folder.lstat(), folder.stat())):
        raise UsageError(f"{folder} belongs to another user; nothing was written there.")
    folder.chmod(0o700)
