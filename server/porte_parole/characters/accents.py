"""The one accent that changes what a French word says: the final é of "annoncé", which "annonce" has not."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_FINAL = ("é", "és", "ée", "ées")


def same_final_accents(written: str, expected: str, careful: bool) -> bool:
    """Whether two texts that fold alike also agree on the final é of their words.

    Args:
        written: what the post says, composed.
        expected: what the rule says.
        careful: the writer uses accents; otherwise a missing one is taken for haste.
    """
    pairs = zip(_finals(written), _finals(expected), strict=False)
    return all(wrote == wanted or not (wrote or careful) for wrote, wanted in pairs)


def _finals(text: str) -> list[bool]:
    return [word.endswith(_FINAL) for word in _WORD.findall(text.lower())]
