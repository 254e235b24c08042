"""What a command does while its server runs: says where it is, waits for the signal to stop, takes its files away."""

from __future__ import annotations

import json
import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import FrameType

from porte_parole import endpoint
from porte_parole.errors import UsageError

STOP_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # each system has some of them


@contextmanager
def stop_signals() -> Iterator[SimpleQueue[int]]:
    """The signals to stop, as they come: Ctrl+C, a polite kill, the closing of the terminal."""
    # A handler runs between two steps of the thread that waits: an Event's lock could be the one that thread holds.
    # SimpleQueue.put is the standard library's reentrant one.
    stops: SimpleQueue[int] = SimpleQueue()

    def stop(number: int, _frame: FrameType | None) -> None:
        stops.put(number)

    numbers = [getattr(signal, name) for name in STOP_SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield stops
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def wait(stops: SimpleQueue[int]) -> None:
    """Returns once there was a signal to stop."""
    while True:
        try:
            stops.get(timeout=1.0)  # Windows handles Ctrl+C only between waits
        except Empty:
            continue
        return


@contextmanager
def published(file: Path, port: int) -> Iterator[None]:
    """Keeps the endpoint file while the block runs; at the end removes it, unless another server wrote its own."""
    endpoint.write(file, port, os.getpid())
    try:
        yield
    finally:
        with suppress(UsageError, OSError):  # on a disk that cannot be written any more the file stays; readers try it
            current = endpoint.read(file)
            if current and current.pid == os.getpid():
                endpoint.remove(file)


def write_ready_file(file: Path, port: int, token: str | None) -> None:
    """Port, process and token as JSON, mode 0600; whoever waits for the file sees it whole.

    Raises:
        UsageError: it cannot be written.
    """
    values: dict[str, object] = {"port": port, "pid": os.getpid()}
    if token:
        values["tools_token"] = token
    try:
        with tempfile.NamedTemporaryFile("w", dir=file.parent, encoding="utf-8", delete=False) as fresh:
            json.dump(values, fresh)
        Path(fresh.name).replace(file)
    except OSError as problem:
        raise UsageError(f"{file} cannot be written ({problem.strerror}).") from problem
