"""Where each browser looks for the manifest of a native-messaging host, per user and machine-wide.

Sources: developer.chrome.com (native messaging), learn.microsoft.com (Edge, native messaging), MDN (native manifests).
What stands in a manifest is left to `manifests.py`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from porte_parole.settings import find_places

HOST_NAME = "fr.porteparole.bootstrap"
"""The name the extension asks for (`native_host` in identity.json): lower case letters, digits and dots."""

BROWSERS = ("chrome", "chromium", "edge", "firefox")


@dataclass(frozen=True, slots=True)
class Location:
    """One place where one browser looks.

    `folders` are the browser's own, the innermost first: what uninstalling leaves empty of them may go.
    `registry_key` is None but on Windows, where the browser asks the registry for the manifest's path.
    """

    browser: str
    manifest: Path
    folders: tuple[Path, ...]
    registry_key: str | None = None


# Below the folder of each system's configuration; the last part holds the manifests.
_LINUX_USER = {  # below ~/.config, for Firefox below ~
    "chrome": "google-chrome/NativeMessagingHosts",
    "chromium": "chromium/NativeMessagingHosts",
    "edge": "microsoft-edge/NativeMessagingHosts",
    "firefox": ".mozilla/native-messaging-hosts",  # also when profiles are in ~/.config/mozilla (Firefox 153, tried)
}
_LINUX_MACHINE = {  # below /
    "chrome": "etc/opt/chrome/native-messaging-hosts",
    "chromium": "etc/chromium/native-messaging-hosts",
    "edge": "etc/opt/edge/native-messaging-hosts",
    "firefox": "usr/lib/mozilla/native-messaging-hosts",
}
_LINUX_MACHINE_64 = {"firefox": "usr/lib64/mozilla/native-messaging-hosts"}  # Fedora and its kin; elsewhere not there
_MAC_USER = {  # below ~/Library/Application Support
    "chrome": "Google/Chrome/NativeMessagingHosts",
    "chromium": "Chromium/NativeMessagingHosts",
    "edge": "Microsoft Edge/NativeMessagingHosts",
    "firefox": "Mozilla/NativeMessagingHosts",
}
_MAC_MACHINE = {  # below /Library
    "chrome": "Google/Chrome/NativeMessagingHosts",
    "chromium": "Application Support/Chromium/NativeMessagingHosts",
    "edge": "Microsoft/Edge/NativeMessagingHosts",
    "firefox": "Application Support/Mozilla/NativeMessagingHosts",
}
_WINDOWS_KEYS = {
    "chrome": r"Software\Google\Chrome\NativeMessagingHosts",
    "chromium": r"Software\Chromium\NativeMessagingHosts",
    "edge": r"Software\Microsoft\Edge\NativeMessagingHosts",
    "firefox": r"Software\Mozilla\NativeMessagingHosts",
}


def find_locations(
    browser: str,
    is_machine_wide: bool,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    root: Path = Path("/"),
) -> list[Location]:
    """Every place where `browser`, one of BROWSERS, looks; mostly one. Nothing is created.

    Args:
        is_machine_wide: for all users of this computer; else for this user.
        environment: names the user's own folders.
        platform: as `sys.platform` has it.
        root: the top of the file system.
    """
    if platform == "win32":
        return [_windows(browser, is_machine_wide, environment)]
    home = Path(environment.get("HOME") or Path.home())
    if platform == "darwin":
        base = root / "Library" if is_machine_wide else home / "Library" / "Application Support"
        return [_location(browser, base, (_MAC_MACHINE if is_machine_wide else _MAC_USER)[browser])]
    if not is_machine_wide:
        config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        return [_location(browser, home if browser == "firefox" else config, _LINUX_USER[browser])]
    further = _LINUX_MACHINE_64.get(browser)
    has_further = further is not None and (root / further).parent.is_dir()
    return [
        _location(browser, root, path) for path in (_LINUX_MACHINE[browser], further if has_further else None) if path
    ]


def _location(browser: str, base: Path, path: str) -> Location:
    folder = base / path
    return Location(browser, folder / f"{HOST_NAME}.json", (folder, folder.parent))


def _windows(browser: str, is_machine_wide: bool, environment: Mapping[str, str]) -> Location:
    # The file may be anywhere: two browsers want two kinds of manifest, so each gets a file of its own.
    places = find_places(environment)
    folder = (places.machine if is_machine_wide else places.config) / "native-messaging"
    key = rf"{_WINDOWS_KEYS[browser]}\{HOST_NAME}"
    return Location(browser, folder / f"{browser}.json", (folder,), key)
