"""`make soak`: a server under mixed traffic for as long as asked, and whether it stays what it was.

    python tests/security/soak.py MINUTES [--no-meaning]

Three browsers ask about eight posts a second between them, one request in ten is wrong, four connections a second are
dropped, and the rules change every few seconds, also into broken ones. Limits (issue 5): memory grows by less than 5 %
after a warm-up of a tenth of the time (two minutes at least), handles and threads do not grow, no answer 5xx, no other
answer than defined, and no audit event: nothing written, no process, no other machine. Exit code 1 beyond them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from threading import Event, Thread
from time import monotonic, sleep

from audit_hook import Watch

from porte_parole import pairing

sys.path.append(str(Path(__file__).parent.parent / "contract"))
from pp1_caller import Caller
from soaking.rule_changes import RuleChanges
from soaking.sampling import MOST_GROWTH, Growth, Sampler, growth
from soaking.traffic import Traffic

LEAST_WARM_UP_S = 120.0
SPARE_HANDLES = 3
"""Connections that happen to be open at a look; a leak of four a second has thousands after an hour."""


@contextmanager
def server(home: Path, watch: Watch, options: list[str]) -> Iterator[tuple[int, Caller]]:
    """A server of its own; yields its process and who may ask it."""
    key = pairing.create(home / "config" / "pairing.json")
    ready = home / "ready.json"
    command = watch.command(["serve", "--port", "0", "--ready-file", str(ready), *options])
    environment = {"PATH": os.environ["PATH"], "PORTE_PAROLE_HOME": str(home), "TMPDIR": str(home), "LC_ALL": "C.UTF-8"}
    with (home / "output").open("wb") as output:
        process = subprocess.Popen(command, env=environment, pass_fds=watch.pass_fds, stdout=output, stderr=output)
    watch.started()
    try:
        while not ready.exists():
            if process.poll() is not None:
                raise SystemExit((home / "output").read_text("utf-8"))
            sleep(0.05)
        port = json.loads(ready.read_text("utf-8"))["port"]
        yield process.pid, Caller(key.key, key.kid, port)
    finally:
        process.terminate()
        process.wait(10)


def print_verdict(traffic: Traffic, held: Growth, changes: RuleChanges, events: list[str], seconds: float) -> bool:
    """The table; whether everything is inside the limits."""
    cuts = quantiles(traffic.times, n=100)
    early, late = held.early, held.late
    failures = sum(count for status, count in traffic.statuses.items() if status >= 500)
    rows = [
        ("memory, MB", f"{early.resident_kb / 1024:.1f} -> {late.resident_kb / 1024:.1f}", held.memory < MOST_GROWTH),
        ("memory growth", f"{held.memory:+.1%} (limit {MOST_GROWTH:.0%})", held.memory < MOST_GROWTH),
        ("handles", f"{early.handles} -> {late.handles}", late.handles <= early.handles + SPARE_HANDLES),
        ("threads", f"{early.threads} -> {late.threads}", late.threads <= early.threads),
        ("answers 5xx", str(failures), failures == 0),
        ("answers not defined", str(dict(traffic.wrong) or 0), not traffic.wrong),
        ("audit events", str(events[:5] or 0), not events),
        ("rule changes", f"{changes.good} in force, {changes.broken} broken ones ignored", not changes.wrong),
    ]
    asked = sum(traffic.statuses.values())
    print(f"{seconds / 60:.1f} minutes, {asked:,} requests ({asked / seconds:.1f}/s), {traffic.dropped:,} dropped")
    print("statuses  " + ", ".join(f"{status}: {count:,}" for status, count in sorted(traffic.statuses.items())))
    print(f"a post    p50 {cuts[49]:.1f} ms   p95 {cuts[94]:.1f} ms   p99 {cuts[98]:.1f} ms")
    for name, what, is_fine in rows:
        print(f"{name:20} {what:60} {'as it should' if is_fine else 'BEYOND ITS LIMIT'}")
    for what in changes.wrong[:5]:
        print(f"rules: {what}")
    return all(is_fine for _, _, is_fine in rows)


def main() -> int:
    options = argparse.ArgumentParser(description="Keep a server busy and look whether it stays what it was.")
    options.add_argument("minutes", type=float)
    options.add_argument("--no-meaning", action="store_true")
    chosen = options.parse_args()
    seconds = 60 * chosen.minutes
    with tempfile.TemporaryDirectory() as folder, Watch() as watch:
        home = Path(folder)
        changes = RuleChanges(home / "pack")
        more = ["--no-meaning"] if chosen.no_meaning else []
        with server(home, watch, ["--rules", str(home / "pack"), *more]) as (pid, caller):
            traffic = Traffic(caller.port, caller)
            watch.take()  # what a start writes: where it listens
            sampler, began, stopped = Sampler(pid), monotonic(), Event()
            changer = Thread(target=changes.go_on, args=(traffic.check, stopped))
            traffic.start()
            changer.start()
            while (left := began + seconds - monotonic()) > 0:
                sleep(min(60, left))
                print(f"{(monotonic() - began) / 60:5.1f} min  {sampler.samples[-1]}", flush=True)
            stopped.set()
            traffic.stop()
            changer.join()
            sampler.stop()
            events = [f"{event.name} {event.what}" for event in watch.take()]
        held = growth(sampler.samples, max(LEAST_WARM_UP_S, seconds / 10))
        return 0 if print_verdict(traffic, held, changes, events, seconds) else 1


if __name__ == "__main__":
    sys.exit(main())
