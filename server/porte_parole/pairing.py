"""The key that one user's server and browsers share: its file, its public name, and the code that carries it.

Sealing with it is left to `channel.py`, showing the code to the command line.
"""

from __future__ import annotations

import base64
import json
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock

from porte_parole.errors import BadRequest, UsageError
from porte_parole.files.private_file import read_private, write_private
from porte_parole.strict_json import parse_json

KEY_BYTES = 32
"""Length of the shared key, and of the two that the channel derives from it."""

_CODE = re.compile(r"PP1-([1-9][0-9]{0,4})-([A-Z2-7]{52})-([A-Z2-7]{4})")


@dataclass(frozen=True, slots=True)
class Pairing:
    """A shared key of 32 bytes; never shown by `repr`."""

    key: bytes = field(repr=False)

    @property
    def kid(self) -> str:
        """The key's public name: 8 characters that say nothing about the key."""
        return base64.urlsafe_b64encode(sha256(b"porte-parole/kid" + self.key).digest()[:6]).decode()


def load(file: Path) -> Pairing | None:
    """The pairing kept in `file`; None when there is no such file.

    Raises:
        UsageError: the file is not private to this user (see `files/private_file.py`), or is damaged.
    """
    data = read_private(file)
    if data is None:
        return None
    try:
        match parse_json(data):
            case {"v": 1, "key": str(text)} if len(key := base64.urlsafe_b64decode(text)) == KEY_BYTES:
                return Pairing(key)
    except (BadRequest, ValueError):
        pass
    raise UsageError(f"{file} is damaged; remove it and pair again with: porte-parole pair")


def create(file: Path, replace: bool = False) -> Pairing:
    """Make a new key and keep it in `file`, mode 0600.

    Raises:
        UsageError: there is one already, perhaps since a moment ago, and `replace` was not asked; or the file cannot
            be written.
    """
    if not replace and (file.exists() or file.is_symlink()):
        raise UsageError(f"{file} exists already; the browsers that are paired would have to be paired again.")
    pairing = Pairing(secrets.token_bytes(KEY_BYTES))
    text = base64.urlsafe_b64encode(pairing.key).decode()
    write_private(file, json.dumps({"v": 1, "key": text}).encode(), replace)
    return pairing


def load_or_create(file: Path) -> Pairing:
    """The pairing kept in `file`, made when there is none; two processes that ask at once get the same.

    Raises:
        UsageError: as `load` and `create` do.
    """
    try:
        return load(file) or create(file)
    except UsageError:
        if made_meanwhile := load(file):
            return made_meanwhile
        raise


def code(pairing: Pairing, port: int) -> str:
    """What a person pastes into the extension: PP1-<port>-<52 characters>-<4 that catch a slip of the hand>."""
    start = f"PP1-{port}-{_base32(pairing.key)}"
    return f"{start}-{_checksum(start)}"


def parse_code(text: str) -> tuple[Pairing, int]:
    """The pairing and the port of a code as it was pasted: in any case, with any blanks.

    Raises:
        UsageError: the form is wrong, or the checksum says that something was mistyped.
    """
    found = _CODE.fullmatch("".join(text.split()).upper())
    if found is None or int(found[1]) > 65535:
        raise UsageError(
            "This is not a pairing code: it begins with PP1- and has 60 letters and digits after the port."
        )
    if _checksum(found[0][:-5]) != found[3]:
        raise UsageError("The pairing code has a mistake in it; copy it again, whole.")
    return Pairing(base64.b32decode(found[2] + "====")), int(found[1])


class FollowedPairing:
    """The pairing in force: what the file holds now. Called for each request, it reads the file only when it changed.

    Args:
        file: may not exist, and may come and go.
        on_error: told once, each time the file changes into one that cannot be used; until then nobody is paired.
    """

    def __init__(self, file: Path, on_error: Callable[[UsageError], None]) -> None:
        self._file = file
        self._on_error = on_error
        self._lock = Lock()
        self._stamp: tuple[int, ...] | None = None
        self._pairing: Pairing | None = None

    def __call__(self) -> Pairing | None:
        """The pairing, or None while there is none."""
        with self._lock:
            stamp = _stamp(self._file)
            if stamp != self._stamp:
                self._stamp = stamp
                self._pairing = self._read()
            return self._pairing

    def _read(self) -> Pairing | None:
        try:
            return load(self._file)
        except UsageError as error:
            self._on_error(error)
            return None


def _stamp(file: Path) -> tuple[int, ...] | None:
    """Changes whenever the file's content, owner or mode may have."""
    try:
        status = os.lstat(file)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_uid, status.st_mode


def _base32(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")


def _checksum(start: str) -> str:
    return _base32(sha256(start.encode()).digest())[:4]
