"""Where each browser looks: the makers' own lists, folder by folder."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from porte_parole.native_messaging.locations import BROWSERS, HOST_NAME, find_locations

FILE = "fr.porteparole.bootstrap.json"
HOME = {"HOME": "/home/x"}

EXPECTED = {
    ("linux", False, "chrome"): "/home/x/.config/google-chrome/NativeMessagingHosts",
    ("linux", False, "chromium"): "/home/x/.config/chromium/NativeMessagingHosts",
    ("linux", False, "edge"): "/home/x/.config/microsoft-edge/NativeMessagingHosts",
    ("linux", False, "firefox"): "/home/x/.mozilla/native-messaging-hosts",
    ("linux", True, "chrome"): "/etc/opt/chrome/native-messaging-hosts",
    ("linux", True, "chromium"): "/etc/chromium/native-messaging-hosts",
    ("linux", True, "edge"): "/etc/opt/edge/native-messaging-hosts",
    ("linux", True, "firefox"): "/usr/lib/mozilla/native-messaging-hosts",
    ("darwin", False, "chrome"): "/home/x/Library/Application Support/Google/Chrome/NativeMessagingHosts",
    ("darwin", False, "chromium"): "/home/x/Library/Application Support/Chromium/NativeMessagingHosts",
    ("darwin", False, "edge"): "/home/x/Library/Application Support/Microsoft Edge/NativeMessagingHosts",
    ("darwin", False, "firefox"): "/home/x/Library/Application Support/Mozilla/NativeMessagingHosts",
    ("darwin", True, "chrome"): "/Library/Google/Chrome/NativeMessagingHosts",
    ("darwin", True, "chromium"): "/Library/Application Support/Chromium/NativeMessagingHosts",
    ("darwin", True, "edge"): "/Library/Microsoft/Edge/NativeMessagingHosts",
    ("darwin", True, "firefox"): "/Library/Application Support/Mozilla/NativeMessagingHosts",
}
WINDOWS_KEYS = {
    "chrome": r"Software\Google\Chrome\NativeMessagingHosts\fr.porteparole.bootstrap",
    "chromium": r"Software\Chromium\NativeMessagingHosts\fr.porteparole.bootstrap",
    "edge": r"Software\Microsoft\Edge\NativeMessagingHosts\fr.porteparole.bootstrap",
    "firefox": r"Software\Mozilla\NativeMessagingHosts\fr.porteparole.bootstrap",
}


@pytest.mark.parametrize(("system", "is_machine_wide", "browser"), EXPECTED)
def test_a_browser_looks_where_its_maker_says(system: str, is_machine_wide: bool, browser: str, tmp_path: Path) -> None:
    expected = EXPECTED[system, is_machine_wide, browser]
    root = tmp_path if is_machine_wide else Path("/")
    [location] = find_locations(browser, is_machine_wide, HOME, system, root)

    assert location.manifest == root / expected.lstrip("/") / FILE
    assert location.folders[0] == location.manifest.parent
    assert location.registry_key is None


def test_the_users_own_configuration_folder_is_respected() -> None:
    environment = {**HOME, "XDG_CONFIG_HOME": "/home/x/configuration"}

    [chrome] = find_locations("chrome", False, environment, "linux")
    assert chrome.manifest.is_relative_to("/home/x/configuration/google-chrome")


def test_firefox_is_told_in_both_library_folders_where_there_are_two(tmp_path: Path) -> None:
    (tmp_path / "usr" / "lib64" / "mozilla").mkdir(parents=True)
    found = find_locations("firefox", True, HOME, "linux", tmp_path)

    assert [one.manifest.relative_to(tmp_path).parts[1] for one in found] == ["lib", "lib64"]


@pytest.mark.parametrize("is_machine_wide", [False, True])
@pytest.mark.parametrize("browser", BROWSERS)
def test_windows_points_at_a_file_of_ours_by_its_registry(browser: str, is_machine_wide: bool, tmp_path: Path) -> None:
    environment = {"PORTE_PAROLE_HOME": str(tmp_path)}
    [location] = find_locations(browser, is_machine_wide, environment, "win32")
    place = tmp_path / ("machine" if is_machine_wide else "config")

    assert location.manifest == place / "native-messaging" / f"{browser}.json"
    assert location.registry_key == WINDOWS_KEYS[browser]


def test_the_name_is_the_one_the_extension_asks_for() -> None:
    assert json.loads(files("porte_parole").joinpath("identity.json").read_text("utf-8"))["native_host"] == HOST_NAME
