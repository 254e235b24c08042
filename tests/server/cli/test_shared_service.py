"""`porte-parole service-key`, and `serve` as a shared service."""

from __future__ import annotations

import http.client
import json
import signal
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pp1_caller import from_base64url
from pp2_caller import SharedCaller
from tests.server.cli.conftest import Program, Run

Start = Callable[..., Program]
ORIGIN = "https://porte-parole.example:8443"


@pytest.fixture
def key(run: Run, tmp_path: Path) -> Path:
    run("service-key", "--out", str(tmp_path / "key.pem"))
    return tmp_path / "key.pem"


def ask(port: int, host: str, body: bytes) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("POST", "/v1/check", body, {"Host": host, "Content-Type": "application/pp2+json"})
        answer = connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read()
    finally:
        connection.close()


def test_a_key_is_made_and_its_public_half_said_as_the_policy_takes_it(run: Run, tmp_path: Path) -> None:
    ran = run("service-key", "--out", str(tmp_path / "key.pem"))
    sentence, _, policy = ran.out.partition("\n")

    assert ran.code == 0
    assert str(tmp_path / "key.pem") in sentence
    assert list(json.loads(policy)) == ["service_origin", "service_public_key"]
    assert len(from_base64url(json.loads(policy)["service_public_key"])) == 65
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    assert (tmp_path / "key.pem").read_text("utf-8").splitlines()[1] not in ran.out


def test_a_file_that_is_there_is_never_written_over(run: Run, key: Path) -> None:
    before = key.read_bytes()
    ran = run("service-key", "--out", str(key))

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert key.read_bytes() == before


def test_who_knows_the_public_key_is_answered_through_the_address(
    start: Start, run: Run, home: Path, tmp_path: Path
) -> None:
    made = run("service-key", "--out", str(tmp_path / "key.pem"))
    public: str = json.loads(made.out.partition("\n")[2])["service_public_key"]
    service = ("--service-origin", ORIGIN, "--service-key", str(tmp_path / "key.pem"))
    program = start("serve", "--port", "0", "--no-meaning", "--ready-file", str(tmp_path / "ready"), *service)
    ready = program.wait_for(tmp_path / "ready")
    caller = SharedCaller(from_base64url(public), 8443)
    request = caller.seal({"text": "Bonjour à tous"}, "/v1/check")

    status, content_type, answer = ask(ready["port"], "porte-parole.example:8443", request)
    report: Any = caller.open(answer, request, "/v1/check")
    other_host, _, _ = ask(ready["port"], "porte-parole.example", request)
    published = (home / "run" / "endpoint.json").exists()
    ended = program.stop(signal.SIGTERM)

    assert (status, content_type, report["level"]) == (200, "application/pp2+json", "clear")
    assert other_host == 400
    assert {"port", "pid"} == ready.keys()
    assert not published
    assert (ended.code, ended.err) == (0, "")
    assert ORIGIN in ended.out and public in ended.out and "pair" not in ended.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--service-origin", ORIGIN], "needs both"),
        (["--service-key", "KEY"], "needs both"),
        (["--service-origin", "https://", "--service-key", "KEY"], "https://host"),
        (["--service-origin", "http://porte-parole.example", "--service-key", "KEY"], "https://host"),
        (["--service-origin", ORIGIN, "--service-key", "nowhere.pem"], "does not exist"),
        (["--service-origin", ORIGIN, "--service-key", "KEY", "--tools"], "--tools"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_half_described_service_does_not_start(run: Run, key: Path, given: list[str], said: str) -> None:
    ran = run("serve", "--port", "0", *(str(key) if word == "KEY" else word for word in given))

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


def test_a_key_that_others_can_read_does_not_start(run: Run, key: Path) -> None:
    key.chmod(0o644)
    ran = run("serve", "--port", "0", "--service-origin", ORIGIN, "--service-key", str(key))

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "chmod 600" in ran.err


def test_the_environment_can_describe_it_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTE_PAROLE_SERVICE_ORIGIN", ORIGIN)
    ran = run("serve", "--port", "0")

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "needs both" in ran.err
