"""`make fuzz`: a million inputs each for the loader, the envelope and the analyzer, and what came of them.

    python tests/security/fuzz.py [--inputs N] [--seed S] [--target NAME]… [--processes N] [--atheris SECONDS]

The same seed gives the same inputs. An input that crashes something, gets an answer that is not defined, or takes more
than ten times what is usual for its length is kept in build/fuzz; all are made of invented posts. With --atheris the
inputs are guided by what code they reach, which finds other things than damage at random. Exit code 1 when anything
was found.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

from fuzzing.campaign import SLOW, Outcome, dice_for
from fuzzing.workers import TARGETS, run_in_processes, target

ROOT = Path(__file__).parent.parent.parent
RESULTS = ROOT / "build" / "fuzz"
MOST_KEPT = 20

sys.path.append(str(ROOT / "tests" / "contract"))
GUIDED = Path(__file__).with_name("fuzzing") / "guided.py"


def report(name: str, seed: int, outcome: Outcome, seconds: float) -> bool:
    """Print what came of one target, and keep what is wrong; whether nothing is."""
    crashes = sum(what.startswith("crash") for what in outcome.wrong.values())
    print(
        f"{name:9} {outcome.inputs:>9,} inputs in {seconds:,.0f} s   {crashes} crashes   "
        f"{len(outcome.wrong) - crashes} undefined answers   {len(outcome.slow)} slow"
        f"   (slowest {outcome.slowest:.1f} x the usual, {outcome.suspects} measured again; allowed {SLOW} x)"
    )
    print(
        "          " + ", ".join(f"{answer} {count:,}" for answer, count in outcome.answers.most_common()), flush=True
    )
    found = {**outcome.wrong, **{number: f"slow: {ratio:.1f} x" for number, ratio in outcome.slow.items()}}
    for number, what in list(found.items())[:MOST_KEPT]:
        print(f"          input {number}: {what}; kept in {_keep(name, seed, number).relative_to(ROOT)}")
    return not found


def _keep(name: str, seed: int, number: int) -> Path:
    """Write the input to a file of its own."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    file = RESULTS / f"{name}-{seed}-{number}.txt"
    file.write_text(repr(target(name).make(dice_for(seed, number))), "utf-8", errors="backslashreplace")
    return file


def guided(name: str, seconds: int) -> bool:
    """Let Atheris look for inputs in a process of its own, which a crash ends; whether it found none."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = f"-artifact_prefix={RESULTS}/{name}-guided-"
    ended = subprocess.run([sys.executable, GUIDED, name, f"-max_total_time={seconds}", kept], check=False)
    print(f"{name:9} guided for {seconds} s: {'nothing found' if ended.returncode == 0 else 'SOMETHING FOUND'}")
    return ended.returncode == 0


def main() -> int:
    options = argparse.ArgumentParser(description="Fuzz the loader, the envelope and the analyzer.")
    options.add_argument("--inputs", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=2012)
    options.add_argument("--target", action="append", choices=[*TARGETS])
    options.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    options.add_argument("--atheris", type=int, metavar="SECONDS")
    chosen = options.parse_args()
    fine = True
    for name in chosen.target or TARGETS:
        if chosen.atheris:
            fine &= guided(name, chosen.atheris)
            continue
        started = monotonic()
        outcome = run_in_processes(name, chosen.seed, chosen.inputs, chosen.processes)
        fine &= report(name, chosen.seed, outcome, monotonic() - started) and outcome.inputs == chosen.inputs
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
