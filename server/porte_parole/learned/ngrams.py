"""Word and letter sequences of a passage as numbered features, the same in training and in use.

Features are hashed: no vocabulary is shipped, and no text can be read back from the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

BUCKETS = 1 << 16
"""Numbers a feature may get. Of 100,000 features of the corpus about four in five share theirs with another one; in
cross-validation 2^17 gained nothing."""

_WORD, _STEM, _PAIR, _TRIPLE, _LETTERS = 1.0, 1.0, 0.8, 0.7, 0.5
"""How much each kind of sequence weighs beside a word; own choice, confirmed by cross-validation."""

_STEM_LENGTH = 5


def ngrams(tokens: Sequence[str]) -> dict[int, float]:
    """Number -> weight (before the inverse document frequency) of every sequence in `tokens`; may be empty."""
    found: dict[int, float] = {}
    for sequence, weight in _sequences(tokens):
        number = crc32(sequence.encode("utf-8", "replace")) % BUCKETS
        if weight > found.get(number, 0.0):
            found[number] = weight
    return found


def _sequences(tokens: Sequence[str]) -> Iterator[tuple[str, float]]:
    line = ("<s>", *tokens, "</s>")
    for word in line:
        yield word, _WORD
        if word[0] != "§" and len(word) > 3:
            if len(word) > _STEM_LENGTH:
                yield f"{word[:_STEM_LENGTH]}*", _STEM
            edged = f"^{word}$"
            for length in (4, 5):
                for first in range(len(edged) - length + 1):
                    yield f"~{edged[first : first + length]}", _LETTERS
    for pair in pairwise(line):
        yield " ".join(pair), _PAIR
    for triple in zip(line, line[1:], line[2:], strict=False):
        yield " ".join(triple), _TRIPLE
