"""What the native-messaging host answers: where the server listens and the key it shares with the browsers.

Reading and writing the frames is left to `frames.py`, who may ask to `program.py`.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping

from porte_parole import endpoint, pairing
from porte_parole.errors import BadRequest, UsageError
from porte_parole.settings import Places, find_places, port_from, value_of
from porte_parole.strict_json import parse_json

Answer = Mapping[str, object]

VERSION = 1
BAD_REQUEST: Answer = {"v": VERSION, "error": "bad_request"}
UNUSABLE: Answer = {"v": VERSION, "error": "unusable"}
NOT_RUNNING: Answer = {"v": VERSION, "error": "not_running"}

_REQUEST = {"v": VERSION, "ask": "pairing"}


def answer(request: bytes, environment: Mapping[str, str]) -> Answer:
    """Port, key id, key and mode; makes the key when there is none yet.

    Args:
        request: the message's bytes; only `{"v": 1, "ask": "pairing"}` is known.
        environment: names the places and the settings.

    Raises:
        BadRequest: another request.
        UsageError: the key or the endpoint file is refused: its mode, its owner, a link in its place, or damaged.
    """
    asked = parse_json(request)
    if asked != _REQUEST or not (isinstance(asked, dict) and type(asked["v"]) is int):
        raise BadRequest('The only request is {"v": 1, "ask": "pairing"}.')
    places = find_places(environment)
    port = _port(places, environment)
    if port == 0:
        return NOT_RUNNING
    known = pairing.load_or_create(places.pairing_file)
    key = base64.urlsafe_b64encode(known.key).decode().rstrip("=")
    return {"v": VERSION, "port": port, "kid": known.kid, "key": key, "mode": "pp1"}


def _port(places: Places, environment: Mapping[str, str]) -> int:
    """The running server's port, else the setting's; 0 when that leaves it to the system, or cannot be read."""
    running = endpoint.read(places.endpoint_file)
    if running:
        return running.port
    try:
        return port_from(value_of("port", environment=environment))
    except UsageError:
        return 0  # no server starts with such a setting either
