"""Cases A: who is asked for. A page that points a name of its own at 127.0.0.1 sends that name."""

from __future__ import annotations

import pytest
from tests.security.raw_http import ask, request
from tests.security.refusals import assert_refused
from tests.security.running import Server

OTHER_HOSTS = {
    "A-02 another name": ["evil.example:PORT", "evil.example", "127.0.0.1.evil.example:PORT"],
    "A-04 another port": ["127.0.0.1:9999", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1:0PORT"],
    "A-05 every address": ["0.0.0.0:PORT", "0.0.0.0"],  # noqa: S104 - asked for, not bound
    "A-06 localhost": ["localhost:PORT", "LOCALHOST:PORT", "127.0.0.1.:PORT", "localhost"],
    "A-07 other spellings": ["[::1]:PORT", "127.1:PORT", "2130706433:PORT", "0x7f.1:PORT", "0177.0.0.1:PORT"],
    "A-02 two names in one": [
        "127.0.0.1:PORT@evil.example",
        "evil.example@127.0.0.1:PORT",
        "127.0.0.1:PORT, evil.example",
    ],
}


def test_a_01_the_right_host_passes(server: Server) -> None:
    assert server.report("bonjour")["level"] == "clear"


@pytest.mark.parametrize("case", OTHER_HOSTS)
def test_another_host_is_refused(case: str, server: Server) -> None:
    server.posts_read()
    for host in OTHER_HOSTS[case]:
        line = b"Host: " + host.replace("PORT", str(server.port)).encode()
        assert_refused(server.send(server.sealed("bonjour"), headers=(line,), without=("host",)), 400)
    assert server.posts_read() == 0


def test_a_03_a_rebinding_page_is_refused(server: Server) -> None:
    server.posts_read()
    name = f"r.evil.example:{server.port}"
    lines = (f"Host: {name}".encode(), f"Origin: http://{name}".encode())

    assert_refused(server.send(server.sealed("bonjour"), headers=lines, without=("host",)), 400)
    assert server.posts_read() == 0


def test_a_08_a_request_without_host_is_refused(server: Server) -> None:
    newest = request(server.port, server.sealed("bonjour"), without=("host",))
    for sent in (newest, newest.replace(b"HTTP/1.1", b"HTTP/1.0")):
        assert_refused(ask(server.port, sent), 400)


def test_a_09_two_hosts_are_refused(server: Server) -> None:
    server.posts_read()
    good, bad = f"Host: 127.0.0.1:{server.port}".encode(), b"Host: evil.example"
    for lines in ((good, bad), (bad, good), (good, good)):
        assert_refused(server.send(server.sealed("bonjour"), headers=lines, without=("host",)), 400)
    assert server.posts_read() == 0


def test_a_10_a_target_with_our_address_does_not_excuse_another_host(server: Server) -> None:
    server.posts_read()
    target = f"http://127.0.0.1:{server.port}/v1/check"

    assert_refused(
        server.send(server.sealed("bonjour"), target=target, headers=(b"Host: evil.example",), without=("host",)), 400
    )
    assert server.posts_read() == 0


def test_a_11_forwarding_headers_are_ignored(server: Server) -> None:
    for line in (b"X-Forwarded-Host: evil.example", b"Forwarded: host=evil.example", b"X-Forwarded-For: 10.0.0.1"):
        answer = server.send(server.sealed("bonjour"), headers=(line,))
        assert answer is not None and answer.status == 200
