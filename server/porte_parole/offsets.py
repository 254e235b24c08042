"""Code points <-> UTF-16 code units, and nothing else.

Inside Python every offset counts code points; on the wire and in the browser every offset counts UTF-16 code units
(JavaScript's string index). `wire.py` is the only caller that converts.
"""

from __future__ import annotations

from itertools import accumulate


def utf16_length(text: str) -> int:
    """Length of `text` in UTF-16 code units; a lone surrogate counts 1, as in JavaScript."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Utf16Map:
    """Converts code point offsets of one text to UTF-16 offsets.

    Args:
        text: the exact string that was received, not normalised; may hold lone surrogates.
    """

    def __init__(self, text: str) -> None:
        # Most posts have no astral character: the two units are then the same and no table is needed.
        astral = max(text, default="") > "\uffff"
        self._starts = [0, *accumulate(2 if char > "\uffff" else 1 for char in text)] if astral else None

    def to_utf16(self, offset: int) -> int:
        """UTF-16 offset of the code point at `offset`; `offset` may be the length of the text."""
        return offset if self._starts is None else self._starts[offset]
