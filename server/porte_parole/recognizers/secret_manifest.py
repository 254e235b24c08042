"""Finds the values of a Kubernetes Secret pasted as YAML or JSON, on several lines or on one: Base64 hides nothing."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.secret_values import is_placeholder

# Sealed, external and SOPS secrets hold references or ciphers; their kind is another word.
_KIND = re.compile(r"""\bkind["']?:\s*["']?secret["']?(?=[\s,}]|\Z)""", re.IGNORECASE)
_DATA = re.compile(r"""\b(data|stringData)["']?:\s*\{?(?=\s)""")
_ENTRY = re.compile(r"""\s*["']?([\w./-]+)["']?:\s*(?:[|>]-?\s+)?["']?([^\s"'{},]{4,})["']?,?(?=\s|\}|\Z)""")
_NEXT_SECTION = frozenset(("apiVersion", "immutable", "kind", "metadata", "name", "namespace", "type"))

_MIN_ENCODED = 10
"""Shortest Base64 value that counts: what is shorter holds a flag or a number ("bar", "true"), not a secret."""


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every value below `data:` or `stringData:` of a Secret."""
    text = document.text
    if "ind" not in text or not _KIND.search(text):
        return
    for section in _DATA.finditer(text):
        position = section.end()
        while (entry := _ENTRY.match(text, position)) and entry.group(1) not in _NEXT_SECTION:
            position = entry.end()
            value = entry.group(2)
            if not is_placeholder(value) and (section.group(1) == "stringData" or _is_encoded(value)):
                yield Sighting(entry.start(2), entry.end(2), 1.0, "manifest")


def _is_encoded(value: str) -> bool:
    """Whether `value` is Base64 of something that is no placeholder."""
    if len(value) < _MIN_ENCODED or len(value) % 4:
        return False
    try:
        decoded = b64decode(value, validate=True).decode("utf-8", "replace")
    except ValueError:
        return False
    return not is_placeholder(decoded.lstrip("{[ \"'"))  # a bracket here opens a file, not a template
