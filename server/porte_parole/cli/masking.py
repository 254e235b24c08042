"""Hides values that must not be shown again: a password or an account number on a shared screen is seen by others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_VALUES = frozenset(("checksum", "numbering plan", "form"))
"""Reasons that point at a value itself; the others point at words around it."""


def is_value(finding: Mapping[str, Any]) -> bool:
    """Whether the words of `finding` (wire form) are a secret or an identifier."""
    return finding["category"] == "credentials-secrets" or any(one["what"] in _VALUES for one in finding["reasons"])


def masked(text: str) -> str:
    """The same text with a dot for every letter and digit, so that its length and signs still tell which one it is."""
    return "".join("•" if char.isalnum() else char for char in text)
