"""Hatch build hook: puts the rules and both built extensions into the wheel, so that installing it needs no Node.

Editable installs read them from the checkout instead (`porte_parole.settings.shipped`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = {
    "rules": "porte_parole/rules",
    "extension/.output/chrome-mv3": "porte_parole/extension/chrome-mv3",
    "extension/.output/firefox-mv3": "porte_parole/extension/firefox-mv3",
}


class WheelContents(BuildHookInterface):
    """Adds SHIPPED to a standard wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before a wheel (`version` "standard") or an editable install ("editable")."""
        if self.target_name != "wheel" or version == "editable":
            return
        for source, target in SHIPPED.items():
            if not (Path(self.root) / source).is_dir():
                raise SystemExit(f"{source} is missing. Run 'make package': it builds the extension before the wheel.")
            build_data["force_include"][source] = target
