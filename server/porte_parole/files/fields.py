"""Typed reading of the values an author wrote: each function returns what it promises or says what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from urllib.parse import urlsplit

from porte_parole.files.strict_yaml import Node

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def mapping(node: Node, required: Collection[str] = (), optional: Collection[str] = ()) -> Mapping[str, Node]:
    """The values by key; no key outside the two sets, none of the required ones missing."""
    if not isinstance(node.value, dict):
        raise node.fault("Keys and values ('key: value') are expected here.")
    allowed = [*required, *optional]
    for key in node.value:
        if key not in allowed:
            raise node.key_fault(key, f"Unknown key '{key[:40]}'{nearest(key, allowed)}")
    for key in required:
        if key not in node.value:
            raise node.fault(f"The key '{key}' is missing.")
    return node.value


def nearest(word: str, options: Collection[str]) -> str:
    """The end of a sentence about an unknown word, its full stop included: the closest option, or all of them."""
    close = get_close_matches(word, options, n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else f"; use one of: {', '.join(options)}."


def items(node: Node) -> Sequence[Node]:
    """A list's values; may be empty."""
    if not isinstance(node.value, list):
        raise node.fault("A list is expected here: [one, two], or one '- value' per line.")
    return node.value


def text(node: Node, longest: int) -> str:
    """One line without control and direction characters, 1 to `longest` code points."""
    if not isinstance(node.value, str):
        raise node.fault("A text is expected here.")
    written = node.value
    clean = (written if written.isprintable() else "".join(map(_shown, written))).strip()
    if not clean:
        raise node.fault("This text is empty; write something or remove the key.")
    if len(clean) > longest:
        raise node.fault(f"This text has {len(clean)} characters; at most {longest} fit.")
    return clean


def _shown(char: str) -> str:
    if char in "\t\n\r":
        return " "
    return "" if char in _BIDI or unicodedata.category(char) == "Cc" else char


def texts(node: Node, longest: int) -> tuple[str, ...]:
    """A list of texts, in the author's order; may be empty."""
    return tuple(text(item, longest) for item in items(node))


def choice(node: Node, options: Collection[str]) -> str:
    """One of the options, exactly as written there."""
    word = text(node, 200)
    if word not in options:
        raise node.fault(f"Unknown value '{word[:40]}'{nearest(word, options)}")
    return word


def choices(node: Node, options: Collection[str]) -> tuple[str, ...]:
    """A list of options; may be empty."""
    return tuple(choice(item, options) for item in items(node))


def boolean(node: Node) -> bool:
    """true or false, in these words."""
    return choice(node, ("true", "false")) == "true"


def number(node: Node, lowest: float, highest: float) -> float:
    """A decimal number between the bounds, both included; a point before the decimals."""
    word = text(node, 40)
    if not re.fullmatch(r"[-+]?\d+(\.\d+)?", word, re.ASCII) or not lowest <= float(word) <= highest:
        raise node.fault(f"A number from {lowest:g} to {highest:g} is expected here, with a point for decimals.")
    return float(word)


def whole_number(node: Node, lowest: int, highest: int) -> int:
    """A whole number between the bounds, both included."""
    word = text(node, 40)
    if not re.fullmatch(r"\d+", word, re.ASCII) or not lowest <= int(word) <= highest:
        raise node.fault(f"A whole number from {lowest} to {highest} is expected here.")
    return int(word)


def slug(node: Node) -> str:
    """A name of lower-case letters, digits and single hyphens."""
    word = text(node, 60)
    if not _SLUG.fullmatch(word):
        raise node.fault("A name here takes lower-case letters a to z, digits and single hyphens, like 'entre-nous'.")
    return word


def https_url(node: Node) -> str:
    """A link that begins with https:// and names a host."""
    word = text(node, 500)
    try:
        parts = urlsplit(word)
        fine = parts.scheme == "https" and bool(parts.hostname) and not re.search(r"[\s<>\"]", word)
    except ValueError:
        fine = False
    if not fine:
        raise node.fault("A link must be a complete https:// address.")
    return word
