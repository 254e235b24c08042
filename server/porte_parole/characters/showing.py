"""Makes what quotes a file fit to be shown anywhere: in a terminal, a log, a page."""

from __future__ import annotations


def shown(message: str) -> str:
    """The message with a visible sign for each control, direction and other invisible character but the space."""
    return message if message.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in message)
