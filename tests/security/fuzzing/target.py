"""What a fuzzing target offers to a campaign."""

from __future__ import annotations

from random import Random
from typing import Any, Protocol


class Undefined(Exception):
    """What came of an input is not among the defined answers."""


class Target(Protocol):
    """What is fuzzed. `run` alone is timed."""

    whole: frozenset[str]
    """The answers to what was read to its end; all others are refusals, most of them early."""

    def make(self, dice: Random) -> Any:
        """The input that these dice give."""
        ...

    def length(self, given: Any) -> tuple[str, int]:
        """By what it is read, and its length in bytes or characters: what it is compared with must share both."""
        ...

    def run(self, given: Any) -> Any:
        """What the product makes of it; any exception but those caught here is a crash."""
        ...

    def judge(self, given: Any, came: Any) -> str:
        """The name of the answer that `came` is; raises Undefined when it is none."""
        ...

    def forget(self) -> None:
        """Be as at the beginning: nothing was asked before."""
        ...
