"""Reads the word lists of words/*.json. What they mean is left to others."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from json import loads
from typing import Any


@cache
def word_lists(name: str) -> Any:
    """The lists of words/<name>.json, as they are; callers must not change them."""
    return loads(files("porte_parole.words").joinpath(f"{name}.json").read_text("utf-8"))


def word_set(name: str, key: str) -> frozenset[str]:
    """One flat list of words/<name>.json: words between blanks."""
    return frozenset(word_lists(name)[key].split())
