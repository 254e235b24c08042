"""How rule authors write a pattern, and how RE2 is told: \\w, \\d and \\s know every alphabet, groups are not kept."""

from __future__ import annotations

import re

MAX_PATTERN = 500
"""Longest pattern, in code points (rules-example.yml)."""

_CLASSES = {"w": r"\p{L}\p{M}\p{N}_", "d": r"\p{Nd}", "s": r"\s\p{Z}"}
_NEGATED = {"W": _CLASSES["w"], "D": _CLASSES["d"], "S": _CLASSES["s"]}
_REFUSED = {
    "b": '\\b knows ASCII letters only; use whole_word: "true"',
    "B": '\\B knows ASCII letters only; use whole_word: "true"',
    "Q": "write the characters out, each special one after a backslash",
}
_GROUP = re.compile(r"(\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\\.)|\((?:\?P?<\w+>|(?!\?))", re.DOTALL)


class BadPattern(ValueError):
    """A pattern that cannot be used; the message tells its author what to do."""

    index = 0  # its place in the set


def with_unicode_classes(pattern: str) -> str:
    r"""`pattern` with \w, \d, \s and their opposites spelled out for every alphabet.

    Raises:
        BadPattern: it uses \b, \B or \Q, or an opposite inside a class, which RE2 cannot say.
    """
    written: list[str] = []
    inside = False
    index = 0
    while index < len(pattern):
        char = pattern[index]
        if char == "\\" and index + 1 < len(pattern):
            written.append(_escape(pattern[index + 1], inside))
            index += 2
            continue
        if char == "[" and not inside:
            inside = True
            # A "]" that comes first in a class stands for itself.
            head = 2 if pattern[index + 1 : index + 2] == "^" else 1
            head += pattern[index + head : index + head + 1] == "]"
            written.append(pattern[index : index + head])
            index += head
            continue
        inside = inside and char != "]"
        written.append(char)
        index += 1
    return "".join(written)


def without_groups(pattern: str) -> str:
    """`pattern` with groups that are not remembered: a third faster, and nobody asks for them.

    Args:
        pattern: RE2 syntax.
    """
    return _GROUP.sub(lambda found: found[1] or "(?:", pattern)


def _escape(letter: str, inside: bool) -> str:
    if letter in _REFUSED and not (inside and letter == "b"):
        raise BadPattern(f"\\{letter} is not available: {_REFUSED[letter]}.")
    if letter in _CLASSES:
        return _CLASSES[letter] if inside else f"[{_CLASSES[letter]}]"
    if letter in _NEGATED:
        if inside:
            raise BadPattern(f"\\{letter} is not available between square brackets; list what may stand there.")
        return f"[^{_NEGATED[letter]}]"
    return f"\\{letter}"
