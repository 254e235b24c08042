"""The channel of the pairing in force, asked at each request. Following its file is left to `pairing.py`."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from threading import Lock

from porte_parole.channel import Channel
from porte_parole.pairing import KEY_BYTES, Pairing


class FollowedChannel:
    """Gives the channel in force. It stays the same while the key does, since it remembers the nonces.

    Args:
        pairing: the pairing in force; None: nobody is paired.
        port: the port really listened on, 1 to 65535.
    """

    def __init__(self, pairing: Callable[[], Pairing | None], port: int) -> None:
        self._pairing = pairing
        self._port = port
        self._lock = Lock()
        # While nobody is paired the server behaves as one whose key nobody holds: a prober cannot tell the two apart.
        self._nobody = self._channel_of(Pairing(secrets.token_bytes(KEY_BYTES)))
        self._last: tuple[Pairing, Channel] | None = None

    def __call__(self) -> Channel:
        """The channel of the pairing in force."""
        pairing = self._pairing()
        if pairing is None:
            return self._nobody
        with self._lock:
            # Kept while the key is gone too: a key that comes back must still know what it opened.
            if self._last is None or self._last[0] != pairing:
                self._last = pairing, self._channel_of(pairing)
            return self._last[1]

    def _channel_of(self, pairing: Pairing) -> Channel:
        return Channel(pairing.key, pairing.kid, self._port)
