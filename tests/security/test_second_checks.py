"""Each of two checks that guard the same thing, with the other one taken away: neither may lean on its neighbour."""

from __future__ import annotations

import pytest
from asking import CHROME, PORT, client_of, cors_of, send
from flask import Flask, Response, request

from porte_parole.gate import Gate

PAGE = "https://evil.example"


def app_behind_the_gate(**careless: object) -> Flask:
    """An app with one route that reads a form, and whatever else its settings would allow."""
    app = Flask(__name__)
    app.config.update(careless)
    Gate(PORT, frozenset([CHROME.removeprefix("chrome-extension://")])).install(app)
    app.add_url_rule("/v1/form", "form", lambda: Response(str(len(request.form))), methods=["POST"])
    return app


def ask(app: Flask, data: dict[str, str] | None = None, **headers: str) -> Response:
    sent = {"Host": f"127.0.0.1:{PORT}", **headers}
    return app.test_client().post("/v1/form", headers=sent, data=data or {}, content_type="multipart/form-data")


def test_flask_itself_refuses_another_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, "_check_host", lambda _self: None)

    assert send(client_of(), host=f"127.0.0.1:{PORT}").status_code == 200
    assert send(client_of(), host="evil.example").status_code == 400


@pytest.mark.parametrize("origin", [PAGE, "null", None])
def test_flask_cors_itself_tells_strangers_nothing(origin: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, "_trim_cors", lambda _self, answer: answer)

    assert cors_of(ask(app_behind_the_gate(), **({"Origin": origin} if origin else {}))) == {}


def test_what_tells_strangers_anyway_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(app: Flask, **_settings: object) -> None:
        app.after_request(lambda answer: answer.headers.update({"Access-Control-Allow-Origin": "*"}) or answer)

    monkeypatch.setattr("porte_parole.gate.CORS", lambda app, **_: None)
    app = app_behind_the_gate()
    # Called in reverse order: this one speaks before the gate does.
    careless(app)

    assert cors_of(ask(app, Origin=PAGE)) == {}
    assert cors_of(ask(app)) == {}
    assert cors_of(ask(app, Origin=CHROME)) == {"Access-Control-Allow-Origin": "*"}


def test_no_setting_from_elsewhere_lets_cookies_in_or_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, "_trim_cors", lambda _self, answer: answer)
    app = app_behind_the_gate(CORS_SUPPORTS_CREDENTIALS=True, CORS_SEND_WILDCARD=True)

    assert cors_of(ask(app, Origin=CHROME)) == {"Access-Control-Allow-Origin": CHROME}


def test_a_form_of_two_parts_or_of_much_text_is_never_taken_apart() -> None:
    app = app_behind_the_gate()

    assert ask(app, {"a": "b"}).data == b"1"
    assert ask(app, {"a": "b", "c": "d"}).status_code == 413
    assert ask(app, {"a": "b" * 2_000}).status_code == 413
