from __future__ import annotations

import json
from pathlib import Path

import pytest
from asking import CLEAR, FIREFOX, PORT, client_of, code_of, cors_of, send
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from porte_parole.model import Post
from porte_parole.tools_api import ToolsConfig

TOKEN = "not-a-secret"
OWN = f"http://127.0.0.1:{PORT}"


def tools_client(page_folder: Path | None = None, check: object = lambda _post: CLEAR) -> FlaskClient:
    return client_of(check, tools=ToolsConfig(TOKEN, page_folder))  # type: ignore[arg-type]


def ask(client: FlaskClient, body: bytes = b'{"text": "bonjour"}', **headers: str) -> TestResponse:
    sent = {"Authorization": f"Bearer {TOKEN}", "Content_Type": "application/json", **headers}
    return send(client, body, "/tools/check", **sent)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A built extension's folder, as far as the practice page goes."""
    files = {
        "practice.html": "<!doctype html>",
        "chunks/practice-1.js": "start()",
        "assets/practice-1.css": "p{}",
        "assets/deep/icon.svg": "<svg/>",
        "background.js": "secret",
        "options.html": "<!doctype html>",
        "manifest.json": "{}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


class TestCheck:
    def test_a_plain_request_gets_a_plain_report(self) -> None:
        posts: list[Post] = []
        client = tools_client(check=lambda post: posts.append(post) or CLEAR)

        answer = ask(client, json.dumps({"text": "é😀", "explain": True}).encode(), Origin=OWN)

        assert answer.status_code == 200
        assert answer.content_type == "application/json"
        assert list(json.loads(answer.data)) == ["score", "level", "language", "tiers", "findings", "suppressed"]
        assert posts == [Post("é😀", explain=True)]
        assert cors_of(answer) == {}

    @pytest.mark.parametrize(
        "shown", ["", "Bearer", "Bearer ", f"Bearer {TOKEN}x", f"Basic {TOKEN}", TOKEN, "Bearer é"]
    )
    def test_without_the_token_nothing_is_read(self, shown: str) -> None:
        answer = ask(tools_client(check=pytest.fail), b"not json", Authorization=shown, Content_Type="text/plain")

        assert (answer.status_code, code_of(answer)) == (401, "not_authenticated")

    @pytest.mark.parametrize("origin", ["https://example.org", "null", FIREFOX, f"http://localhost:{PORT}", OWN + "/"])
    def test_another_page_is_refused(self, origin: str) -> None:
        answer = ask(tools_client(check=pytest.fail), Origin=origin)

        assert (answer.status_code, code_of(answer)) == (403, "forbidden")
        assert cors_of(answer) == {}

    def test_no_page_may_ask_whether_it_may(self) -> None:
        answer = send(tools_client(), b"", "/tools/check", "OPTIONS", Origin=OWN)

        assert (answer.status_code, code_of(answer)) == (405, "method_not_allowed")

    def test_each_refusal_has_its_code(self) -> None:
        client = tools_client(check=pytest.fail)

        assert code_of(ask(client, b'{"text": "a", "text": "b"}')) == "bad_request"
        assert code_of(ask(client, b'{"text": 1}')) == "invalid_post"
        assert code_of(ask(client, json.dumps({"text": "a" * 10_001}).encode())) == "text_too_long"
        assert code_of(ask(client, b" " * 65_537)) == "too_large"
        assert code_of(ask(client, Content_Type="text/plain")) == "unsupported_media_type"
        assert code_of(ask(client, Content_Encoding="gzip")) == "unsupported_media_type"
        assert code_of(ask(client, host="evil.example")) == "bad_request"
        assert code_of(send(client, b"", "/tools/check", "GET")) == "method_not_allowed"

    def test_the_longest_text_fits_however_it_is_escaped(self) -> None:
        assert ask(tools_client(), json.dumps({"text": "é" * 10_000}).encode()).status_code == 200

    def test_the_token_opens_no_sealed_door(self) -> None:
        answer = send(tools_client(), b'{"text": "a"}', Authorization=f"Bearer {TOKEN}")

        assert code_of(answer) == "bad_request"

    def test_the_token_is_never_shown(self) -> None:
        assert TOKEN not in repr(ToolsConfig(TOKEN, None))

    def test_the_sealed_routes_stay_as_they_are(self, built: Path) -> None:
        client = tools_client(built)

        assert send(client).status_code == 200
        assert send(client, b"", method="GET").status_code == 405
        assert send(client, b"", "/nowhere").status_code == 404


class TestPage:
    @pytest.mark.parametrize(
        ("path", "content_type"),
        [
            ("/practice.html", "text/html; charset=utf-8"),
            ("/chunks/practice-1.js", "text/javascript; charset=utf-8"),
            ("/assets/practice-1.css", "text/css; charset=utf-8"),
            ("/assets/deep/icon.svg", "image/svg+xml"),
        ],
    )
    def test_the_page_and_its_parts_are_served(self, built: Path, path: str, content_type: str) -> None:
        answer = send(tools_client(built), b"", path, "GET", Content_Type="")

        assert (answer.status_code, answer.data) == (200, (built / path[1:]).read_bytes())
        assert answer.content_type == content_type
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"

    @pytest.mark.parametrize(
        "path",
        [
            "/",
            "/background.js",
            "/options.html",
            "/manifest.json",
            "/chunks/",
            "/chunks/none.js",
            "/chunks/../manifest.json",
        ],
    )
    def test_nothing_else_of_the_extension_is_served(self, built: Path, path: str) -> None:
        assert code_of(send(tools_client(built), b"", path, "GET")) == "not_found"

    def test_a_file_that_comes_later_is_not_served(self, built: Path) -> None:
        client = tools_client(built)
        (built / "chunks" / "later.js").write_text("x", "utf-8")

        assert send(client, b"", "/chunks/later.js", "GET").status_code == 404

    def test_another_page_cannot_read_it(self, built: Path) -> None:
        assert (
            code_of(send(tools_client(built), b"", "/practice.html", "GET", Origin="https://example.org"))
            == "forbidden"
        )

    def test_without_a_built_extension_there_is_no_page(self, tmp_path: Path) -> None:
        for folder in (None, tmp_path):
            assert send(tools_client(folder), b"", "/practice.html", "GET").status_code == 404


def test_with_tools_off_none_of_it_exists() -> None:
    client = client_of(pytest.fail)

    assert code_of(ask(client)) == "not_found"
    assert code_of(send(client, b"", "/practice.html", "GET")) == "not_found"
