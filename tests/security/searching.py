"""Looks for a person's words wherever they could have been left: in any file, and in any form a program gives bytes."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

BEGINNING = 16
"""So many bytes of the words are enough to know them again, when something cut the rest off."""


def forms(words: str) -> Iterator[bytes]:
    """The words, whole and cut, as UTF-8, UTF-16, hexadecimal and base64."""
    for text in (words, words[:BEGINNING]):
        data = text.encode()
        yield data
        yield text.encode("utf-16-le")
        yield text.encode("utf-16-be")
        yield data.hex().encode()
        for shift in range(3):  # base64 writes the same bytes in three ways, by what stands before them
            coded = base64.urlsafe_b64encode(bytes(shift) + data)
            yield coded[4:-4]
            yield coded[4:-4].replace(b"-", b"+").replace(b"_", b"/")


def is_in(words: str, data: bytes) -> bool:
    """Whether `data` holds the words in one of their forms; capitals and small letters count as the same."""
    low = data.lower()
    return any(form in data or form.lower() in low for form in forms(words))


def places_with(words: str, folder: Path) -> list[str]:
    """Every file below `folder` that holds the words, or is named by them; empty is good."""
    found = []
    for path in folder.rglob("*"):
        if is_in(words, str(path).encode()) or (path.is_file() and is_in(words, path.read_bytes())):
            found.append(str(path))
    return found


def process_tells(words: str, pid: int) -> bool:
    """Whether what others can see of a process holds the words: its arguments, environment and threads' names."""
    about = Path("/proc", str(pid))
    seen = [about / "cmdline", about / "environ", *about.glob("task/*/comm")]
    return any(is_in(words, file.read_bytes()) for file in seen)
