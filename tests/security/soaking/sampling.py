"""How much a process holds: memory, handles, threads, once a second, and whether that grows. Reads /proc (Linux)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import monotonic

EVERY_S = 1.0
MOST_GROWTH = 0.05
"""How much more memory at the end than after the warm-up (issue 5)."""

SHARE = 0.15
"""Part of the time after the warm-up whose medians are compared, at its beginning and at its end."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One look; `at` in seconds since the beginning."""

    at: float
    resident_kb: int
    handles: int
    threads: int


@dataclass
class Sampler:
    """Looks at process `pid` until stopped."""

    pid: int
    samples: list[Sample] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stopped = Event()
        self._began = monotonic()
        self._thread = Thread(target=self._follow, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _follow(self) -> None:
        while not self._stopped.wait(EVERY_S):
            try:
                self.samples.append(look(self.pid, monotonic() - self._began))
            except OSError:
                return  # it is gone, which the traffic tells too


def look(pid: int, at: float) -> Sample:
    """One sample. Raises OSError when there is no such process."""
    folder = Path("/proc", str(pid))
    status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
    return Sample(at, int(status["VmRSS"].split()[0]), len(list((folder / "fd").iterdir())), int(status["Threads"]))


@dataclass(frozen=True, slots=True)
class Growth:
    """Medians after the warm-up and at the end."""

    early: Sample
    late: Sample

    @property
    def memory(self) -> float:
        """0.05 is five per cent more."""
        return self.late.resident_kb / self.early.resident_kb - 1


def growth(samples: list[Sample], warm_up_s: float) -> Growth:
    """What the process held after the warm-up and at the end; at least 20 samples after it."""
    warm = [sample for sample in samples if sample.at >= warm_up_s]
    some = max(10, int(SHARE * len(warm)))
    return Growth(_median(warm[:some]), _median(warm[-some:]))


def _median(samples: list[Sample]) -> Sample:
    return Sample(
        median(one.at for one in samples),
        int(median(one.resident_kb for one in samples)),
        int(median(one.handles for one in samples)),
        int(median(one.threads for one in samples)),
    )
