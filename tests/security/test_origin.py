"""Cases B: who asks. A page cannot choose its Origin, and a request without one cannot be sent by a page's script."""

from __future__ import annotations

import pytest
from tests.security.raw_http import Answer, ask, request
from tests.security.refusals import assert_refused, assert_tells_nothing
from tests.security.running import Server

from porte_parole.settings import identity

CHROME = f"chrome-extension://{identity().chrome_id}"
FIREFOX = "moz-extension://01234567-89ab-cdef-0123-456789abcdef"

STRANGERS = {
    "B-01 a network's page": ["https://www.linkedin.com", "http://127.0.0.1:PORT", "http://localhost"],
    "B-02 a sandboxed frame": ["null", "", "file://"],
    "B-03 nearly our Chrome ID": [
        f"{CHROME}.evil.example",
        CHROME[:-1] + "a",
        CHROME.upper(),
        f"{CHROME}/",
        f"{CHROME}:80",
    ],
    "B-04 nearly a Firefox ID": [
        f"{FIREFOX}.evil",
        "moz-extension://0123456789abcdef0123456789abcdef",
        "moz-extension://",
        f"{FIREFOX}\t{FIREFOX}",
        FIREFOX.replace("a", "A"),
    ],
}

OTHER_TYPES = {
    "B-06 plain text": b"Content-Type: text/plain",
    "B-06 a form": b"Content-Type: application/x-www-form-urlencoded",
    "B-06 a form with files": b"Content-Type: multipart/form-data; boundary=x",
    "B-06 ordinary JSON": b"Content-Type: application/json",
    "B-06 ours with a parameter": b"Content-Type: application/pp1+json; charset=utf-8",
    "B-06 no type": b"X-Nothing: 0",
}


def undated(answer: Answer | None) -> tuple[object, ...]:
    assert answer is not None
    return answer.status, [item for item in answer.headers if item[0] != "date"], answer.body


@pytest.mark.parametrize("case", STRANGERS)
def test_a_stranger_is_refused_and_told_nothing(case: str, server: Server) -> None:
    server.posts_read()
    for origin in STRANGERS[case]:
        line = b"Origin: " + origin.replace("PORT", str(server.port)).encode()
        assert_refused(server.send(server.sealed("bonjour"), headers=(line,)), 403)
        assert_refused(server.send(b"", method="OPTIONS", headers=(line,)), 403)
    assert server.posts_read() == 0


@pytest.mark.parametrize("origin", [FIREFOX, CHROME], ids=["B-05 Firefox", "B-05 Chrome"])
def test_our_extension_is_answered_by_name(origin: str, server: Server) -> None:
    answer = server.send(server.sealed("bonjour"), headers=(b"Origin: " + origin.encode(),))

    assert answer is not None and answer.status == 200
    assert answer.all_of("access-control-allow-origin") == [origin]
    assert answer.all_of("vary") == ["Origin"]
    assert not answer.all_of("access-control-allow-credentials")


@pytest.mark.parametrize("case", OTHER_TYPES)
def test_what_needs_no_preflight_is_refused(case: str, server: Server) -> None:
    server.posts_read()

    assert_refused(server.send(server.sealed("bonjour"), headers=(OTHER_TYPES[case],), without=("content-type",)), 415)
    assert server.posts_read() == 0


@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "FOO"], ids="B-07 {}".format
)
def test_only_post_is_served(method: str, server: Server) -> None:
    for path in ("/v1/check", "/v1/ping"):
        sent = request(server.port, method=method, target=path, headers=(b"Connection: close",))
        answer = ask(server.port, sent, has_body=method != "HEAD")
        assert_refused(answer, 405)
        assert answer is not None and bool(answer.body) == (method != "HEAD")


def test_b_07_a_method_in_small_letters_is_not_one(server: Server) -> None:
    assert_refused(server.send(server.sealed("bonjour"), method="post"), 400, 405)


def test_b_08_every_unknown_path_gets_the_same_answer(server: Server) -> None:
    paths = [
        "/",
        "/favicon.ico",
        "/v1",
        "/v1/",
        "/v2/check",
        "/tools/check",
        "/practice.html",
        "/.git/config",
        "/a/../b",
    ]
    given = [ask(server.port, request(server.port, method="GET", target=path)) for path in paths]

    assert_refused(given[0], 404)
    assert all(undated(answer) == undated(given[0]) for answer in given)


def test_b_09_a_preflight_from_a_page_is_refused(server: Server) -> None:
    lines = (
        b"Origin: https://www.linkedin.com",
        b"Access-Control-Request-Method: POST",
        b"Access-Control-Request-Private-Network: true",
        b"Access-Control-Request-Local-Network: true",
    )
    assert_refused(server.send(b"", method="OPTIONS", headers=lines), 403)


def test_b_10_a_preflight_from_our_extension_allows_post_with_a_type(server: Server) -> None:
    for method, allowed in ((b"POST", ["POST"]), (b"DELETE", [])):
        lines = (
            f"Origin: {CHROME}".encode(),
            b"Access-Control-Request-Method: " + method,
            b"Access-Control-Request-Headers: authorization,content-type",
            b"Access-Control-Request-Private-Network: true",
        )
        answer = server.send(b"", method="OPTIONS", headers=lines)

        assert answer is not None and answer.status == 204
        assert answer.all_of("access-control-allow-methods") == allowed
        assert answer.all_of("access-control-allow-headers") in ([], ["content-type"])
        assert not answer.all_of("access-control-allow-private-network")


def test_b_11_an_origin_that_is_sent_twice_is_refused(server: Server) -> None:
    server.posts_read()
    ours, theirs = f"Origin: {CHROME}".encode(), b"Origin: https://evil.example"
    for lines in ((ours, theirs), (theirs, ours), (ours, ours)):
        answer = server.send(server.sealed("bonjour"), headers=lines)
        assert_refused(answer, 400, 403)
        assert_tells_nothing(answer)
    assert server.posts_read() == 0
