"""Each line of words/key_formats.json is tried with values drawn from its own form; no key is written in this file."""

from __future__ import annotations

import random
import re
import string

import pytest

from porte_parole.key_formats import starts_like_a_key, well_known_keys
from porte_parole.words import word_lists

FORMATS = word_lists("key_formats")
IDS = [f"{line['of']}-{index}" for index, line in enumerate(FORMATS)]
ANY = string.ascii_letters + string.digits
_PART = re.compile(
    r"(?P<group>\(\?:(?P<inside>(?:[^()]|\([^()]*\))*)\))|(?P<set>\[(?P<chars>[^]]+)\])|(?P<char>[^\\{?*+]|\\.)",
)
_TIMES = re.compile(r"\{(\d+)(?:,(\d*))?\}|[?*+]")


def drawn(form: str, dice: random.Random) -> str:
    """A value of `form`: choices, sets, groups and counts are all that the table uses, private keys in files aside."""
    choices, depth, start = [], 0, 0
    for place, char in enumerate(form):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            choices.append(form[start:place])
            start = place + 1
    form = dice.choice([*choices, form[start:]])
    text, place = "", 0
    while place < len(form):
        part = _PART.match(form, place)
        assert part, form[place:]
        times = _TIMES.match(form, part.end())
        least, most = _counts(times)
        for _ in range(dice.randint(least, min(most, least + 8))):
            text += _one(part, dice)
        place = times.end() if times else part.end()
        place += form[place : place + 1] == "?" and times is not None
    return text


def _counts(times: re.Match[str] | None) -> tuple[int, int]:
    if times is None:
        return 1, 1
    if times.group(1):
        least = int(times.group(1))
        return least, least if times.group(2) is None else int(times.group(2) or least + 8)
    return {"?": (0, 1), "*": (0, 8), "+": (8, 16)}[times.group()]


def _one(part: re.Match[str], dice: random.Random) -> str:
    if part["group"]:
        return drawn(part["inside"], dice)
    if part["set"]:
        spans = re.sub(r"(.)-(.)", lambda m: "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), part["chars"])
        return dice.choice(spans)
    return part["char"][-1]


@pytest.mark.parametrize("line", [line for line in FORMATS if line["of"] not in ("PEM", "PuTTY")])
def test_a_key_of_each_format_is_found_in_a_sentence(line: dict[str, str]) -> None:
    dice = random.Random(line["key"])  # noqa: S311
    values = [drawn(line["key"], dice) for _ in range(12)]
    missed = [value for value in values if (9, 9 + len(value)) not in set(well_known_keys(f"key here {value} now"))]

    # A drawn value may look like a placeholder, or end in a sign that counts as punctuation; most must be found.
    assert len(missed) <= 4, missed


@pytest.mark.parametrize("line", FORMATS, ids=IDS)
def test_each_format_names_its_owner_and_its_source(line: dict[str, str]) -> None:
    assert sorted(line) == ["key", "of", "source"]
    assert all(line.values())


@pytest.mark.parametrize("value", ["ghp_short", "glpat-", "xapp-1-A052", "dapi00ff", "sm_sat_tx1l8rg22k"])
def test_a_value_that_begins_like_a_key_is_told(value: str) -> None:
    assert starts_like_a_key(value) is (value != "ghp_short")


@pytest.mark.parametrize("value", ["test_abc", "api-9f3b", "token", "8f3b0c6d27e94a51"])
def test_a_beginning_that_anybody_uses_is_no_key(value: str) -> None:
    assert not starts_like_a_key(value)


def test_a_long_text_without_keys_costs_no_search_of_formats() -> None:
    assert list(well_known_keys("un mot puis un autre " * 400)) == []
