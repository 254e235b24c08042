"""Tells what a server does besides answering: files opened for writing, temporary files, processes, other machines.

    python tests/security/audit_hook.py FD COMMAND…   runs `porte-parole COMMAND…` and writes each event to FD, as JSON

Python's own audit hooks see every such call before it happens and cannot be removed. The events leave through a pipe
that the parent opened, so the hook itself opens nothing. Which events are allowed is left to who asked: a start writes
its endpoint file, an answer writes nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock, Thread

OWN_ADDRESSES = ("127.0.0.1", "::1", "0.0.0.0", "localhost", None)  # noqa: S104 (names this machine; nothing binds it)

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_NAMED = frozenset(
    [
        *("os.system", "os.exec", "os.fork", "os.forkpty", "os.spawn", "os.posix_spawn", "os.startfile", "pty.spawn"),
        *("os.link", "os.symlink", "os.rename", "os.mkdir", "os.truncate", "os.setxattr"),
        *("subprocess.Popen", "sqlite3.connect", "webbrowser.open", "syslog.openlog", "syslog.syslog"),
    ]
)
_FAMILIES = ("tempfile.", "shutil.", "ftplib.", "smtplib.", "http.client.", "urllib.")
_ADDRESSED = frozenset(["socket.connect", "socket.sendto", "socket.sendmsg"])  # the address is the second value
_RESOLVED = frozenset(["socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"])


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done: its name among Python's audit events, and the file, program or host; never what was written."""

    name: str
    what: str


def install(report: Callable[[Event], None]) -> None:
    """From now until this process ends, tell `report` every event. It is called by the thread that acts."""

    def hook(name: str, values: tuple[object, ...]) -> None:
        what = _told(name, values)
        if what is not None:
            report(Event(name, what[:300]))

    sys.addaudithook(hook)


def _told(name: str, values: tuple[object, ...]) -> str | None:
    """What to tell of an audit event; None for those that write and send nothing."""
    if name == "open":
        path, _mode, flags = values
        if isinstance(path, int):
            return None  # a descriptor: told when it was opened
        return _shown(path) if isinstance(flags, int) and flags & _WRITING else None
    if name in _ADDRESSED:
        return _foreign(values[1])
    if name in _RESOLVED:
        return _foreign(values[0])
    if name in ("http.client.connect", "http.client.send"):
        return None  # the socket below it says where to
    return _shown(values[0] if values else "") if name in _NAMED or name.startswith(_FAMILIES) else None


def _foreign(address: object) -> str | None:
    """The host of an address, unless it is this machine's own."""
    host = address[0] if isinstance(address, tuple) else address
    return None if host in OWN_ADDRESSES else _shown(host)


def _shown(value: object) -> str:
    return os.fsdecode(value) if isinstance(value, (str, bytes)) else type(value).__name__


class Watch:
    """The parent's end: collects the events of a process started with `command`. Use as a context."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._lock = Lock()
        self._ends: tuple[int, int] = (-1, -1)

    def __enter__(self) -> Watch:
        self._ends = os.pipe()
        self._reader = Thread(target=self._read, args=(self._ends[0],), daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.started()
        self._reader.join(10)  # ends when the watched process and its children have ended

    @property
    def pass_fds(self) -> tuple[int]:
        """For `subprocess.Popen`."""
        return (self._ends[1],)

    def command(self, arguments: Sequence[str]) -> list[str]:
        """The command line that runs `porte-parole` with `arguments`, watched from its first import on."""
        return [sys.executable, "-B", "-P", __file__, str(self._ends[1]), *arguments]

    def started(self) -> None:
        """The process is there: close our copy of its end, so that we see when it is gone."""
        read, write = self._ends
        if write >= 0:
            os.close(write)
        self._ends = (read, -1)

    def take(self) -> list[Event]:
        """The events since the last time this was asked, in order."""
        with self._lock:
            taken, self._events = self._events, []
        return taken

    def _read(self, descriptor: int) -> None:
        with os.fdopen(descriptor, encoding="utf-8") as lines:
            for line in lines:
                with self._lock:
                    self._events.append(Event(*json.loads(line)))


def main(arguments: Sequence[str]) -> int:
    """Run the program with the hook; its exit code."""
    descriptor = int(arguments[0])
    os.set_inheritable(descriptor, False)
    # One line is far below what a pipe takes in one piece, so threads need no lock here.
    install(lambda event: os.write(descriptor, json.dumps([event.name, event.what]).encode() + b"\n"))
    from porte_parole.__main__ import main as porte_parole

    return porte_parole(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
