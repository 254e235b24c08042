from __future__ import annotations

import pytest

from porte_parole.reading.announcing import pieces
from porte_parole.reading.document import Document
from porte_parole.reading.passwords import Way, is_value, looks_chosen


def judged(text: str, way: Way) -> bool:
    return is_value(Document(text), next(pieces(text, 0)), way)


@pytest.mark.parametrize(
    ("text", "cue", "value"),
    [
        ("Tulipe99", "passwords", True),
        ("Tulipe99", "accounts", False),
        ("Tulipe99!", "accounts", True),
        ("Tulipe99", "networks", False),
        ("Tulipe_99", "networks", True),
        ("Tul1pe", "sessions", True),
        ("Tulipe99", "sessions", False),
        ("Tulipe99", "openers", True),
        ("Tulipe_99", "systems", False),
        ("tulipe", "passwords", False),
        ("482913", "passwords", True),
        ("4829", "passwords", False),
    ],
)
def test_without_anything_between_a_vague_cue_asks_for_more(text: str, cue: str, value: bool) -> None:
    assert judged(text, Way(cue, user=False)) is value


@pytest.mark.parametrize(
    ("text", "signed", "value"),
    [
        ("tulipe", True, True),
        ("tulipe", False, False),
        ("tulipe du matin", True, False),
        ("LetMeIn", False, True),
        ("4829", False, True),
        ("16 caractères", True, False),
        ("oublié", True, False),
        ('"tulipe du matin"', False, True),
    ],
)
def test_right_after_a_sign_or_a_verb_less_will_do(text: str, signed: bool, value: bool) -> None:
    assert judged(text, Way("passwords", user=False, since=0, signed=signed)) is value


def test_a_user_before_makes_a_plain_password_of_a_pass() -> None:
    assert judged("Marmite88", Way("accounts", user=True))


def test_a_way_forgets_what_led_on_after_four_words_and_a_denial_at_a_sign() -> None:
    way = Way("passwords", user=False, denied=3)
    way.lead(signed=True)
    for _ in range(4):
        way.step(passing=False)
    led = way.since
    way.step(passing=True)

    assert (led, way.since, way.words, way.denied <= 0) == (4, None, 4, True)


@pytest.mark.parametrize("text", ["#Tulipe99", "@tulipe99", "https://example.org/a1", "lea1@example.org"])
def test_tags_and_addresses_are_no_passwords(text: str) -> None:
    assert not looks_chosen(Document(text), next(pieces(text, 0)))
