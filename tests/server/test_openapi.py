from __future__ import annotations

import json
import re
from typing import Any

import pytest
from asking import PORT, client_of, code_of, send
from flask.testing import FlaskClient
from tests.server.conftest import MakeRule
from werkzeug.test import TestResponse

from porte_parole import __version__, answers, openapi
from porte_parole.analyzer import Analyzer
from porte_parole.company import Company
from porte_parole.errors import RequestError
from porte_parole.tools_api import ToolsConfig

TOKEN = "not-a-secret"
DESCRIPTION = openapi.describe("http://127.0.0.1:1")
CHECK = DESCRIPTION["paths"]["/tools/check"]["post"]
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def ask(client: FlaskClient, path: str, body: bytes = b"", **headers: str) -> TestResponse:
    sent = {"Authorization": f"Bearer {TOKEN}", "Content_Type": "application/json" if body else "", **headers}
    return send(client, body, path, "POST" if body else "GET", **sent)


def assert_fits(value: Any, schema: dict[str, Any]) -> None:
    """Whether a value is what its schema says, as far as our description goes."""
    if "$ref" in schema:
        schema = DESCRIPTION["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "enum" in schema:
        assert value in schema["enum"]
        return
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert any(isinstance(value, TYPES[kind]) for kind in kinds), (value, kinds)
    if "minimum" in schema:
        assert schema["minimum"] <= value <= schema["maximum"]
    if isinstance(value, list):
        assert len(value) <= schema.get("maxItems", len(value))
        for item in value:
            assert_fits(item, schema["items"])
    if isinstance(value, dict) and "properties" in schema:
        assert set(schema["required"]) <= value.keys() <= schema["properties"].keys()
        for name in value:
            assert_fits(value[name], schema["properties"][name])


def schema_of(answer: TestResponse, responses: dict[str, Any]) -> dict[str, Any]:
    return dict(responses[str(answer.status_code)]["content"][answer.content_type]["schema"])


@pytest.fixture
def client(make_rule: MakeRule, company: Company) -> FlaskClient:
    """One that finds a word, and leaves it aside where another one stands."""
    rule = make_rule("phrase", any_of=("zorglub",), unless=("pourtant",), suggestions=("mot",))
    return client_of(Analyzer([rule], company).check, tools=ToolsConfig(TOKEN, None))


class TestServed:
    def test_it_is_for_who_has_the_token(self, client: FlaskClient) -> None:
        answer = ask(client, "/tools/openapi.json")

        assert (answer.status_code, answer.content_type) == (200, "application/json")
        assert json.loads(answer.data) == openapi.describe(f"http://127.0.0.1:{PORT}")

    @pytest.mark.parametrize("shown", ["", "Bearer x"])
    def test_without_the_token_it_is_not_shown(self, client: FlaskClient, shown: str) -> None:
        assert code_of(ask(client, "/tools/openapi.json", Authorization=shown)) == "not_authenticated"

    def test_another_page_is_refused(self, client: FlaskClient) -> None:
        assert code_of(ask(client, "/tools/openapi.json", Origin="https://example.org")) == "forbidden"

    def test_with_tools_off_there_is_none(self) -> None:
        assert code_of(ask(client_of(), "/tools/openapi.json")) == "not_found"


class TestTruth:
    def test_it_says_the_version_and_its_own_form(self) -> None:
        assert (DESCRIPTION["openapi"], DESCRIPTION["info"]["version"]) == ("3.1.0", __version__)

    def test_every_path_of_the_plain_endpoints_is_in_it(self, client: FlaskClient) -> None:
        served = {str(rule) for rule in client.application.url_map.iter_rules() if str(rule).startswith("/tools/")}

        assert served == DESCRIPTION["paths"].keys()

    @pytest.mark.parametrize("explain", [False, True])
    def test_a_report_fits(self, client: FlaskClient, explain: bool) -> None:
        body = json.dumps({"text": "Un zorglub. Pourtant, un zorglub.", "explain": explain}).encode()
        answer = ask(client, "/tools/check", body)
        report = json.loads(answer.data)

        assert report["findings"] and ("suppressed" in report) == explain
        assert bool(report.get("suppressed")) == explain
        assert_fits(report, schema_of(answer, CHECK["responses"]))

    @pytest.mark.parametrize(
        ("status", "body", "headers"),
        [
            (400, b"nonsense", {}),
            (400, b"{}", {"host": "evil.example"}),
            (401, b"{}", {"Authorization": ""}),
            (403, b"{}", {"Origin": "null"}),
            (413, b" " * 65_537, {}),
            (415, b"{}", {"Content_Type": "text/plain"}),
            (422, b"{}", {}),
            (422, json.dumps({"text": "a" * 10_001}).encode(), {}),
        ],
    )
    def test_a_refusal_fits(self, client: FlaskClient, status: int, body: bytes, headers: dict[str, str]) -> None:
        answer = ask(client, "/tools/check", body, **headers)

        assert answer.status_code == status
        assert_fits(json.loads(answer.data), schema_of(answer, CHECK["responses"]))

    def test_every_refusal_of_a_check_is_named(self) -> None:
        named = re.findall(r"\w+", " ".join(answer["description"] for answer in CHECK["responses"].values()))
        ours = {kind.code for kind in RequestError.__subclasses__()} | {
            answers.REFUSALS[status][0] for status in (413, 415, 500)
        }

        assert ours <= set(named)

    @pytest.mark.parametrize(
        "name", sorted(CHECK["requestBody"]["content"]["application/json"]["schema"]["properties"])
    )
    def test_every_key_of_a_request_is_one_that_is_read(self, client: FlaskClient, name: str) -> None:
        schema = CHECK["requestBody"]["content"]["application/json"]["schema"]["properties"][name]
        right = schema.get("enum") or [True if schema["type"] == "boolean" else "a" * schema["maxLength"]]
        wrong = [5, "a" * 10_001]

        def status(value: object) -> int:
            return ask(client, "/tools/check", json.dumps({"text": "", name: value}).encode()).status_code

        assert [status(value) for value in right] == [200] * len(right)
        assert [status(value) for value in wrong] == [422] * len(wrong)
