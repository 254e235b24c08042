"""Homes for programs under test: every place that one of them could write to, below one folder."""

from __future__ import annotations

import os
from pathlib import Path

from porte_parole import pairing


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What the program sees: no more of this process's environment than it needs."""
    places = {"HOME": "person", "TMPDIR": "temp", "PORTE_PAROLE_HOME": "home"}
    for name in places.values():
        (folder / name).mkdir(parents=True, exist_ok=True)
    own = {key: str(folder / name) for key, name in places.items()}
    return {"PATH": os.environ["PATH"], "LC_ALL": "en_GB.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", **own, **more}


def paired(folder: Path) -> pairing.Pairing:
    """The pairing in this folder's home; made when there is none."""
    file = folder / "home" / "config" / "pairing.json"
    return pairing.load(file) or pairing.create(file)
