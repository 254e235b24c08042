"""One server for every case that leaves it as it was; each asks it over a socket of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.security import audit_hook
from tests.security.running import Server, serving

OWN = ("localhost", "NoneType", "127.0.0.2")
"""What a test may ask for besides the loopback addresses; NoneType is an address that is left to the system."""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


def _refuse_strangers(event: audit_hook.Event) -> None:
    if event.name.startswith("socket.") and event.what not in OWN:
        raise AssertionError(f"{event.name} of {event.what}: tests stay on this machine")


# Here and not in a fixture: this file is read before the first test of the whole run begins, wherever that test stands.
audit_hook.install(_refuse_strangers)
