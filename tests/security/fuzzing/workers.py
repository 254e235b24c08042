"""Shares a campaign among processes, and notices those that die or do not come back: they are what is looked for."""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from .campaign import Outcome, run
from .target import Target

TARGETS: Mapping[str, tuple[str, str]] = {
    "loader": ("loading", "Loading"),
    "envelope": ("opening", "Opening"),
    "analyzer": ("reading", "Reading"),
}
"""Name -> the module and the class of each target; loaded only where it runs."""

MOST_LOOKS = 120
"""Looks, a second apart, after which an input that is still the same has no answer. Counted, not measured: a machine
that stood still for a while has not looked meanwhile."""


@dataclass
class _Worker:
    process: Any
    numbers: range
    result: Connection
    current: Any  # shared: the input it is at
    seen: int = -1
    looks: int = 0


def target(name: str) -> Target:
    """The target of that name, ready to run."""
    module, kind = TARGETS[name]
    made: Target = getattr(importlib.import_module(f"{__package__}.{module}"), kind)()
    return made


def run_in_processes(name: str, seed: int, inputs: int, processes: int) -> Outcome:
    """Try inputs 0 to `inputs` - 1; fewer are counted when a process died, whose last input is then told as wrong."""
    context = multiprocessing.get_context("spawn")
    workers = []
    for first in range(processes):
        ours, theirs = context.Pipe(duplex=False)
        current = context.RawValue("q", -1)
        numbers = range(first, inputs, processes)
        process = context.Process(target=_work, args=(name, seed, numbers, theirs, current))
        process.start()
        theirs.close()
        workers.append(_Worker(process, numbers, ours, current))
    return _merged([_outcome_of(worker) for worker in workers])


def _work(name: str, seed: int, numbers: range, result: Connection, current: Any) -> None:
    def beginning(number: int) -> None:
        current.value = number

    result.send(run(target(name), seed, numbers, beginning))


def _outcome_of(worker: _Worker) -> Outcome:
    """What the worker found, or how it ended."""
    while not worker.result.poll(1.0):
        at = worker.current.value
        worker.looks = worker.looks + 1 if at == worker.seen else 0
        worker.seen = at
        # After the last input the suspects are measured again, which may take long.
        if worker.looks > MOST_LOOKS and 0 <= at != worker.numbers[-1]:
            worker.process.kill()
            worker.process.join()
            return Outcome(wrong={at: f"crash: no answer within {MOST_LOOKS} s"})
    try:
        outcome: Outcome = worker.result.recv()
    except EOFError:
        worker.process.join()
        outcome = Outcome(wrong={worker.current.value: f"crash: the process ended with {worker.process.exitcode}"})
    worker.process.join()
    return outcome


def _merged(outcomes: Sequence[Outcome]) -> Outcome:
    whole = Outcome()
    for outcome in outcomes:
        whole.inputs += outcome.inputs
        whole.answers.update(outcome.answers)
        whole.wrong.update(outcome.wrong)
        whole.slow.update(outcome.slow)
        whole.suspects += outcome.suspects
        whole.slowest = max(whole.slowest, outcome.slowest)
    return whole
