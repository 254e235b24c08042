"""Cases C: what Waitress makes of requests no browser sends. Refused early, never spooled to a file."""

from __future__ import annotations

import socket
import time

import pytest
from tests.security.raw_http import Answer, answers, ask, connected, request
from tests.security.refusals import CANARY, assert_refused
from tests.security.running import Server

from porte_parole.gate import MAX_BODY_BYTES

LENGTHS = {
    "C-01 two lengths": [(b"Content-Length: 2", b"Content-Length: 2"), (b"Content-Length: 2", b"Content-Length: 3")],
    "C-02 a length with a sign": [(b"Content-Length: +2",), (b"Content-Length: -1",), (b"Content-Length: 2.0",)],
    "C-08 a vertical tab": [(b"Transfer-Encoding: \x0bchunked",)],
    "C-09 a space before the colon": [(b"X-Name : a", b"Content-Length: 2"), (b"X-Name: a\0b", b"Content-Length: 2")],
}

OTHER_PATHS = ["//evil/v1/check", "/..%2f", "/v1/check/", "/V1/CHECK", "/v1/check%0d%0a", "/v1//check", "/v1/check;x"]


def accepted_or_closed(answer: Answer | None, *statuses: int) -> None:
    """A client that is still sending when it is refused may see the connection closed instead (reference 6.2)."""
    if answer is not None:
        assert_refused(answer, *statuses)


def chunked(*pieces: bytes) -> bytes:
    return b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in (*pieces, b""))


@pytest.mark.parametrize("case", LENGTHS)
def test_a_doubtful_header_is_refused(case: str, server: Server) -> None:
    for lines in LENGTHS[case]:
        assert_refused(server.send(b"{}", headers=lines, without=("content-length",)), 400)


def test_c_03_an_absurd_length_is_refused_at_once(server: Server) -> None:
    began = time.monotonic()
    line = b"Content-Length: 99999999999999999999"

    accepted_or_closed(server.send(b"", headers=(line,), without=("content-length",)), 413)
    assert time.monotonic() - began < 2


def test_c_04_the_longest_body_is_read_and_one_byte_more_is_not(server: Server) -> None:
    assert_refused(server.send(b" " * MAX_BODY_BYTES), 400)  # read, and no envelope
    accepted_or_closed(server.send(b" " * (MAX_BODY_BYTES + 1)), 413)


def test_c_05_a_long_body_in_pieces_is_refused(server: Server) -> None:
    body = chunked(*[CANARY.encode() * 400] * 8)  # 80 kB
    answer = server.send(body, headers=(b"Transfer-Encoding: chunked",), without=("content-length",))

    accepted_or_closed(answer, 413)
    assert server.deeds() == []


def test_c_06_pieces_win_over_a_length_and_make_one_request(server: Server) -> None:
    server.posts_read()
    body = chunked(server.caller.seal({"text": "bonjour"}, "/v1/check"))
    sent = request(server.port, body, headers=(b"Transfer-Encoding: chunked", b"Connection: close"))
    with connected(server.port) as connection:
        given = list(answers(connection, sent))

    assert [answer.status for answer in given] == [200]
    assert server.posts_read() == 1


def test_c_07_another_transfer_encoding_is_not_served(server: Server) -> None:
    line = b"Transfer-Encoding: gzip, chunked"

    assert_refused(server.send(chunked(b"{}"), headers=(line,), without=("content-length",)), 501)


@pytest.mark.parametrize("where", ["header", "target"], ids="C-11 {}".format)
def test_a_long_head_is_refused(where: str, server: Server) -> None:
    long = "a" * 20_000
    sent = (
        request(server.port, headers=(f"X-Long: {long}".encode(),))
        if where == "header"
        else request(server.port, target=f"/v1/check?{long}")
    )
    accepted_or_closed(ask(server.port, sent), 431)


def test_c_12_an_encoded_body_is_never_decoded(server: Server) -> None:
    for coding in (b"gzip", b"deflate", b"br", b"identity"):
        assert_refused(server.send(b"\x1f\x8b", headers=(b"Content-Encoding: " + coding,)), 415)


@pytest.mark.parametrize(
    "hello",
    [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x07" * 32 + b"\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ids=["C-13 TLS", "C-13 HTTP/2"],
)
def test_another_protocol_is_refused(hello: bytes, server: Server) -> None:
    accepted_or_closed(ask(server.port, hello), 400)


def test_c_14_each_of_two_requests_in_one_go_passes_the_gate(server: Server) -> None:
    good = request(server.port, server.caller.seal({"text": ""}, "/v1/check"))
    bad = request(server.port, b"{}", headers=(b"Host: evil.example", b"Connection: close"), without=("host",))
    with connected(server.port) as connection:
        given = list(answers(connection, good + bad))

    assert [answer.status for answer in given] == [200, 400]


def test_c_15_a_body_announced_too_large_is_never_kept(server: Server) -> None:
    with connected(server.port) as connection:
        lines = (b"Expect: 100-continue", b"Content-Length: 700000")
        connection.sendall(request(server.port, headers=lines, without=("content-length",)))
        connection.settimeout(1)
        try:
            said = connection.recv(4096)
        except TimeoutError:
            said = b""
    assert said == b"" or said.split()[1] in (b"100", b"413")
    assert server.deeds() == []


def test_c_16_a_long_header_with_a_control_character_is_refused_at_once(server: Server) -> None:
    began = time.monotonic()

    assert_refused(server.send(b"{}", headers=(b"X: " + b"a" * 10_000 + b"\x10",)), 400)
    assert time.monotonic() - began < 1  # 3 ms; the defect it stands for took minutes


@pytest.mark.parametrize("path", OTHER_PATHS, ids="C-19 {}".format)
def test_no_other_spelling_of_a_path_is_served(path: str, server: Server) -> None:
    server.posts_read()
    body = server.caller.seal({"text": "bonjour"}, "/v1/check")

    assert_refused(server.send(body, target=path), 404)
    assert server.posts_read() == 0


def test_c_19_a_line_break_in_the_target_is_refused(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        first = next(answers(connection, b"POST /v1/check\rX HTTP/1.1\r\nHost: x\r\n\r\n"), None)
    accepted_or_closed(first, 400, 404)
