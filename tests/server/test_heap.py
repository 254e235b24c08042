"""Memory that was freed goes back to the system (Linux with glibc; elsewhere there is nothing to do)."""

from __future__ import annotations

import subprocess
import sys

import pytest

NEEDS_GLIBC = pytest.mark.skipif(sys.platform != "linux", reason="only glibc has several heaps")

KEPT = """
import sys
from threading import Barrier, Thread
from porte_parole import heap

def resident_mb():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6

if "shared" in sys.argv:
    heap.share_between_threads()
together = Barrier(9)

def work():
    together.wait()
    blocks = [bytearray(50_000) for _ in range(400)]
    together.wait()
    del blocks[:-1]
    together.wait()

threads = [Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
together.wait(); together.wait(); together.wait()
if "shared" in sys.argv:
    heap.give_back()
print(resident_mb())
"""


@NEEDS_GLIBC
def test_what_eight_threads_freed_is_returned() -> None:
    held, returned = (resident_mb_after(words) for words in ([], ["shared"]))

    assert returned < held / 2


def resident_mb_after(words: list[str]) -> float:
    done = subprocess.run([sys.executable, "-c", KEPT, *words], capture_output=True, text=True, check=True)
    return float(done.stdout)
