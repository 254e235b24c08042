"""Reads words whose letters were hidden: c0nnard, conn@rd, m*rde. Which words those may be is told by the caller."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from porte_parole.characters.folding import Mapped

_MAX_READINGS = 4
"""Most words one masked word is tried as; more is guessing."""

_STANDS_FOR = str.maketrans("013457@$!€", "oieastasie")
_SIGNS = "*@$0-9!€#"
_MASKED = re.compile(rf"(?<![a-z0-9])[a-z@$][a-z]*+[{_SIGNS}]++[a-z{_SIGNS}]*+")


class Lexicon:
    """The words that stars may hide, by length and first letter.

    Args:
        words: folded; those under three letters are left out.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_shape: dict[tuple[int, str], list[str]] = {}
        for word in sorted(words):
            if len(word) >= 3 and word.isalpha():
                self._by_shape.setdefault((len(word), word[0]), []).append(word)

    def fitting(self, masked: str) -> list[str]:
        """The words that `masked` may be; each * and # in it is any letter. At most four."""
        candidates = self._by_shape.get((len(masked), masked[0]), ())
        fits = (word for word in candidates if all(m in ("*", "#", c) for m, c in zip(masked, word, strict=True)))
        return [word for word, _ in zip(fits, range(_MAX_READINGS), strict=False)]


@dataclass(frozen=True, slots=True)
class Masked:
    """One reading of a text: `text` with its masked words written out, as long as before."""

    text: Mapped
    spans: Sequence[tuple[int, int, bool]]  # start and end in `text`, and whether stars had to be guessed

    def speaks_for(self, category: str, start: int, end: int) -> bool:
        """Whether a phrase at [start, end) needed the reading; guessed letters only ever make insults."""
        touched = [guessed for left, right, guessed in self.spans if left < end and start < right]
        return bool(touched) and (category == "heated-slip" or not any(touched))


def unmask(folded: Mapped, lexicon: Lexicon) -> Iterator[Masked]:
    """Every reading of `folded` that writes out masked words; none when there are none, which is the usual case."""
    found = [(match.start(), readings, guessed) for match, readings, guessed in _masked_words(folded.text, lexicon)]
    for turn in range(max((len(readings) for _, readings, _ in found), default=0)):
        text = folded.text
        spans = []
        for start, readings, guessed in found:
            reading = readings[min(turn, len(readings) - 1)]
            text = text[:start] + reading + text[start + len(reading) :]
            spans.append((start, start + len(reading), guessed))
        yield Masked(Mapped(text, folded.starts, folded.ends), spans)


def _masked_words(text: str, lexicon: Lexicon) -> Iterator[tuple[re.Match[str], list[str], bool]]:
    for match in _MASKED.finditer(text):
        # Closing exclamation marks and hashes are punctuation; closing stars hide letters.
        word = match.group().rstrip("!#€").translate(_STANDS_FOR)
        guessed = "*" in word or "#" in word
        if word[0] == "*" or len(word) < 3:
            continue
        readings = lexicon.fitting(word) if guessed else [word] if word.isalpha() else []
        if readings:
            yield match, readings, guessed
