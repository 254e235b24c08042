"""`porte-parole serve` as a real process: how it starts, says where it is, and goes."""

from __future__ import annotations

import http.client
import json
import resource
import signal
import socket
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.server.cli.conftest import RULE, Program, Run, write_rule

from porte_parole.cli.loopback import bound
from porte_parole.errors import UsageError

Start = Callable[..., Program]


def check_over_http(ready: dict[str, Any], text: str) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", ready["port"], timeout=5)
    headers = {"Authorization": f"Bearer {ready['tools_token']}", "Content-Type": "application/json"}
    connection.request("POST", "/tools/check", json.dumps({"text": text}), headers)
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return dict(answer)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_says_where_and_leaves_nothing_behind(start: Start, home: Path, tmp_path: Path, number: int) -> None:
    program = start("serve", "--port", "0", "--tools", "--ready-file", str(tmp_path / "ready"))
    ready = program.wait_for(tmp_path / "ready")
    endpoint_file = home / "run" / "endpoint.json"
    endpoint = json.loads(endpoint_file.read_text("utf-8"))

    assert {"port", "pid", "tools_token"} == ready.keys()
    assert (ready["port"], program.process.pid) == (endpoint["port"], endpoint["pid"])
    assert stat.S_IMODE((tmp_path / "ready").stat().st_mode) == 0o600
    assert check_over_http(ready, "Bonjour à tous")["level"] == "clear"

    began = time.monotonic()
    ended = program.stop(number)

    assert (ended.code, ended.err) == (0, "")
    assert time.monotonic() - began < 5
    assert f"http://127.0.0.1:{ready['port']}" in ended.out and "porte-parole pair" in ended.out
    assert not endpoint_file.exists()


def test_without_tools_there_is_no_token_and_no_plain_endpoint(start: Start, tmp_path: Path) -> None:
    ready = start("serve", "--port", "0", "--ready-file", str(tmp_path / "ready")).wait_for(tmp_path / "ready")

    assert {"port", "pid"} == ready.keys()
    assert check_over_http({**ready, "tools_token": "x"}, "Bonjour")["error"]["code"] == "not_found"


def test_only_the_loopback_address_is_bound(start: Start, tmp_path: Path) -> None:
    ready = start("serve", "--port", "0", "--ready-file", str(tmp_path / "ready")).wait_for(tmp_path / "ready")
    with socket.socket() as other:
        other.settimeout(1)

        assert other.connect_ex(("127.0.0.2", ready["port"])) != 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows another process's limits")
def test_a_crash_would_leave_no_core_file(start: Start, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))  # whatever this process's is, a child has it too
    program = start("serve", "--port", "0", "--no-meaning", "--ready-file", str(tmp_path / "ready"))
    resource.setrlimit(resource.RLIMIT_CORE, before)
    program.wait_for(tmp_path / "ready")

    assert resource.prlimit(program.process.pid, resource.RLIMIT_CORE)[0] == 0


def test_a_port_that_is_taken_is_named_with_the_remedy(run: Run) -> None:
    with bound(0) as taken:
        port = taken.getsockname()[1]
        ran = run("serve", "--port", str(port))

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert str(port) in ran.err and "--port" in ran.err


def test_a_socket_is_free_again_after_it_was_closed() -> None:
    with bound(0) as first:
        port = first.getsockname()[1]
        with pytest.raises(UsageError):
            bound(port)
    bound(port).close()


@pytest.mark.parametrize("port", ["-1", "65536", "http", "18440.5"])
def test_what_is_not_a_port_is_refused(run: Run, port: str) -> None:
    ran = run("serve", "--port", port)

    assert ran.code == 2
    assert "0 to 65535" in ran.err


def test_a_broken_installed_pack_is_left_out_until_it_is_corrected(start: Start, home: Path, tmp_path: Path) -> None:
    file = write_rule(home / "config" / "rules", RULE.replace("severity: high", "severity: huge"))
    program = start("serve", "--port", "0", "--tools", "--ready-file", str(tmp_path / "ready"))
    ready = program.wait_for(tmp_path / "ready")

    assert check_over_http(ready, "un zorglub")["level"] == "clear"

    file.write_text(RULE, "utf-8")
    limit = time.monotonic() + 10
    while check_over_http(ready, "un zorglub")["level"] == "clear":
        assert time.monotonic() < limit
        time.sleep(0.05)
    ended = program.stop(signal.SIGTERM)

    assert f"Left out until it is corrected: {file}:5:" in ended.err
    assert ended.err.count("\n") == 1


def test_a_broken_installed_company_is_left_out(start: Start, home: Path, tmp_path: Path) -> None:
    (home / "machine").mkdir(parents=True)
    (home / "machine" / "company.yml").write_text("own_names: [X]\n", "utf-8")
    program = start("serve", "--port", "0", "--ready-file", str(tmp_path / "ready"))
    program.wait_for(tmp_path / "ready")

    assert "company.yml:1:" in program.stop(signal.SIGTERM).err


def test_what_is_named_on_the_command_line_must_load(run: Run, tmp_path: Path) -> None:
    file = write_rule(tmp_path / "bad", "- id: x\n")
    ran = run("serve", "--port", "0", "--rules", str(tmp_path / "bad"))

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert f"{file}:1:" in ran.err


def test_a_ready_file_that_cannot_be_written_is_named(run: Run, home: Path, tmp_path: Path) -> None:
    ran = run("serve", "--port", "0", "--ready-file", str(tmp_path / "nowhere" / "ready"))

    assert ran.code == 2
    assert "ready cannot be written" in ran.err
    assert not (home / "run" / "endpoint.json").exists()
