"""The program `porte-parole-native-host`: browsers start it, it answers one message on standard output, and ends.

Every browser start waits for it, so it imports no more than it needs. What it answers is left to `answer.py`.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from typing import BinaryIO

from porte_parole.errors import BadRequest, UsageError
from porte_parole.native_messaging.answer import BAD_REQUEST, UNUSABLE, Answer, answer
from porte_parole.native_messaging.frames import read_frame, write_frame
from porte_parole.settings import extension_ids_from, identity, value_of

LONGEST_WAIT_S = 1.0
"""For the request to come. A browser has written it before this program is there to read it."""

_CHROME = "chrome-extension://"
_EXPLANATION = "Browsers start this program by themselves. To make it known to them: porte-parole native-host install"


def main() -> int:
    """Answer one request of the browser that started this process.

    Returns:
        0, also when the answer is an error; 2 when a person started it in a terminal.
    """
    if sys.stdin is None or sys.stdout is None:  # closed before the start: nobody asks, nobody listens
        return 0
    if sys.stdin.isatty():
        _tell(_EXPLANATION)
        return 2
    # Python has put both streams in binary mode, on Windows too.
    try:
        reply = _reply(sys.argv[1:], sys.stdin.buffer)
        if reply is not None:
            write_frame(sys.stdout.buffer, reply)
    except OSError as problem:
        _tell(f"The browser did not take the answer ({type(problem).__name__}).")
    return 0


def is_ours(arguments: Sequence[str]) -> bool:
    """Whether the extension that the browser named is ours.

    Chrome and Edge name its origin first; Firefox names the manifest and the extension. Without arguments no browser
    asks but a script of the same user, who could read the key's file as well.

    Raises:
        UsageError: the setting `extension_ids` cannot be read.
    """
    match arguments:
        case []:
            return True
        case [origin, *_] if origin.startswith(_CHROME):
            allowed = extension_ids_from(value_of("extension_ids"))
            return origin.removeprefix(_CHROME).removesuffix("/") in allowed
        case [_manifest, extension_id]:
            return extension_id == identity().firefox_id
        case _:
            return False


def _reply(arguments: Sequence[str], stream: BinaryIO) -> Answer | None:
    """The answer; None when there was no request."""
    try:
        if not is_ours(arguments):
            raise BadRequest("Another program than our extension asked; it was given nothing.")
        request = _read_in_time(stream)
        return None if request is None else answer(request, os.environ)
    except BadRequest as refusal:
        _tell(refusal.message)
        return BAD_REQUEST
    except UsageError as refusal:
        _tell(refusal.message)
        return UNUSABLE
    except Exception as surprise:  # noqa: BLE001  (the last resort: a traceback may show the key)
        _tell(f"Something went wrong inside ({type(surprise).__name__}).")
        return UNUSABLE


def _read_in_time(stream: BinaryIO) -> bytes | None:
    # A pipe that stays open and silent cannot be waited for with a limit on every system; leaving can.
    limit = threading.Timer(LONGEST_WAIT_S, os._exit, (0,))
    limit.daemon = True
    limit.start()
    try:
        return read_frame(stream)
    finally:
        limit.cancel()


def _tell(sentence: str) -> None:
    """On standard error, which browsers keep for people; it never holds the key."""
    if sys.stderr is not None:
        print(f"porte-parole-native-host: {sentence}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
