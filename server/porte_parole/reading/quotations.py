"""Where a text gives somebody else's words or code: in quotation marks or backquotes, on lines beginning with >."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST = 500  # code points between two marks; a mark that far from the next one is a slip
_QUOTED = re.compile(
    rf"""«[^»]{{1,{_LONGEST}}}» | “[^”]{{1,{_LONGEST}}}” | „[^“”]{{1,{_LONGEST}}}[“”] | "[^"\n]{{1,{_LONGEST}}}"
      | ```.{{1,{_LONGEST}}}?``` | `[^`\n]{{1,{_LONGEST}}}`
      | (?<![^\W_])'(?=[^\W_])[^'\n]{{1,{_LONGEST}}}(?:'(?=[^\W_])[^'\n]{{1,{_LONGEST}}}){{0,4}}'(?![^\W_])
      | ^[ ]?>[^\n]+""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Spans of quoted text with their marks, in order, apart from one another.

    Args:
        text: with straight apostrophes, as `readable` gives it; ' opens only before a word that none precedes.
    """
    for match in _QUOTED.finditer(text):
        yield match.span()
