"""Remembers which nonces were used, for as long as their envelopes could be sent again, in bounded memory."""

from __future__ import annotations

import heapq
from threading import Lock

from porte_parole.errors import Busy

MAX_REMEMBERED = 16_384
"""Most nonces remembered at once, about 3 MB: 136 requests a second for the two minutes that one can live."""


class Replays:
    """The nonces used so far, each until its time is over. Safe to use from several threads.

    Args:
        limit: most nonces remembered at once.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = Lock()
        self._used: set[bytes] = set()
        self._ends: list[tuple[int, bytes]] = []  # a heap: the first to expire is on top

    def is_first(self, nonce: bytes, expires_ms: int, now_ms: int) -> bool:
        """Whether `nonce` was not used before; from now on it is, until `expires_ms` (milliseconds since 1970).

        Raises:
            Busy: the memory is full of nonces that are still valid. Forgetting one would let it be used again.
        """
        with self._lock:
            while self._ends and self._ends[0][0] < now_ms:
                self._used.remove(heapq.heappop(self._ends)[1])
            if nonce in self._used:
                return False
            if len(self._used) >= self._limit:
                raise Busy("Too many requests in the last minutes; try again later.")
            self._used.add(nonce)
            heapq.heappush(self._ends, (expires_ms, nonce))
            return True
