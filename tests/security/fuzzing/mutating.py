"""Small damage to bytes and texts: what the fuzzing targets share. What is damaged, and how it is read, is theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

Sequenced = TypeVar("Sequenced", bytes, str)


def damaged(dice: Random, whole: Sequenced, pieces: Sequence[Sequenced]) -> Sequenced:
    """`whole` with one to six changes; `pieces` are what may be put in. Both may be empty."""
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        whole = dice.choice(_CHANGES)(dice, whole, pieces)
    return whole


def _insert(dice: Random, whole: Sequenced, pieces: Sequence[Sequenced]) -> Sequenced:
    at = dice.randint(0, len(whole))
    return whole[:at] + dice.choice(pieces) + whole[at:] if pieces else whole


def _replace(dice: Random, whole: Sequenced, pieces: Sequence[Sequenced]) -> Sequenced:
    start, end = _span(dice, whole)
    return whole[:start] + dice.choice(pieces) + whole[end:] if pieces else whole


def _remove(dice: Random, whole: Sequenced, _pieces: Sequence[Sequenced]) -> Sequenced:
    start, end = _span(dice, whole)
    return whole[:start] + whole[end:]


def _repeat(dice: Random, whole: Sequenced, _pieces: Sequence[Sequenced]) -> Sequenced:
    start, end = _span(dice, whole)
    return whole[:end] + whole[start:end] * dice.choice((1, 1, 2, 5, 40)) + whole[end:]


def _move(dice: Random, whole: Sequenced, _pieces: Sequence[Sequenced]) -> Sequenced:
    start, end = _span(dice, whole)
    rest = whole[:start] + whole[end:]
    at = dice.randint(0, len(rest))
    return rest[:at] + whole[start:end] + rest[at:]


def _cut(dice: Random, whole: Sequenced, _pieces: Sequence[Sequenced]) -> Sequenced:
    return whole[: dice.randint(0, len(whole))]


def _span(dice: Random, whole: Sequenced) -> tuple[int, int]:
    """A part of it, mostly short."""
    start = dice.randint(0, len(whole))
    return start, min(len(whole), start + dice.choice((1, 1, 1, 2, 4, 16, 100)))


_CHANGES: Sequence[Callable[[Random, Sequenced, Sequence[Sequenced]], Sequenced]] = (
    *(_insert, _insert, _replace, _replace),
    *(_remove, _repeat, _move, _cut),
)
