"""Installing twice is installing once, and uninstalling takes back exactly that."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from tests.server.native_messaging.fake_winreg import HKEY_CURRENT_USER, FakeWinreg

from porte_parole.native_messaging.locations import BROWSERS, Location, find_locations
from porte_parole.native_messaging.manifests import Host, State, install, state, uninstall
from porte_parole.native_messaging.registry import WindowsRegistry
from porte_parole.settings import identity

CHROME_ID = identity().chrome_id
HOST = Host(Path("/opt/porte-parole/bin/porte-parole-native-host"), {CHROME_ID, "b" * 32}, identity().firefox_id)
ELSEWHERE = Host(Path("/home/x/bin/porte-parole-native-host"), HOST.chrome_ids, HOST.firefox_id)


def everything_below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture(params=BROWSERS)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Location:
    """A user's own place on Linux."""
    return find_locations(str(request.param), False, {"HOME": str(tmp_path)}, "linux")[0]


@pytest.fixture
def there(tmp_path: Path) -> Location:
    """Firefox's, where it does not matter which."""
    return find_locations("firefox", False, {"HOME": str(tmp_path)}, "linux")[0]


@pytest.mark.parametrize("browser", ["chrome", "chromium", "edge"])
def test_chrome_and_its_kin_are_told_exact_extension_ids(browser: str) -> None:
    assert json.loads(HOST.manifest_for(browser)) == {
        "name": "fr.porteparole.bootstrap",
        "description": "Tells the Porte-parole extension where its server is; no text passes through it",
        "path": str(HOST.program),
        "type": "stdio",
        "allowed_origins": [f"chrome-extension://{CHROME_ID}/", f"chrome-extension://{'b' * 32}/"],
    }


def test_firefox_is_told_the_extensions_own_id() -> None:
    manifest = json.loads(HOST.manifest_for("firefox"))

    assert manifest["allowed_extensions"] == [identity().firefox_id]
    assert "allowed_origins" not in manifest


def test_what_is_installed_is_found_and_a_second_time_touches_nothing(location: Location) -> None:
    assert state(location, HOST, None) is State.ABSENT
    assert install(location, HOST, None, False)
    assert state(location, HOST, None) is State.INSTALLED

    before = location.manifest.stat()
    assert not install(location, HOST, None, False)
    assert location.manifest.stat() == before


def test_uninstalling_leaves_nothing_and_is_repeatable(location: Location, tmp_path: Path) -> None:
    folder = location.folders[-1].parent
    folder.mkdir(exist_ok=True)
    before = everything_below(tmp_path)
    install(location, HOST, None, False)

    assert uninstall(location, HOST, None) is State.INSTALLED
    assert uninstall(location, HOST, None) is State.ABSENT
    assert everything_below(tmp_path) == before


def test_folders_with_something_else_in_them_stay(location: Location) -> None:
    install(location, HOST, None, False)
    other = location.manifest.with_name("org.example.other.json")
    other.write_text("{}")
    uninstall(location, HOST, None)

    assert list(location.manifest.parent.iterdir()) == [other]


def test_a_manifest_that_names_another_program_is_left(there: Location) -> None:
    install(there, ELSEWHERE, None, False)

    assert state(there, HOST, None) is State.FOREIGN
    assert uninstall(there, HOST, None) is State.FOREIGN
    assert there.manifest.read_bytes() == ELSEWHERE.manifest_for("firefox")


def test_installing_takes_over_from_another_installation(there: Location) -> None:
    install(there, ELSEWHERE, None, False)

    assert install(there, HOST, None, False)
    assert there.manifest.read_bytes() == HOST.manifest_for("firefox")


@pytest.mark.parametrize("half", [b"", b'{"name": "fr.porte', b"[]", b'{"path": 3}', b"\xff"])
def test_a_half_written_manifest_is_completed_or_removed(there: Location, tmp_path: Path, half: bytes) -> None:
    there.manifest.parent.mkdir(parents=True)
    there.manifest.write_bytes(half)

    assert state(there, HOST, None) is State.INCOMPLETE
    assert install(there, HOST, None, False)
    there.manifest.write_bytes(half)
    assert uninstall(there, HOST, None) is State.INCOMPLETE
    assert everything_below(tmp_path) == []


