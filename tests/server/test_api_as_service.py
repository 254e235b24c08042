"""The app as a shared service: its Host, its envelopes, and nothing of a paired server."""

from __future__ import annotations

import json

import pytest
from asking import CALLER, CHROME, PAIRING, answer_clear, client_of, code_of, cors_of, send
from flask.testing import FlaskClient
from pp2_caller import SharedCaller, fresh_key, point_of

from porte_parole.model import Post
from porte_parole.settings import ServiceOrigin
from porte_parole.shared_channel import Service

KEY = fresh_key()
HOST = "porte-parole.example"
SHARED = SharedCaller(point_of(KEY), 443)
TYPE = "application/pp2+json"


def service_client(check: object = answer_clear, port: int = 443) -> FlaskClient:
    return client_of(check, pairing=pytest.fail, service=Service(ServiceOrigin(HOST, port), KEY))  # type: ignore[arg-type]


class TestRequests:
    def test_a_sealed_post_gets_a_sealed_report(self) -> None:
        posts: list[Post] = []
        request = SHARED.seal({"text": "écrit à 👩‍👧"}, "/v1/check")
        answer = send(
            service_client(lambda post: posts.append(post) or answer_clear(post)),
            request,
            host=HOST,
            Content_Type=TYPE,
            Origin=CHROME,
        )

        assert (answer.status_code, answer.content_type) == (200, TYPE)
        assert SHARED.open(answer.data, request, "/v1/check")["level"] == "clear"
        assert posts == [Post("écrit à 👩‍👧")]
        assert cors_of(answer) == {"Access-Control-Allow-Origin": CHROME}

    def test_a_ping_is_answered_too(self) -> None:
        request = SHARED.seal({}, "/v1/ping")
        answer = send(service_client(), request, "/v1/ping", host=HOST, Content_Type=TYPE)

        assert SHARED.open(answer.data, request, "/v1/ping")["max_text_utf16"] == 10_000

    def test_it_answers_the_same_request_again(self) -> None:
        client, request = service_client(), SHARED.seal({"text": ""}, "/v1/check")

        assert [send(client, request, host=HOST, Content_Type=TYPE).status_code for _ in range(3)] == [200] * 3

    @pytest.mark.parametrize("origin", ["https://www.linkedin.com", f"https://{HOST}", "null"])
    def test_no_page_may_ask(self, origin: str) -> None:
        request = SHARED.seal({"text": ""}, "/v1/check")
        answer = send(service_client(pytest.fail), request, host=HOST, Content_Type=TYPE, Origin=origin)

        assert code_of(answer) == "forbidden"
        assert cors_of(answer) == {}

    def test_a_request_for_another_service_is_not_authenticated(self) -> None:
        stranger = SharedCaller(point_of(fresh_key()), 443).seal({"text": ""}, "/v1/check")
        answer = send(service_client(pytest.fail), stranger, host=HOST, Content_Type=TYPE)

        assert (answer.status_code, code_of(answer)) == (401, "not_authenticated")

    def test_a_key_that_is_no_point_is_a_bad_request(self) -> None:
        request = {**SHARED.envelope(b"{}", "/v1/check"), "e": "BA" + "A" * 85}
        answer = send(service_client(pytest.fail), json.dumps(request).encode(), host=HOST, Content_Type=TYPE)

        assert (answer.status_code, code_of(answer)) == (400, "bad_request")


class TestTheTwoKindsOfServer:
    def test_a_service_reads_no_request_of_a_paired_browser(self) -> None:
        for content_type, refused in (("application/pp1+json", 415), (TYPE, 400)):
            answer = send(service_client(pytest.fail), host=HOST, Content_Type=content_type)
            assert answer.status_code == refused

    def test_a_paired_server_reads_no_request_for_a_service(self) -> None:
        request = SHARED.seal({"text": ""}, "/v1/check")
        for content_type, refused in ((TYPE, 415), ("application/pp1+json", 400)):
            answer = send(client_of(pytest.fail), request, Content_Type=content_type)
            assert answer.status_code == refused

    def test_a_paired_server_knows_no_service_name(self) -> None:
        assert send(client_of(pytest.fail), host=HOST).status_code == 400

    def test_the_key_of_a_pairing_opens_nothing_in_a_service(self) -> None:
        assert PAIRING.kid.encode() in CALLER.seal({}, "/v1/ping")
        assert send(service_client(), CALLER.seal({}, "/v1/ping"), "/v1/ping", Content_Type=TYPE).status_code == 400


class TestHost:
    def test_only_its_address_and_its_own_port_are_served(self) -> None:
        request = SHARED.seal({"text": ""}, "/v1/check")

        def status(host: str, client: FlaskClient) -> int:
            return send(client, request, host=host, Content_Type=TYPE).status_code

        plain = service_client()
        assert [status(host, plain) for host in (HOST, "127.0.0.1:18440")] == [200, 200]
        refused = [
            f"{HOST}:443",
            f"{HOST}:18440",
            f"{HOST}.",
            f"a.{HOST}",
            HOST.upper(),
            "127.0.0.1",
            "localhost:18440",
        ]
        assert [status(host, plain) for host in refused] == [400] * len(refused)

    def test_a_port_of_its_own_belongs_to_the_address(self) -> None:
        client = service_client(port=8443)
        request = SharedCaller(point_of(KEY), 8443).seal({"text": ""}, "/v1/check")

        assert send(client, request, host=f"{HOST}:8443", Content_Type=TYPE).status_code == 200
        assert send(client, request, host=HOST, Content_Type=TYPE).status_code == 400
