"""Rule files as somebody could write them: one good rule, to be changed, and the folder it stands in."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from porte_parole.errors import AuthorError
from porte_parole.live import load_analyzer

WORD = "zorglub"
"""What the good rule finds; no other rule does."""


def rule(name: str = "invented", **changes: str) -> str:
    """One rule of kind phrase; a value given replaces that key's (as YAML), an empty one takes the key out."""
    keys = {
        "kind": "phrase",
        "any_of": f"[{WORD}]",
        "severity": "high",
        "confidence": '"0.9"',
        "title": "{fr: Titre, en: Title}",
        "message": "{fr: Pourquoi, en: Why}",
        "advice": "{fr: Conseil, en: Advice}",
        "examples": f'{{hit: ["[[{WORD}]]"], pass: ["Rien."]}}',
        **changes,
    }
    return "\n  ".join([f"- id: {name}", *(f"{key}: {value}" for key, value in keys.items() if value)]) + "\n"


def pattern(written: str, name: str = "invented") -> str:
    """The same as a rule of kind pattern."""
    return rule(name, kind="pattern", any_of="", pattern=json.dumps(written))


def place(folder: Path) -> Path:
    """Where a French rule file of `folder` stands; the folders above it are made."""
    file = folder / "fr" / "permanence.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def refusal(folder: Path, content: bytes | str) -> str:
    """What the author reads; the file and a line are in it."""
    place(folder).write_bytes(content if isinstance(content, bytes) else content.encode())
    began = time.perf_counter()
    with pytest.raises(AuthorError) as caught:
        load_analyzer([(folder, "mine")], None)
    assert time.perf_counter() - began < 1  # bombs take minutes, or for ever
    assert str(caught.value).startswith(str(place(folder)))
    return str(caught.value)
