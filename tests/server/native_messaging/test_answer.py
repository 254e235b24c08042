"""The host's answer: the running server's port and the user's key, or a refusal that says nothing else."""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path

import pytest

from porte_parole import endpoint, pairing
from porte_parole.errors import BadRequest, UsageError
from porte_parole.native_messaging.answer import NOT_RUNNING, answer

REQUEST = b'{"v":1,"ask":"pairing"}'


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"PORTE_PAROLE_HOME": str(tmp_path)}


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "pairing.json"


@pytest.fixture
def endpoint_file(tmp_path: Path) -> Path:
    return tmp_path / "run" / "endpoint.json"


def test_the_key_and_the_running_servers_port_are_told(
    environment: dict[str, str], key_file: Path, endpoint_file: Path
) -> None:
    known = pairing.create(key_file)
    endpoint.write(endpoint_file, 18555, 4242)
    told = dict(answer(REQUEST, environment))
    key = told.pop("key")

    assert told == {"v": 1, "port": 18555, "kid": known.kid, "mode": "pp1"}
    assert isinstance(key, str)
    assert base64.urlsafe_b64decode(key + "=") == known.key
    assert "=" not in key


def test_a_key_is_made_when_there_is_none_and_stays(environment: dict[str, str], key_file: Path) -> None:
    first, second = answer(REQUEST, environment), answer(REQUEST, environment)
    made = pairing.load(key_file)

    assert made is not None
    assert first == second
    assert first["kid"] == made.kid


@pytest.mark.parametrize(("setting", "port"), [(None, 18440), ("18666", 18666)])
def test_without_a_running_server_the_settings_port_is_told(
    environment: dict[str, str], setting: str | None, port: int
) -> None:
    named = {} if setting is None else {"PORTE_PAROLE_PORT": setting}

    assert answer(REQUEST, environment | named)["port"] == port


@pytest.mark.parametrize("setting", ["0", "many", "65536", ""])
def test_a_port_that_nobody_knows_is_not_running_and_no_key_is_made(
    environment: dict[str, str], key_file: Path, setting: str
) -> None:
    assert answer(REQUEST, environment | {"PORTE_PAROLE_PORT": setting}) == NOT_RUNNING
    assert not key_file.exists()


@pytest.mark.parametrize(
    "asked",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b"null",
        b'"pairing"',
        b'{"v":1}',
        b'{"v":2,"ask":"pairing"}',
        b'{"v":true,"ask":"pairing"}',
        b'{"v":1.0,"ask":"pairing"}',
        b'{"v":"1","ask":"pairing"}',
        b'{"v":1,"ask":"key"}',
        b'{"v":1,"ask":"pairing","text":"bonjour"}',
        b'{"v":1,"v":1,"ask":"pairing"}',
        b'{"v":1,"ask":"pairing"}{}',
    ],
)
def test_any_other_request_is_refused_and_makes_nothing(
    environment: dict[str, str], tmp_path: Path, asked: bytes
) -> None:
    with pytest.raises(BadRequest):
        answer(asked, environment)
    assert list(tmp_path.iterdir()) == []


def test_blanks_and_the_order_of_keys_do_not_matter(environment: dict[str, str]) -> None:
    asked = json.dumps({"ask": "pairing", "v": 1}, indent=2).encode()

    assert answer(asked, environment) == answer(REQUEST, environment)


@pytest.mark.skipif(sys.platform == "win32", reason="mode bits are POSIX")
@pytest.mark.parametrize("open_one", ["config/pairing.json", "run/endpoint.json"])
def test_a_file_open_to_others_is_not_used(
    environment: dict[str, str], tmp_path: Path, key_file: Path, endpoint_file: Path, open_one: str
) -> None:
    pairing.create(key_file)
    endpoint.write(endpoint_file, 18555, 4242)
    (tmp_path / open_one).chmod(0o644)

    with pytest.raises(UsageError, match="used by others"):
        answer(REQUEST, environment)
