"""Cases E: JSON, texts and Unicode, inside the seal and outside it."""

from __future__ import annotations

import json
import time

import pytest
from tests.security.raw_http import Answer
from tests.security.refusals import assert_refused
from tests.security.running import Server

from porte_parole.model import MAX_TEXT_UTF16

IBAN = "BE68 5390 0754 7034"

NOT_JSON = {
    "E-01 30,000 lists": b"[" * 30_000,
    "E-02 a key twice": b'{"text":"a","text":"b"}',
    "E-02 NaN": b'{"text":NaN}',
    "E-02 Infinity": b'{"text":"a","explain":Infinity}',
    "E-02 5,000 digits": b'{"text":' + b"9" * 5_000 + b"}",
    "E-03 UTF-16": '{"text":"a"}'.encode("utf-16"),
    "E-03 a byte order mark": b'\xef\xbb\xbf{"text":"a"}',
    "E-03 Latin-1": '{"text":"é"}'.encode("latin-1"),
}

NOT_A_POST = {
    "E-04 null": {"text": None},
    "E-04 a list": {"text": ["a"]},
    "E-04 a number": {"text": 1},
    "E-04 no text": {"site": "x.com"},
    "E-04 a list of posts": [{"text": "a"}],
    "E-08 one unit too many": {"text": "a" * (MAX_TEXT_UTF16 + 1)},
    "E-08 one pair too many": {"text": "😀" * (MAX_TEXT_UTF16 // 2) + "a"},
}

BEFORE = {
    "E-05 half a character": "\ud800 a \udc00\udc00 ",
    "E-06 emoji": "😀 👨‍👩‍👧‍👦 👍🏽 🇧🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é ",
    "E-07 right to left": "שלום \u202eabc\u202c مرحبا ",
    "E-07 other line ends": "a\r\nb\u2028c\u2029d\xa0e\x85f\x0bg ",
}

HEAVY = {
    "E-09 ligatures": "\ufdfa" * 10_000,
    "E-10 marks": "a" + "\u0301\u0316" * 4_999 + "\u0301",
    "E-11 one word": "a" * 10_000,
    "E-11 new lines": "\n" * 10_000,
    "E-11 NUL": "\0" * 8_000,
    "E-11 digits": "9" * 10_000,
}
HEAVY_S = 0.1

CODE = [
    "^(a+)+$",
    "<img src=x onerror=alert(1)>",
    "{{7*7}} ${7*7}",
    "%s%n%x",
    "'; DROP TABLE posts; --",
    "\x1b[31mred\x1b]0;title\x07",
    "../../etc/passwd\0",
]


def sealed(server: Server, payload: bytes) -> Answer | None:
    return server.send(json.dumps(server.caller.envelope(payload, "/v1/check")).encode())


@pytest.mark.parametrize("case", NOT_JSON)
def test_what_is_not_strict_json_is_refused(case: str, server: Server) -> None:
    assert_refused(server.send(NOT_JSON[case]), 400)
    assert_refused(sealed(server, NOT_JSON[case]), 400)


@pytest.mark.parametrize("case", NOT_A_POST)
def test_what_is_not_a_post_is_refused(case: str, server: Server) -> None:
    server.posts_read()

    assert_refused(sealed(server, json.dumps(NOT_A_POST[case], ensure_ascii=False).encode()), 422)
    assert server.posts_read() == 0


def test_e_04_an_empty_text_is_clear(server: Server) -> None:
    assert server.report("")["findings"] == []


def test_e_08_the_longest_text_is_read(server: Server) -> None:
    for text in ("a " * (MAX_TEXT_UTF16 // 2), "😀" * (MAX_TEXT_UTF16 // 2)):
        assert server.report(text)["level"] in ("clear", "hint")


@pytest.mark.parametrize("case", BEFORE)
def test_offsets_stay_exact(case: str, server: Server) -> None:
    text = f"{BEFORE[case]}mon compte : {IBAN} "
    units = text.encode("utf-16-le", "surrogatepass")
    marked = {
        units[2 * found["start"] : 2 * found["end"]].decode("utf-16-le") for found in server.report(text)["findings"]
    }

    assert IBAN in marked


@pytest.mark.parametrize("case", HEAVY)
def test_no_text_takes_long(case: str, server: Server) -> None:
    took = []
    for _ in range(5):  # the best of five: other programs run on this machine too
        began = time.perf_counter()
        server.report(HEAVY[case])
        took.append(time.perf_counter() - began)

    assert min(took) < HEAVY_S


def test_e_11_what_does_not_fit_when_written_in_escapes_is_refused_at_once(server: Server) -> None:
    assert_refused(server.check("\0" * 10_000), 413)  # 60 kB of \u0000, 80 kB sealed: over the limit of C-04


@pytest.mark.parametrize("text", CODE, ids="E-12 {!a}".format)
def test_code_is_only_text(text: str, server: Server) -> None:
    before = server.said()
    report = server.report(text)

    assert text not in json.dumps(report, ensure_ascii=False)
    assert server.said() == before
