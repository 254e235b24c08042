from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import NoReturn

import pytest
from asking import CALLER, CLEAR, PORT, client_of, code_of, send
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porte_parole import answers
from porte_parole.api import create_app
from porte_parole.errors import BadRequest, RequestError
from porte_parole.model import Post, Report

CANARY = "canari-jaune-4711"


def raise_(error: Exception) -> NoReturn:
    raise error


class TestPrivacy:
    @pytest.mark.parametrize("debug", ["0", "1"])
    @pytest.mark.parametrize(
        "fail",
        [
            lambda text: int(text),
            lambda text: float(text),
            lambda text: {}[text],
            lambda text: text.encode("ascii"),
            lambda text: json.loads(text),
            lambda text: raise_(AssertionError(text)),
            lambda text: raise_(RequestError(text)),
            lambda text: raise_(MemoryError(text)),
        ],
        ids=["int", "float", "key", "encode", "json", "assert", "ours", "memory"],
    )
    def test_the_text_is_in_no_log_and_no_error(
        self,
        fail: Callable[[str], object],
        debug: str,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setenv("FLASK_DEBUG", debug)
        caplog.set_level(logging.DEBUG)

        def check(post: Post) -> Report:
            fail(post.text)
            return CLEAR

        answer = send(client_of(check), CALLER.seal({"text": f"{CANARY} é"}, "/v1/check"))

        assert (answer.status_code, code_of(answer)) == (500, "internal")
        printed = capfd.readouterr()
        for place in (answer.data.decode(), str(answer.headers), caplog.text, printed.out, printed.err):
            assert CANARY not in place

    def test_the_text_is_in_no_log_when_the_error_handler_fails_too(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        client = client_of(lambda post: raise_(BadRequest(post.text)))
        monkeypatch.setattr(answers, "STATUS", {})

        answer = send(client, CALLER.seal({"text": CANARY}, "/v1/check"))

        assert (answer.status_code, code_of(answer)) == (500, "internal")
        assert caplog.text.endswith("KeyError while answering\n")
        assert CANARY not in caplog.text

    def test_debug_mode_stays_off_whatever_the_environment_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FLASK_DEBUG", "1")

        assert create_app(pytest.fail, lambda: None, PORT, frozenset()).debug is False

    @given(st.binary(max_size=60) | st.text(max_size=40).map(lambda text: json.dumps({"text": text}).encode()))
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_no_body_whatever_makes_the_server_fail(self, body: bytes) -> None:
        assert send(client_of(pytest.fail), body).status_code in {400, 401}
