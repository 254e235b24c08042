"""Honest figures of what was learned: heads are trained again, here, without the lines they are judged on.

The shipped heads were trained on every line of the corpus and on the scenarios, so their figures there say nothing.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tables import Listing

TRAINING = Path(__file__).resolve().parents[2] / "server" / "training"


def heads_without(corpus: Path, batches: Sequence[str], out: Path) -> Path:
    """Trains heads on `corpus` without `batches` and without the scenarios; takes minutes.

    Raises:
        OSError: training failed; scikit-learn may be missing.
    """
    _run("train.py", str(corpus), "--without", *batches, "--out", str(out))
    return out


def cross_validated(corpus: Path, scenarios: Path | None) -> Listing:
    """Leave-one-batch-out figures of the heads alone; takes minutes.

    Args:
        scenarios: dev.jsonl, judged by heads that saw no scenario, so counterparts stay together.

    Raises:
        OSError: it failed; scikit-learn may be missing.
    """
    printed = _run("cross_validate.py", str(corpus), *(["--scenarios", str(scenarios)] if scenarios else []))
    says = (
        "Heads alone, no rules; every batch judged by heads that never saw it, scenarios (dev) by heads that saw none."
    )
    return Listing("Leave-one-batch-out", says, printed)


def _run(program: str, *arguments: str) -> str:
    command = [sys.executable, str(TRAINING / program), *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if ended.returncode:
        last = (ended.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise OSError(f"{program} ended with an error: {last}")
    return ended.stdout
