"""A short run of the fuzzing targets, always the same inputs; `make fuzz` tries a million of each."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from tests.security.fuzzing import campaign
from tests.security.fuzzing.target import Undefined
from tests.security.fuzzing.workers import TARGETS, target

SEED = 2012
INPUTS = {"loader": 600, "envelope": 4_000, "analyzer": 500}


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_crashes_anything_or_gets_an_answer_that_is_not_defined(name: str) -> None:
    outcome = campaign.run(target(name), SEED, range(INPUTS[name]))

    assert outcome.wrong == {}
    assert len(outcome.answers) >= 4, "the inputs all come to the same end: they no longer reach what they should"


class Sleeper:
    """A target whose input is its number: 13 crashes it, 14 has no defined answer, some take long, once or always."""

    whole = frozenset(("fine",))

    def __init__(self, slow: dict[int, int] | None = None) -> None:
        self._slow = slow or {}  # number -> how often it is slow

    def make(self, dice: Random) -> int:
        return next(number for number in range(40) if dice.getstate() == campaign.dice_for(SEED, number).getstate())

    def length(self, given: int) -> tuple[str, int]:
        return "", 1

    def run(self, given: int) -> int:
        if given == 13:
            raise ValueError("canary")
        left = self._slow.get(given, 0)
        self._slow[given] = left - 1
        return sum(range(400_000 if left > 0 else 1_000))

    def judge(self, given: int, came: Any) -> str:
        if given == 14:
            raise Undefined("no such answer")
        return "fine"

    def forget(self) -> None:
        """Nothing is remembered but how often it was slow."""


def test_a_crash_and_an_undefined_answer_are_told_without_the_input() -> None:
    outcome = campaign.run(Sleeper(), SEED, range(40))

    assert outcome.inputs == 40 and outcome.answers["fine"] == 38
    assert sorted(outcome.wrong) == [13, 14]
    assert outcome.wrong[13].startswith("crash: ValueError at test_fuzz.py:") and "canary" not in outcome.wrong[13]


def test_a_slow_input_is_told_and_one_that_was_slow_once_is_not() -> None:
    outcome = campaign.run(Sleeper({20: 1, 30: 1_000}), SEED, range(40))

    assert list(outcome.slow) == [30]
    assert outcome.suspects >= 2  # more where the machine was held up


def test_the_same_number_gives_the_same_input() -> None:
    loader = target("loader")

    assert loader.make(campaign.dice_for(SEED, 7)) == loader.make(campaign.dice_for(SEED, 7))
    assert loader.make(campaign.dice_for(SEED, 7)) != loader.make(campaign.dice_for(SEED, 8))
