from __future__ import annotations

import time

from pp1_caller import Caller

from porte_parole.errors import NotAuthenticated
from porte_parole.followed_channel import FollowedChannel
from porte_parole.pairing import Pairing

ONE, OTHER = Pairing(bytes(32)), Pairing(bytes(range(32)))
PORT = 18440
PATH = "/v1/ping"


def opens(channel: FollowedChannel, pairing: Pairing, body: bytes | None = None) -> bool:
    request = body or Caller(pairing.key, pairing.kid, PORT).seal({}, PATH)
    try:
        return channel().open(request, PATH, time.time_ns() // 1_000_000).payload == b"{}"
    except NotAuthenticated:
        return False


def test_the_pairing_in_force_opens_and_no_other() -> None:
    current: list[Pairing | None] = [ONE]
    channel = FollowedChannel(lambda: current[0], PORT)

    assert (opens(channel, ONE), opens(channel, OTHER)) == (True, False)
    current[0] = OTHER
    assert (opens(channel, ONE), opens(channel, OTHER)) == (False, True)
    current[0] = None
    assert (opens(channel, ONE), opens(channel, OTHER)) == (False, False)


def test_the_channel_stays_while_the_key_does() -> None:
    channel = FollowedChannel(lambda: Pairing(bytes(32)), PORT)

    assert channel() is channel()


def test_a_key_that_was_away_still_knows_what_it_opened() -> None:
    current: list[Pairing | None] = [ONE]
    channel = FollowedChannel(lambda: current[0], PORT)
    request = Caller(ONE.key, ONE.kid, PORT).seal({}, PATH)
    assert opens(channel, ONE, request)

    current[0] = None
    assert not opens(channel, ONE)
    current[0] = ONE

    assert not opens(channel, ONE, request)
    assert opens(channel, ONE)