def test_a_manifest_for_fewer_extensions_is_brought_up_to_date(tmp_path: Path) -> None:
    [chrome] = find_locations("chrome", False, {"HOME": str(tmp_path)}, "linux")
    install(chrome, Host(HOST.program, {CHROME_ID}, HOST.firefox_id), None, False)

    assert state(chrome, HOST, None) is State.INCOMPLETE
    assert install(chrome, HOST, None, False)
    assert state(chrome, HOST, None) is State.INSTALLED


@pytest.mark.skipif(sys.platform == "win32", reason="mode bits are POSIX")
@pytest.mark.parametrize(("is_machine_wide", "folder_mode"), [(False, 0o700), (True, 0o755)])
def test_everybody_may_read_what_is_for_everybody_whatever_the_umask(
    there: Location, is_machine_wide: bool, folder_mode: int
) -> None:
    before = os.umask(0o077)
    try:
        install(there, HOST, None, is_machine_wide)
    finally:
        os.umask(before)

    assert there.manifest.stat().st_mode & 0o777 == 0o644
    assert [folder.stat().st_mode & 0o777 for folder in there.folders] == [folder_mode] * 2


def test_a_link_is_replaced_and_not_what_it_points_to(there: Location, tmp_path: Path) -> None:
    precious = tmp_path / "precious.json"
    precious.write_text("{}")
    there.manifest.parent.mkdir(parents=True)
    there.manifest.symlink_to(precious)
    install(there, HOST, None, False)

    assert precious.read_text() == "{}"
    assert not there.manifest.is_symlink()


def test_nothing_is_left_behind_when_writing_fails(there: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        install(there, HOST, None, False)
    assert list(there.manifest.parent.iterdir()) == []


class TestWindows:
    @pytest.fixture
    def here(self, tmp_path: Path) -> Location:
        return find_locations("edge", False, {"PORTE_PAROLE_HOME": str(tmp_path)}, "win32")[0]

    @pytest.fixture
    def winreg(self) -> FakeWinreg:
        return FakeWinreg()

    @pytest.fixture
    def registry(self, winreg: FakeWinreg) -> WindowsRegistry:
        return WindowsRegistry(winreg, is_machine_wide=False)

    def test_the_registry_points_at_the_file(
        self, here: Location, winreg: FakeWinreg, registry: WindowsRegistry
    ) -> None:
        assert install(here, HOST, registry, False)
        assert winreg.values == {(HKEY_CURRENT_USER, here.registry_key): (str(here.manifest), 1)}
        assert state(here, HOST, registry) is State.INSTALLED
        assert not install(here, HOST, registry, False)

    def test_uninstalling_removes_the_key_and_the_file(
        self, here: Location, winreg: FakeWinreg, registry: WindowsRegistry, tmp_path: Path
    ) -> None:
        install(here, HOST, registry, False)

        assert uninstall(here, HOST, registry) is State.INSTALLED
        assert (winreg.values, everything_below(tmp_path)) == ({}, ["config"])

    @pytest.mark.parametrize("missing", ["file", "key"])
    def test_one_half_is_completed_or_removed(
        self, here: Location, winreg: FakeWinreg, registry: WindowsRegistry, tmp_path: Path, missing: str
    ) -> None:
        def halve() -> None:
            install(here, HOST, registry, False)
            if missing == "file":
                here.manifest.unlink()
            else:
                winreg.values.clear()

        halve()
        assert state(here, HOST, registry) is State.INCOMPLETE
        assert install(here, HOST, registry, False)
        assert state(here, HOST, registry) is State.INSTALLED
        halve()
        assert uninstall(here, HOST, registry) is State.INCOMPLETE
        assert (winreg.values, everything_below(tmp_path)) == ({}, ["config"])

    def test_a_key_that_points_elsewhere_is_left(
        self, here: Location, winreg: FakeWinreg, registry: WindowsRegistry
    ) -> None:
        assert here.registry_key
        registry.write(here.registry_key, r"C:\elsewhere.json")
        before = dict(winreg.values)

        assert uninstall(here, HOST, registry) is State.FOREIGN
        assert winreg.values == before

    def test_without_permission_it_says_so(self, here: Location) -> None:
        denied = WindowsRegistry(FakeWinreg(is_denied=True), is_machine_wide=True)

        with pytest.raises(PermissionError):
            install(here, HOST, denied, True)
