"""A stand-in for the module `winreg`, as far as it is used: keys in a dictionary, the same errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

HKEY_CURRENT_USER = "HKCU"
HKEY_LOCAL_MACHINE = "HKLM"
KEY_SET_VALUE = 2
REG_SZ = 1


class FakeWinreg:
    """`values` holds (root, key) -> (value, kind); with `is_denied`, writing is for administrators."""

    HKEY_CURRENT_USER = HKEY_CURRENT_USER
    HKEY_LOCAL_MACHINE = HKEY_LOCAL_MACHINE
    KEY_SET_VALUE = KEY_SET_VALUE
    REG_SZ = REG_SZ

    def __init__(self, is_denied: bool = False) -> None:
        self.values: dict[tuple[str, str], tuple[object, int]] = {}
        self._is_denied = is_denied

    @contextmanager
    def OpenKey(self, root: str, key: str) -> Iterator[tuple[str, str]]:  # noqa: N802  (Windows' names)
        if (root, key) not in self.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        yield root, key

    @contextmanager
    def CreateKeyEx(self, root: str, key: str, reserved: int, access: int) -> Iterator[tuple[str, str]]:  # noqa: N802
        if self._is_denied:
            raise PermissionError(5, "Access is denied")
        yield root, key

    def QueryValueEx(self, opened: tuple[str, str], name: str) -> tuple[object, int]:  # noqa: N802
        return self.values[opened]

    def SetValueEx(self, opened: tuple[str, str], name: str, reserved: int, kind: int, value: str) -> None:  # noqa: N802
        self.values[opened] = (value, kind)

    def DeleteKey(self, root: str, key: str) -> None:  # noqa: N802
        del self.values[root, key]
