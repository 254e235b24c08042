"""Finds the word that was meant by one with a single slip: two letters swapped, one missing, doubled or wrong.

Every word is stored under each form that lacks one letter, so that a lookup needs no comparison with all words.
Method: symmetric deletions (W. Garbe, SymSpell, 2012), here for one edit.
"""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 6
"""Letters a word has at least, written or meant: shorter ones are one slip away from too many others."""


class TypoIndex:
    """The words that may be meant.

    Args:
        words: folded, letters only; those shorter than SHORTEST are left out.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) >= SHORTEST)
        self._by_deletion: dict[str, list[str]] = {}
        for word in sorted(self._words):
            for form in {word, *_deletions(word)}:
                self._by_deletion.setdefault(form, []).append(word)

    def meant_by(self, written: str) -> str | None:
        """The only word one slip away from `written`, with the same first letter; None for a word as it should be."""
        if len(written) < SHORTEST or written in self._words:
            return None
        candidates = {word for form in (written, *_deletions(written)) for word in self._by_deletion.get(form, ())}
        near = [word for word in candidates if word[0] == written[0] and _is_one_slip(written, word)]
        return near[0] if len(near) == 1 else None


def _deletions(word: str) -> list[str]:
    return [word[:index] + word[index + 1 :] for index in range(len(word))]


def _is_one_slip(written: str, meant: str) -> bool:
    """Whether one edit makes `meant` of `written`; the two share a form that lacks one letter, so at most two do."""
    if len(written) != len(meant):
        return True
    places = [index for index, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
    if len(places) == 1:
        return True
    first, second = places[0], places[-1]
    swapped = written[first] == meant[second] and written[second] == meant[first]
    return len(places) == 2 and second == first + 1 and swapped
