"""The well-known formats of keys and tokens, from words/key_formats.json. Adding a format is adding a line there.

Each line says whose key it is, its form (RE2, letter case counts) and where the provider shows that form. They were
written from general knowledge of those pages, lengths on the generous side; AWS, Doppler, Heroku and Netlify were
looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from porte_parole.linear_regex import PatternSet
from porte_parole.secret_values import entropy, is_placeholder
from porte_parole.words import word_lists

_TELLING = 8
"""A fixed beginning of this length is proof by itself; after a shorter one a digit must follow."""

_DISTINCT = 4
"""A fixed beginning of this length belongs to one format alone, unless it is one of _SHARED."""

_SHARED = frozenset(("test_", "live_", "access_", "api-", "sdk-", "mob-", "API-", "oauth", "discord"))

_MIN_ENTROPY = 2.0
"""Bits a character of the part that changes; the poorest of real keys, 16 hexadecimal digits, has more."""

_RUN = re.compile(r"[A-Za-z0-9_\-.+/=:~$]{15}")
"""What every format has: a run without blanks. Most posts have none but their links."""

_GOES_ON = re.compile(r"[_~-][A-Za-z0-9]")
_BEGINNING = re.compile(r"(?:[\w-]|\[\.\]|\(\?:[\w|-]+\)(?![?*+{]))*(?![?*+{])")
_CHOICE = re.compile(r"\(\?:([\w|-]+)\)|\[(\.)\]|([\w-])")


def well_known_keys(text: str) -> Iterator[tuple[int, int]]:
    """Where keys of a known format stand: code points, half-open, by format; may overlap. Placeholders are left out."""
    if not _RUN.search(text):
        return
    for index in _PATTERNS.occurring(text):
        for start, end in _PATTERNS.spans(index, text):
            if text[start - 1 : start] not in ("_", "~") and not _GOES_ON.match(text, end):
                fixed = next((one for one in _BEGINNINGS[index] if text.startswith(one, start)), "")
                if _is_real(fixed, text[start + len(fixed) : end]):
                    yield start, end


def starts_like_a_key(value: str) -> bool:
    """Whether `value` begins as a known format does. When it does not keep to it, it is an example, or cut short."""
    return value.startswith(_DISTINCT_BEGINNINGS)


def _is_real(fixed: str, changing: str) -> bool:
    """Whether the part after the fixed beginning is random enough for a key."""
    changing = changing.lstrip("/$.:_-")  # a path's or a variable's sign here belongs to the format
    proven = len(fixed) >= _TELLING or any(char.isdigit() for char in changing)
    return not changing or (proven and entropy(changing) >= _MIN_ENTROPY and not is_placeholder(changing))


def _formats() -> tuple[PatternSet, list[tuple[str, ...]]]:
    """All formats ready to be looked for, and the fixed beginnings of each; none when it varies from the start."""
    patterns, beginnings = PatternSet(), []
    for line in word_lists("key_formats"):
        patterns.add(f"(?-i:{line['key']})", whole_word=True)
        beginnings.append(_beginnings(line["key"]))
    patterns.compile()
    return patterns, beginnings


def _beginnings(form: str) -> tuple[str, ...]:
    """Every text that `form` can begin with, up to its first part that changes: "gl(?:pat|rt)-" has both."""
    found = _BEGINNING.match(form)
    if found is None or not found.group() or re.search(r"\|", re.sub(r"\(\?:[^)]*\)|\[[^]]*\]", "", form)):
        return ()
    choices = [part.group(1, 2, 3) for part in _CHOICE.finditer(found.group())]
    return tuple("".join(text) for text in product(*((a or b or c).split("|") for a, b, c in choices)))


_PATTERNS, _BEGINNINGS = _formats()  # now: later, the first post would wait for it
_DISTINCT_BEGINNINGS = tuple({one for ones in _BEGINNINGS for one in ones if len(one) >= _DISTINCT} - _SHARED)
