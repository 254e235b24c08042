"""The manifest that tells a browser which program to start and for which extension: written, recognised, removed.

Where it goes is left to `locations.py`, what is told to people to the command line.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from porte_parole.errors import BadRequest
from porte_parole.native_messaging.locations import HOST_NAME, Location
from porte_parole.native_messaging.registry import Registry
from porte_parole.strict_json import parse_json

MAX_BYTES = 65_536
"""Longest manifest read; ours has about 300."""


class State(StrEnum):
    """What was found at a location."""

    INSTALLED = "installed"
    ABSENT = "absent"
    INCOMPLETE = "incomplete"  # ours, but not as it would be written today
    FOREIGN = "foreign"  # names another program


@dataclass(frozen=True, slots=True)
class Host:
    """The program, by its absolute path, and the extensions that may ask it."""

    program: Path
    chrome_ids: Collection[str]
    firefox_id: str

    def manifest_for(self, browser: str) -> bytes:
        """The manifest's bytes, the same each time."""
        allowed = (
            {"allowed_extensions": [self.firefox_id]}
            if browser == "firefox"
            else {"allowed_origins": [f"chrome-extension://{one}/" for one in sorted(self.chrome_ids)]}
        )
        about = "Tells the Porte-parole extension where its server is; no text passes through it"
        fields = {"name": HOST_NAME, "description": about, "path": str(self.program), "type": "stdio", **allowed}
        return json.dumps(fields, indent=2).encode() + b"\n"


def state(location: Location, host: Host, registry: Registry | None) -> State:
    """What is there. Raises OSError when it cannot be read."""
    written = _read(location.manifest)
    pointed_at = registry.read(location.registry_key) if registry and location.registry_key else None
    if written is None and pointed_at is None:
        return State.ABSENT
    if pointed_at not in (None, str(location.manifest)) or (written and _names_another(written, host.program)):
        return State.FOREIGN
    is_pointed_at = pointed_at is not None or not location.registry_key
    is_whole = is_pointed_at and written == host.manifest_for(location.browser)
    return State.INSTALLED if is_whole else State.INCOMPLETE


def install(location: Location, host: Host, registry: Registry | None, is_machine_wide: bool) -> bool:
    """Make the browser find the host; whatever was there under our name is replaced.

    Returns:
        False when it was so already, and nothing was touched.

    Raises:
        OSError: something cannot be written; `PermissionError` when the user may not.
    """
    if state(location, host, registry) is State.INSTALLED:
        return False
    _make_folders(location.manifest.parent, 0o755 if is_machine_wide else 0o700)
    _write(location.manifest, host.manifest_for(location.browser))
    if registry and location.registry_key:
        registry.write(location.registry_key, str(location.manifest))
    return True


def uninstall(location: Location, host: Host, registry: Registry | None) -> State:
    """Remove what `install` wrote, or the half of it that is there, and the browser's folders that are then empty.

    Returns:
        What was found: ABSENT and FOREIGN mean that nothing was removed.

    Raises:
        OSError: something cannot be removed.
    """
    found = state(location, host, registry)
    if found in (State.ABSENT, State.FOREIGN):
        return found
    if registry and location.registry_key and registry.read(location.registry_key):
        registry.remove(location.registry_key)
    location.manifest.unlink(missing_ok=True)
    for folder in location.folders:
        with suppress(OSError):  # not empty, or not ours to remove
            folder.rmdir()
    return found


def _read(manifest: Path) -> bytes | None:
    try:
        with manifest.open("rb") as stream:
            return stream.read(MAX_BYTES)
    except FileNotFoundError:
        return None


def _names_another(manifest: bytes, program: Path) -> bool:
    try:
        match parse_json(manifest):
            case {"path": str(path)}:
                return path != str(program)
    except BadRequest:
        pass
    return False  # cut short or emptied: it names nobody, and the name is ours


def _make_folders(folder: Path, mode: int) -> None:
    """A user's browser keeps what it knows about that user beside it; the machine's folders everybody reads."""
    if folder.is_dir():
        return
    _make_folders(folder.parent, mode)
    folder.mkdir(exist_ok=True)
    folder.chmod(mode)  # whatever the umask is


def _write(manifest: Path, data: bytes) -> None:
    fresh = manifest.with_name(f".{manifest.name}.{secrets.token_hex(8)}")
    try:
        with fresh.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.chmod(0o644)
        fresh.replace(manifest)
    finally:
        fresh.unlink(missing_ok=True)
