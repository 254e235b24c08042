"""Every setting of the server, declared once, and the places where files live.

Precedence: flag > environment (`PORTE_PAROLE_<NAME>`) > default. `PORTE_PAROLE_HOME` moves every place below one folder
(for tests and for portable use).
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import platformdirs

from porte_parole.errors import UsageError

PACKAGE = Path(__file__).parent
REPOSITORY = PACKAGE.parent.parent

HTTPS_PORT = 443
MAX_ORIGIN_CHARS = len("https://") + 253 + len(":65535")  # the longest host name of RFC 1035

_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_ORIGIN = re.compile(rf"https://({_LABEL}(?:\.{_LABEL})*)(?::([1-9][0-9]{{0,4}}))?")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; its environment name is PORTE_PAROLE_ and the name in capitals."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting("port", "18440", "TCP port on 127.0.0.1; 0 lets the system choose a free one"),
    Setting("extension_ids", "", "further Chrome extension IDs to accept (32 letters a to p), comma between"),
    Setting("service_origin", "", "https address of a shared service, as browsers ask it; makes this server one"),
    Setting("service_key", "", "file with the shared service's private key"),
)


@dataclass(frozen=True, slots=True)
class ServiceOrigin:
    """The https address of a shared service, in the one spelling that browsers use."""

    host: str  # lower case, no port
    port: int  # 1 to 65535

    @property
    def netloc(self) -> str:
        """What browsers send as Host: without the port when it is 443."""
        return self.host if self.port == HTTPS_PORT else f"{self.host}:{self.port}"

    def __str__(self) -> str:
        return f"https://{self.netloc}"


@dataclass(frozen=True, slots=True)
class Identity:
    """The names under which browsers know the extension (identity.json, shared with the extension's build)."""

    chrome_id: str
    firefox_id: str


def identity() -> Identity:
    """The extension's published identity."""
    values = json.loads(files("porte_parole").joinpath("identity.json").read_text("utf-8"))
    return Identity(chrome_id=values["chrome_id"], firefox_id=values["firefox_id"])


@dataclass(frozen=True, slots=True)
class Places:
    """Where files live. Nothing in this class creates anything."""

    machine: Path  # company profile and company packs, written by IT
    config: Path  # my rules and the pairing key, written by the user
    runtime: Path  # port and pid of the running server; emptied at shutdown

    @property
    def company_file(self) -> Path:
        """The installed company profile; may not exist."""
        return self.machine / "company.yml"

    @property
    def company_rules(self) -> Path:
        """Company packs; may not exist."""
        return self.machine / "rules"

    @property
    def my_rules(self) -> Path:
        """The user's own packs; may not exist."""
        return self.config / "rules"

    @property
    def pairing_file(self) -> Path:
        """The shared key of this user's server and browsers (mode 0600); may not exist."""
        return self.config / "pairing.json"

    @property
    def endpoint_file(self) -> Path:
        """Port and pid of the running server; exists only while it runs."""
        return self.runtime / "endpoint.json"


def find_places(environment: Mapping[str, str] = os.environ) -> Places:
    """Places for this user on this system.

    The runtime folder is the system's own (XDG_RUNTIME_DIR on Linux); where none is set, a folder of the user's in the
    temporary folder, which is also emptied at restart.
    """
    home = environment.get("PORTE_PAROLE_HOME")
    if home:
        root = Path(home)
        return Places(machine=root / "machine", config=root / "config", runtime=root / "run")
    name = "porte-parole"
    if sys.platform == "linux" and not environment.get("XDG_RUNTIME_DIR"):
        runtime = Path(tempfile.gettempdir()) / f"{name}-{os.getuid()}"
    else:
        runtime = Path(platformdirs.user_runtime_dir(name, appauthor=False))
    return Places(
        machine=Path(platformdirs.site_config_dir(name, appauthor=False)),
        config=Path(platformdirs.user_config_dir(name, appauthor=False)),
        runtime=runtime,
    )


def value_of(name: str, flag: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """The value in force: flag, else environment, else default. Raises KeyError for an undeclared name."""
    setting = next((item for item in SETTINGS if item.name == name), None)
    if setting is None:
        raise KeyError(name)
    return flag if flag is not None else environment.get(f"PORTE_PAROLE_{name.upper()}", setting.default)


def port_from(text: str) -> int:
    """A port number, 0 to 65535.

    Raises:
        UsageError: it is not one.
    """
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise UsageError("The port must be a whole number from 0 to 65535; leave it out to use 18440.")
    return int(text)


def extension_ids_from(text: str) -> frozenset[str]:
    """The published Chrome ID and those of the setting.

    Raises:
        UsageError: one of them is a pattern or not an ID.
    """
    extra = [item.strip() for item in text.split(",") if item.strip()]
    for item in extra:
        if len(item) != 32 or any(not "a" <= char <= "p" for char in item):
            raise UsageError("extension_ids takes exact Chrome IDs of 32 letters from a to p, separated by commas.")
    return frozenset([identity().chrome_id, *extra])


def service_origin_from(text: str) -> ServiceOrigin:
    """The origin that `text` names: https://host or https://host:port, with nothing after it.

    Raises:
        UsageError: it is something else.
    """
    found = _ORIGIN.fullmatch(text.lower()) if text.isascii() and len(text) <= MAX_ORIGIN_CHARS else None
    if found is None or int(found[2] or HTTPS_PORT) > 65535:
        raise UsageError("The service's address must be https://host or https://host:port, with nothing after it.")
    return ServiceOrigin(found[1], int(found[2] or HTTPS_PORT))


def shipped(folder: str) -> Path:
    """A folder that ships with the product: "rules", or "extension/chrome-mv3" and "extension/firefox-mv3".

    Installed, it is inside the package; from a checkout it is where it was made. The path may not exist.
    """
    inside = PACKAGE / folder
    if inside.is_dir():
        return inside
    return REPOSITORY / folder.replace("extension/", "extension/.output/", 1)
