"""`porte-parole serve` as its user runs it: a process of its own, in a home of its own, and all it does is watched."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from pp1_caller import Caller
from tests.security.audit_hook import Event, Watch
from tests.security.homes import environment, paired
from tests.security.raw_http import Answer, ask, request
from tests.security.server_under_test import ENGINE, MARK

START_S = 30.0
"""Longest wait for a start, on a machine that does other things too."""

LAUNCHER = Path(__file__).with_name("server_under_test.py")
_marks = count()


def soon(happens: Callable[[], bool], within_s: float = 5.0) -> bool:
    """Whether it happens in time."""
    limit = time.monotonic() + within_s
    while not happens():
        if time.monotonic() > limit:
            return False
        time.sleep(0.01)
    return True


@dataclass
class Server:
    """One that answers. `folder` holds whatever it could write: its homes, the temporary folder, both outputs."""

    folder: Path
    process: subprocess.Popen[bytes]
    port: int
    caller: Caller
    watch: Watch
    _posts: int = 0
    _deeds: list[Event] = field(default_factory=list)

    def send(self, body: bytes, **changes: object) -> Answer | None:
        """The answer to a request that would be read, with what is given changed (see `raw_http.request`)."""
        return ask(self.port, request(self.port, body, **changes))

    def sealed(self, text: str) -> bytes:
        """A post as a browser writes and seals it: in UTF-8, and half characters as escapes."""
        payload = json.dumps({"text": text}, ensure_ascii=False).encode("utf-8", "backslashreplace")
        return json.dumps(self.caller.envelope(payload, "/v1/check")).encode()

    def check(self, text: str) -> Answer | None:
        """The answer to a sealed post, still sealed."""
        return self.send(self.sealed(text))

    def report(self, text: str) -> dict:
        """The report of a post, which must be answered."""
        sealed = self.sealed(text)
        answer = self.send(sealed)
        assert answer is not None and answer.status == 200, answer
        return self.caller.open(answer.body, sealed, "/v1/check")

    def posts_read(self) -> int:
        """How many posts the engine was given since this was last asked."""
        self._catch_up()
        posts, self._posts = self._posts, 0
        return posts

    def deeds(self) -> list[Event]:
        """What it did besides answering since this was last asked."""
        self._catch_up()
        deeds, self._deeds = self._deeds, []
        return deeds

    def said(self) -> str:
        """Both outputs so far."""
        return "".join((self.folder / name).read_text("utf-8") for name in ("stdout", "stderr"))

    def _catch_up(self) -> None:
        """Take every event until one of our own, which comes last since events keep their order."""
        last = Event(ENGINE, f"{MARK}{next(_marks)}")
        self.report(last.what)
        limit = time.monotonic() + 10
        while time.monotonic() < limit:
            for event in self.watch.take():
                if event == last:
                    return
                if event.name == ENGINE:
                    self._posts += not event.what.startswith(MARK)
                else:
                    self._deeds.append(event)
            time.sleep(0.002)
        raise AssertionError("the events stopped coming")


@contextmanager
def serving(
    folder: Path,
    *arguments: str,
    python: Sequence[str] = (),
    variables: Mapping[str, str] | None = None,
    port: int = 0,
    before: Callable[[], None] | None = None,
    is_reached: bool = True,
) -> Iterator[Server]:
    """A server that answers while the block runs; killed at the end if it is still there.

    Args:
        arguments: further ones of `serve`; the meaning tier is left out, since it adds a second to each start.
        python: options of the interpreter.
        variables: further ones of its environment.
        before: called in its process before the program begins.
        is_reached: whether this process can reach it; if not, the caller finds a way before anything is asked.
    """
    surroundings = environment(folder, **(variables or {}))
    key = paired(folder)
    ready = folder / "ready"
    ready.unlink(missing_ok=True)
    own = ["serve", "--port", str(port), "--no-meaning", "--ready-file", str(ready), *arguments]
    with Watch() as watch, (folder / "stdout").open("ab") as out, (folder / "stderr").open("ab") as err:
        process = subprocess.Popen(
            [sys.executable, *python, str(LAUNCHER), str(watch.pass_fds[0]), *own],
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            pass_fds=watch.pass_fds,
            preexec_fn=before,
        )
        watch.started()
        try:
            assert soon(lambda: ready.exists() or process.poll() is not None, START_S)
            assert process.poll() is None, (folder / "stderr").read_text("utf-8")
            real_port = json.loads(ready.read_text("utf-8"))["port"]
            server = Server(folder, process, real_port, Caller(key.key, key.kid, real_port), watch)
            if is_reached:
                server.deeds()  # what a start writes is another matter
            yield server
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
