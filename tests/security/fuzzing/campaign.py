"""Runs one target over many inputs: what came of them, and which took longer than their length explains.

An input is its number: the same seed and number make the same one again, so that nothing has to be kept until something
is wrong with it. Which inputs there are and what may come of them is left to the targets.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from .target import Target, Undefined

SLOW = 10
"""Times the median of its length class from which an input is too slow (issue 5)."""

REPEATS = 7
"""How often a suspect is measured again; its best time counts, for the machine does other things too."""

FEWEST = 30
"""Inputs from which a length class has a median worth comparing with."""


@dataclass
class _Class:
    """The inputs of one length: seconds, numbers, and whether each was read to its end."""

    times: array[float] = field(default_factory=lambda: array("d"))
    numbers: array[int] = field(default_factory=lambda: array("L"))
    whole: array[int] = field(default_factory=lambda: array("b"))

    def add(self, number: int, taken: float, is_whole: bool) -> None:
        self.times.append(taken)
        self.numbers.append(number)
        self.whole.append(is_whole)

    def whole_reading(self) -> float:
        """Median of those read to their end; 0 when they are few. Beside early refusals any reading would look slow."""
        taken = [time for time, is_whole in zip(self.times, self.whole, strict=True) if is_whole]
        return median(taken) if len(taken) >= FEWEST else 0.0


@dataclass
class Outcome:
    """What came of the inputs; `wrong` and `slow` are told by input number."""

    inputs: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    wrong: dict[int, str] = field(default_factory=dict)
    slow: dict[int, float] = field(default_factory=dict)  # times the median of its class
    slowest: float = 0.0  # the largest of those ratios, also below SLOW
    suspects: int = 0


def dice_for(seed: int, number: int) -> Random:
    """The dice that make input `number`."""
    return Random(seed << 32 | number)  # noqa: S311 (inputs, not secrets)


def run(
    target: Target, seed: int, numbers: Iterable[int], beginning: Callable[[int], None] = lambda _: None
) -> Outcome:
    """Try the inputs of these numbers; `beginning` is told each before it runs."""
    outcome = Outcome()
    classes: dict[tuple[str, int], _Class] = defaultdict(_Class)
    for number in numbers:
        beginning(number)
        given = target.make(dice_for(seed, number))
        outcome.inputs += 1
        try:
            started = perf_counter()
            came = target.run(given)
            taken = perf_counter() - started
            answer = target.judge(given, came)
        except Undefined as problem:
            outcome.wrong[number] = f"undefined: {problem}"
        except Exception as problem:  # noqa: BLE001 (whatever it is, it is what we look for)
            outcome.wrong[number] = f"crash: {type(problem).__name__} at {_place(problem)}"
        else:
            outcome.answers[answer] += 1
            tier, length = target.length(given)
            classes[tier, length_class(length)].add(number, taken, answer in target.whole)
    reading: dict[str, float] = defaultdict(float)  # by what read: what a whole reading took in the last class before
    for (tier, _), alike in sorted(classes.items()):
        reading[tier] = alike.whole_reading() or reading[tier]
        if len(alike.times) >= FEWEST:
            _look_at_slow(target, seed, outcome, alike, max(median(alike.times), reading[tier]))
    return outcome


def length_class(size: int) -> int:
    """Two lengths of one class differ by a factor of 1.41 at most."""
    return int(2 * math.log2(size + 1))


def _look_at_slow(target: Target, seed: int, outcome: Outcome, alike: _Class, usual: float) -> None:
    """Measure again what seemed slow beside what is usual, in seconds."""
    for number, taken in zip(alike.numbers, alike.times, strict=True):
        ratio = taken / usual
        if ratio > SLOW:
            outcome.suspects += 1
            ratio = min(_time(target, target.make(dice_for(seed, number))) for _ in range(REPEATS)) / usual
            if ratio > SLOW:
                outcome.slow[number] = ratio
        outcome.slowest = max(outcome.slowest, ratio)


def _time(target: Target, given: Any) -> float:
    target.forget()
    started = perf_counter()
    target.run(given)
    return perf_counter() - started


def _place(problem: BaseException) -> str:
    """Where it was raised, without its words: they may hold the input."""
    last = problem.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return f"{last.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{last.tb_lineno}" if last else "?"
