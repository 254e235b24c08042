"""What every refusal looks like, whoever made it: short, closed to browsers, and without a word of what was sent."""

from __future__ import annotations

import json

from tests.security.raw_http import Answer

from porte_parole import answers

CANARY = "Zq7-canary-Vx93-Mirabelle"
"""Stands in a request wherever a person's words could; no answer, file or log may hold it, or its first half."""


def assert_refused(answer: Answer | None, *statuses: int) -> None:
    """One of our own refusals, or one that Waitress made before us; None stands for a connection that was closed."""
    assert answer is not None, "the connection was closed without an answer"
    assert answer.status in statuses, answer
    assert "server" not in dict(answer.headers)
    assert_tells_nothing(answer)
    if answer.all_of("content-type") == ["application/json"]:
        _assert_ours(answer)


def assert_tells_nothing(answer: Answer) -> None:
    """No header for another origin, no redirect, no cookie, no echo."""
    names = {name for name, _value in answer.headers}
    assert not {name for name in names if name.startswith("access-control-")}
    assert not names & {"location", "set-cookie", "x-powered-by"}
    assert len(answer.body) <= answers.MAX_ERROR_BYTES
    assert CANARY[:12].encode() not in repr(answer.headers).encode() + answer.body


def _assert_ours(answer: Answer) -> None:
    if answer.body:
        (error,) = json.loads(answer.body).items()
        assert error[0] == "error" and sorted(error[1]) == ["code", "message"]
    assert answer.all_of("cache-control") == ["no-store"]
    assert answer.all_of("x-content-type-options") == ["nosniff"]
    assert answer.all_of("cross-origin-resource-policy") == ["same-origin"]
    assert answer.all_of("content-security-policy") == ["default-src 'none'; frame-ancestors 'none'"]
    assert answer.all_of("referrer-policy") == ["no-referrer"]
