from __future__ import annotations

import pytest
from asking import (
    CHROME,
    CHROME_ID,
    FIREFOX,
    PAIRING,
    PORT,
    answer_clear,
    assert_safe,
    client_of,
    code_of,
    cors_of,
    send,
)
from pp1_caller import Caller

from porte_parole.api import create_app


class TestHost:
    def test_only_the_exact_address_and_port_are_served(self) -> None:
        hosts = ["evil.example", "localhost", "LOCALHOST", "127.0.0.1.", "[::1]", "127.1", "2130706433"]
        bad = [f"{host}:{PORT}" for host in (*hosts, "0x7f.1", "127.0.0.1@evil.example", "127.0.0.1, evil.example")]
        for host in [*bad, "127.0.0.1", "127.0.0.1:9999", "127.0.0.1:018440", f"127.0.0.1:{PORT}:{PORT}", " "]:
            answer = send(client_of(pytest.fail), host=host)
            assert (answer.status_code, code_of(answer)) == (400, "bad_request"), host
            assert cors_of(answer) == {}

    def test_the_host_is_looked_at_before_the_route(self) -> None:
        assert send(client_of(), host=f"evil.example:{PORT}", path="/nowhere", body=b"").status_code == 400

    def test_the_port_that_browsers_leave_out_is_not_waited_for(self) -> None:
        client = create_app(answer_clear, lambda: PAIRING, 80, frozenset()).test_client()
        request = Caller(PAIRING.key, PAIRING.kid, 80).seal({"text": ""}, "/v1/check")

        assert send(client, request, host="127.0.0.1").status_code == 200
        assert send(client, request, host="127.0.0.1:80").status_code == 400

    def test_a_rebinding_page_is_refused(self) -> None:
        host = f"r.evil.example:{PORT}"
        assert send(client_of(pytest.fail), host=host, Origin=f"http://{host}").status_code == 400

    def test_forwarding_headers_are_ignored(self) -> None:
        answer = send(client_of(), X_Forwarded_Host="evil.example", Forwarded="host=evil.example")
        assert answer.status_code == 200


class TestOrigin:
    @pytest.mark.parametrize(
        "origin",
        [
            "https://www.linkedin.com",
            "null",
            f"http://127.0.0.1:{PORT}",
            CHROME + ".evil.example",
            CHROME[:-1] + "a",
            CHROME.upper(),
            "chrome-extension://" + CHROME_ID.upper(),
            CHROME + "/",
            f"{CHROME}, {CHROME}",
            FIREFOX + ".evil",
            FIREFOX.replace("-", "")[:3] + FIREFOX[3:].replace("-", ""),
            "moz-extension://0123456789abcdef0123456789abcdef",
            "moz-extension://",
            FIREFOX.upper(),
            "chrome-extension://",
            " ",
        ],
    )
    def test_a_stranger_is_refused_and_told_nothing(self, origin: str) -> None:
        for method in ("POST", "OPTIONS"):
            asks = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Private_Network": "true"}
            answer = send(client_of(pytest.fail), method=method, Origin=origin, **asks)
            assert (answer.status_code, code_of(answer)) == (403, "forbidden")
            assert cors_of(answer) == {}

    @pytest.mark.parametrize("origin", [CHROME, FIREFOX])
    def test_our_extension_is_let_in_by_name(self, origin: str) -> None:
        answer = send(client_of(), Origin=origin)

        assert answer.status_code == 200
        assert cors_of(answer) == {"Access-Control-Allow-Origin": origin}
        assert answer.headers["Vary"] == "Origin"

    def test_an_absent_origin_is_let_in_and_told_nothing(self) -> None:
        answer = send(client_of())

        assert answer.status_code == 200
        assert cors_of(answer) == {}

    @pytest.mark.parametrize("path", ["/v1/check", "/v1/ping"])
    def test_a_preflight_of_ours_allows_post_with_a_content_type(self, path: str) -> None:
        asks = {
            "Access_Control_Request_Method": "POST",
            "Access_Control_Request_Headers": "authorization,content-type",
            "Access_Control_Request_Private_Network": "true",
        }

        answer = send(client_of(pytest.fail), method="OPTIONS", path=path, body=b"", Origin=CHROME, **asks)

        assert (answer.status_code, answer.data) == (204, b"")
        assert cors_of(answer) == {
            "Access-Control-Allow-Origin": CHROME,
            "Access-Control-Allow-Methods": "POST",
            "Access-Control-Allow-Headers": "content-type",
            "Access-Control-Max-Age": "600",
        }
        assert_safe(answer)

    def test_a_preflight_from_nobody_is_refused(self) -> None:
        assert code_of(send(client_of(), method="OPTIONS", body=b"")) == "forbidden"

    def test_without_a_chrome_id_no_chrome_extension_is_let_in(self) -> None:
        client = create_app(answer_clear, lambda: PAIRING, PORT, frozenset()).test_client()

        assert send(client, Origin=CHROME).status_code == 403
        assert send(client, Origin=FIREFOX).status_code == 200
        assert send(client, method="OPTIONS", body=b"").status_code == 403

    def test_a_pattern_given_as_an_id_is_only_letters(self) -> None:
        client = create_app(answer_clear, lambda: PAIRING, PORT, frozenset([".*"])).test_client()

        assert send(client, Origin=CHROME).status_code == 403
