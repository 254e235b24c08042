"""Cases A, J and L about what can be configured: nothing that would open the server wider than it was built."""

from __future__ import annotations

import ast
import dataclasses
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from asking import answer_clear
from tests.security.homes import environment
from tests.security.raw_http import ask, connected, request
from tests.security.refusals import assert_refused
from tests.security.running import Server

from porte_parole.analyzer import Analyzer
from porte_parole.api import create_app
from porte_parole.errors import UsageError
from porte_parole.model import Post
from porte_parole.settings import PACKAGE, service_origin_from

APPROVED = Path(__file__).with_name("approved_manifests.json")
LISTENING = "0A"
LOOPBACK = "0100007F"  # as Linux writes 127.0.0.1


def refused_start(folder: Path, *arguments: str, **variables: str) -> str:
    """The one sentence with which a start is refused."""
    ended = subprocess.run(
        [sys.executable, "-m", "porte_parole", "serve", "--port", "0", *arguments],
        env=environment(folder, **variables),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1), ended
    return ended.stderr


@pytest.mark.parametrize(
    "origin", ["", "*", "https://", "https://*", "https://*.example", "http://a.example"], ids="A-12 {!r}".format
)
def test_no_setting_trusts_every_host(origin: str) -> None:
    with pytest.raises(UsageError):
        service_origin_from(origin)


def test_a_12_the_trusted_names_are_never_none() -> None:
    app = create_app(answer_clear, lambda: None, 18440, frozenset())

    assert app.config["TRUSTED_HOSTS"] == ["127.0.0.1"]


@pytest.mark.parametrize("browser", ["chrome", "firefox"], ids="I-18 {}".format)
def test_private_windows_are_left_out(browser: str) -> None:
    approved = json.loads(APPROVED.read_text("utf-8"))  # what the builds must be: case L-09

    assert approved[browser]["incognito"] == "not_allowed"


def test_j_10_a_request_has_the_agreed_keys_and_no_other(server: Server) -> None:
    agreed = {"text", "site", "audience", "account", "ui_language", "explain"}

    assert {field.name for field in dataclasses.fields(Post)} == agreed
    for key in ("lang", "time", "duration", "user", "url", "typed_ms"):
        body = server.caller.seal({"text": "a", key: "x"}, "/v1/check")
        assert_refused(server.send(body), 422)


def test_l_01_no_flag_and_no_call_makes_it_a_development_server(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FLASK_DEBUG", "FLASK_TESTING", "TESTING", "DEBUG"):
        monkeypatch.setenv(name, "1")
    app = create_app(answer_clear, lambda: None, 18440, frozenset())
    calls = [node for path in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]

    assert not app.debug and not app.testing and not app.config["PROPAGATE_EXCEPTIONS"]
    for call in (node for node in calls if isinstance(node, ast.Call)):
        assert not (isinstance(call.func, ast.Attribute) and ast.unparse(call.func) in ("app.run", "flask.run"))
        assert not any(word.arg == "debug" and ast.unparse(word.value) == "True" for word in call.keywords)


def test_l_02_nothing_but_loopback_is_listened_on(server: Server, tmp_path: Path) -> None:
    rows = [line.split() for line in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]]
    rows += [line.split() for line in Path("/proc/net/tcp6").read_text("ascii").splitlines()[1:]]
    ours = [row[1] for row in rows if row[3] == LISTENING and row[1].endswith(f":{server.port:04X}")]

    assert ours == [f"{LOOPBACK}:{server.port:04X}"]
    with pytest.raises(ConnectionRefusedError), connected(server.port, "127.0.0.2"):
        pass
    assert "--host" in refused_start(tmp_path, "--host", "0.0.0.0")  # noqa: S104 - what must be refused


@pytest.mark.parametrize(
    "ids", ["*", "[a-p]{32}", "abcdefghijklmnopabcdefghijklmno?", "chrome-extension://abc"], ids="L-03 {}".format
)
def test_a_pattern_among_the_extensions_is_refused(ids: str, tmp_path: Path) -> None:
    assert "extension_ids" in refused_start(tmp_path, PORTE_PAROLE_EXTENSION_IDS=ids)


def test_l_05_long_runs_of_marks_are_cut_before_python_sees_them() -> None:
    began = time.perf_counter()
    Analyzer([]).check(Post("a" + "\u0301\u0316" * 20_000))

    assert time.perf_counter() - began < 1  # the defect of older Pythons: 2.8 s, and four times that for twice as many


def test_l_04_without_tools_there_is_no_plain_endpoint(server: Server) -> None:
    for path in ("/tools/check", "/tools/openapi.json", "/practice.html", "/v2/check", "/t/x/v2/check"):
        assert_refused(ask(server.port, request(server.port, b'{"text":"a"}', target=path)), 404)
