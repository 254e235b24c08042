"""Every way Porte-parole says no, in one tree.

    PorteParoleError              code, message
    ├── RequestError              the caller's mistake: answered 4xx, nothing done
    │   ├── BadRequest            the envelope or the JSON is not what the contract says
    │   ├── InvalidPost           the JSON is right, its values are not (unknown key, wrong type)
    │   ├── TextTooLong           more than 10,000 UTF-16 units
    │   ├── NotAuthenticated      wrong key, replayed, changed on the way: never says which
    │   │   └── ClockOff          the right key, and a clock that is not ours: its sender may be told the time
    │   ├── Forbidden             an Origin that is not ours
    │   └── Busy                  every worker is taken
    ├── AuthorError               a file somebody wrote: file, line, column and what to do
    │   ├── RuleError             a rule file
    │   └── CompanyError          the company profile
    └── UsageError                a command line that cannot be carried out; exit code 2

The user's text is never part of a message.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


class PorteParoleError(Exception):
    """Root of the tree.

    Args:
        message: one sentence for a person; no user text, no trailing newline.
    """

    code = "internal"
    """Stable name on the wire, snake_case, never reused for something else."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RequestError(PorteParoleError):
    """The caller's mistake; nothing was done."""

    code = "bad_request"


class BadRequest(RequestError):
    """The body is not a JSON object of the agreed form."""


class InvalidPost(RequestError):
    """A key or a value of the request is outside the contract."""

    code = "invalid_post"


class TextTooLong(RequestError):
    """More than 10,000 UTF-16 units."""

    code = "text_too_long"


class NotAuthenticated(RequestError):
    """One answer for every failed proof, so that a prober learns nothing."""

    code = "not_authenticated"


class ClockOff(NotAuthenticated):
    """Authentic, but outside the clock window.

    Args:
        message: as for every error.
        answer: seals an answer that opens for the sender of the request only.
    """

    def __init__(self, message: str, answer: Callable[[bytes], bytes]) -> None:
        super().__init__(message)
        self.answer = answer


class Forbidden(RequestError):
    """The Origin header names neither our extension nor our own page."""

    code = "forbidden"


class Busy(RequestError):
    """No worker became free in time; the caller may try again."""

    code = "busy"


class AuthorError(PorteParoleError):
    """A mistake in a file, with its place.

    Args:
        message: what is wrong and what to write instead.
        path: the file as its author knows it.
        line: first line is 1; 0 when the whole file is meant.
        column: first column is 1, in code points; 0 when the whole line is meant.
    """

    code = "author_error"

    def __init__(self, message: str, path: Path, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message}"


class RuleError(AuthorError):
    """A rule file that cannot be used as it is."""

    code = "rule_error"


class CompanyError(AuthorError):
    """A company profile that cannot be used as it is."""

    code = "company_error"


class UsageError(PorteParoleError):
    """Bad usage or input on the command line: exit code 2, nothing done."""

    code = "usage"
