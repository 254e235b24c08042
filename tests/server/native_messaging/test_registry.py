"""The registry's one value: where Windows' browsers find the manifest."""

from __future__ import annotations

import sys

import pytest
from tests.server.native_messaging.fake_winreg import HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, FakeWinreg

from porte_parole.native_messaging.registry import WindowsRegistry, find_registry

KEY = r"Software\Mozilla\NativeMessagingHosts\fr.porteparole.bootstrap"


@pytest.mark.parametrize(("is_machine_wide", "root"), [(False, HKEY_CURRENT_USER), (True, HKEY_LOCAL_MACHINE)])
def test_a_value_is_written_read_and_removed_below_the_right_root(is_machine_wide: bool, root: str) -> None:
    winreg = FakeWinreg()
    registry = WindowsRegistry(winreg, is_machine_wide)
    assert registry.read(KEY) is None

    registry.write(KEY, r"C:\here.json")
    assert registry.read(KEY) == r"C:\here.json"
    assert list(winreg.values) == [(root, KEY)]

    registry.remove(KEY)
    assert winreg.values == {}


def test_what_is_no_text_is_not_believed() -> None:
    winreg = FakeWinreg()
    winreg.values[HKEY_CURRENT_USER, KEY] = (7, 4)

    assert WindowsRegistry(winreg, is_machine_wide=False).read(KEY) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one")
def test_other_systems_have_none() -> None:
    assert find_registry(is_machine_wide=True) is None
