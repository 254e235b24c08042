"""Tells names that are also ordinary words ("Orange", "La Poste", "Free") from those that are nothing else."""

from __future__ import annotations

import re
from functools import cache

from porte_parole.characters.folding import fold, readable
from porte_parole.words import word_lists

_WORD = re.compile(r"[^\W_]+")
_SHORT = 2  # letters: "EY" or "HP" may also be anything else


def is_common(name: str) -> bool:
    """Whether every word of `name` is an ordinary word of fr, en, nl or de, or all of it has two letters at most."""
    words = _WORD.findall(fold(readable(name).text).text)
    common = common_words()
    return sum(map(len, words)) <= _SHORT or all(word in common for word in words)


@cache
def common_words() -> frozenset[str]:
    """Ordinary words of fr, en, nl and de, folded."""
    lists = word_lists("common_words").values()
    return frozenset(word for listed in lists for word in fold(listed).text.split())
