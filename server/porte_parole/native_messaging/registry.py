"""The Windows registry, as far as native messaging needs it: one key with one path in it.

Which key is left to `locations.py`. On other systems there is no registry, and browsers look into folders.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Protocol


class Registry(Protocol):
    """Keys below one root. Raises OSError where the user may not write (`PermissionError`)."""

    def read(self, key: str) -> str | None:
        """The key's own value; None when there is no such key, or no text in it."""

    def write(self, key: str, value: str) -> None:
        """Make the key, and those above it, and set its own value."""

    def remove(self, key: str) -> None:
        """Remove the key, which must be there."""


class WindowsRegistry:
    """The user's own part of the registry, or the machine's.

    Args:
        winreg: the module of that name, which only Windows has.
    """

    def __init__(self, winreg: Any, is_machine_wide: bool) -> None:
        self._winreg = winreg
        self._root = winreg.HKEY_LOCAL_MACHINE if is_machine_wide else winreg.HKEY_CURRENT_USER

    def read(self, key: str) -> str | None:
        """See Registry."""
        try:
            with self._winreg.OpenKey(self._root, key) as opened:
                value, kind = self._winreg.QueryValueEx(opened, "")
        except FileNotFoundError:
            return None
        return str(value) if kind == self._winreg.REG_SZ else None

    def write(self, key: str, value: str) -> None:
        """See Registry."""
        with self._winreg.CreateKeyEx(self._root, key, 0, self._winreg.KEY_SET_VALUE) as opened:
            self._winreg.SetValueEx(opened, "", 0, self._winreg.REG_SZ, value)

    def remove(self, key: str) -> None:
        """See Registry."""
        self._winreg.DeleteKey(self._root, key)


def find_registry(is_machine_wide: bool) -> Registry | None:
    """This system's registry; None where there is none."""
    return WindowsRegistry(import_module("winreg"), is_machine_wide) if sys.platform == "win32" else None
