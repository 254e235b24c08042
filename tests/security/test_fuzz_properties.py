"""What holds for any input at all, where a million examples are no proof: JSON, offsets, envelopes, reports."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pp1_caller import Caller, base64url, from_base64url
from tests.security.fuzzing.reading import COMPANY, judge_report

from porte_parole.analyzer import Analyzer
from porte_parole.channel import Channel
from porte_parole.errors import NotAuthenticated
from porte_parole.model import Post
from porte_parole.offsets import Utf16Map, utf16_length
from porte_parole.rulebook import load_rules
from porte_parole.settings import shipped
from porte_parole.strict_json import parse_json

KEY = bytes(range(32))
CALLER = Caller(KEY, "k1", 18440)
NOW = 1_700_000_000_000
PATH = "/v1/check"

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
WORDS = st.sampled_from(
    ["quel idiot", "06 39 98 12 34", "Novassur", "entre nous", "😀", "e\u0301", "\ud800", ". ", " "]
)
POSTS = st.lists(WORDS | ANY_TEXT, max_size=8).map("".join)
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**23), 10**23)
    | st.floats(allow_nan=False, allow_infinity=False)
    | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(load_rules(shipped("rules")), COMPANY)


@given(JSON_VALUES)
def test_whatever_json_can_say_is_read_as_it_was_meant(value: Any) -> None:
    assert parse_json(json.dumps(value).encode()) == value


@given(ANY_TEXT)
def test_an_offset_in_utf16_is_the_length_of_what_stands_before_it(text: str) -> None:
    offsets = Utf16Map(text)

    for offset in range(len(text) + 1):
        assert offsets.to_utf16(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert utf16_length(text) == offsets.to_utf16(len(text))


@given(st.binary(max_size=300), st.binary(min_size=12, max_size=12), st.integers(-60_000, 60_000))
def test_what_was_sealed_opens_to_itself_and_its_answer_to_the_sender(payload: bytes, nonce: bytes, late: int) -> None:
    request = json.dumps(CALLER.envelope(payload, PATH, NOW + late, nonce)).encode()

    opened = Channel(KEY, "k1", 18440).open(request, PATH, NOW)

    assert opened.payload == payload
    assert CALLER.open(opened.answer(b'{"ok":true}'), request, PATH) == {"ok": True}


@given(st.binary(max_size=60), st.sampled_from(["n", "c"]), st.integers(0, 10_000))
def test_any_one_bit_changed_and_it_does_not_open(payload: bytes, field: str, bit: int) -> None:
    envelope = CALLER.envelope(payload, PATH, NOW)
    changed = bytearray(from_base64url(envelope[field]))
    changed[bit // 8 % len(changed)] ^= 1 << bit % 8
    envelope[field] = base64url(bytes(changed))

    with pytest.raises(NotAuthenticated):
        Channel(KEY, "k1", 18440).open(json.dumps(envelope).encode(), PATH, NOW)


@settings(deadline=None, max_examples=60)
@given(POSTS)
def test_any_post_has_the_report_of_the_contract(analyzer: Analyzer, text: str) -> None:
    post = Post(text, explain=True)

    judge_report(post, analyzer.check(post))


@settings(deadline=None, max_examples=40)
@given(POSTS, POSTS)
def test_a_report_does_not_depend_on_what_was_checked_before(analyzer: Analyzer, text: str, other: str) -> None:
    first = analyzer.check(Post(text))
    analyzer.check(Post(other))

    assert analyzer.check(Post(text)) == first
