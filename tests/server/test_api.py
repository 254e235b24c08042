from __future__ import annotations

import json
import socket
import time
from contextlib import suppress
from threading import Event, Thread

import pytest
from asking import CALLER, CLEAR, PAIRING, PORT, answer_clear, assert_safe, client_of, code_of, post, send, served
from pp1_caller import Caller

from porte_parole import api
from porte_parole.api import WAITRESS_SETTINGS, create_app
from porte_parole.errors import RequestError
from porte_parole.gate import SEALED_TYPE
from porte_parole.model import Post, Report
from porte_parole.pairing import Pairing


class TestSealedRequests:
    def test_a_sealed_post_gets_a_sealed_report(self) -> None:
        posts: list[Post] = []
        request = CALLER.seal({"text": "écrit à 👩‍👧", "audience": "public"}, "/v1/check")

        answer = send(client_of(lambda post: posts.append(post) or CLEAR), request)

        assert (answer.status_code, answer.content_type) == (200, SEALED_TYPE)
        assert CALLER.open(answer.data, request, "/v1/check") == {
            "score": 0,
            "level": "clear",
            "language": "fr",
            "tiers": ["rules"],
            "findings": [],
        }
        assert posts == [Post("écrit à 👩‍👧", audience="public")]
        assert_safe(answer)

    def test_a_ping_says_the_version_and_the_longest_text(self) -> None:
        request = CALLER.seal({}, "/v1/ping")

        answer = send(client_of(), request, "/v1/ping")

        assert CALLER.open(answer.data, request, "/v1/ping") == {"version": "0.1.0", "max_text_utf16": 10_000}

    def test_a_lone_surrogate_passes_through_the_seal(self) -> None:
        answer = send(client_of(), CALLER.seal({"text": "a\ud800b"}, "/v1/check"))

        assert answer.status_code == 200

    def test_an_answer_to_a_ping_is_none_to_a_check(self) -> None:
        assert code_of(send(client_of(), CALLER.seal({}, "/v1/ping"), "/v1/check")) == "not_authenticated"

    def test_a_new_pairing_is_in_force_for_the_next_request(self) -> None:
        pairings = [Pairing(bytes(32)), PAIRING]
        client = client_of(pairing=lambda: pairings[0])

        assert send(client).status_code == 401
        del pairings[0]
        assert send(client).status_code == 200

    def test_a_pairing_that_is_gone_opens_nothing(self) -> None:
        pairings: list[Pairing | None] = [PAIRING, None]
        client = client_of(pairing=lambda: pairings[0])

        assert send(client).status_code == 200
        del pairings[0]
        assert send(client).status_code == 401

    def test_a_replay_is_refused_while_the_pairing_stays(self) -> None:
        client, request = client_of(), CALLER.seal({"text": ""}, "/v1/check")

        assert [send(client, request).status_code for _ in range(3)] == [200, 401, 401]


class TestClock:
    @pytest.mark.parametrize("minutes", [-120, -2, 2, 120])
    @pytest.mark.parametrize("path", ["/v1/check", "/v1/ping"])
    def test_who_holds_the_key_is_told_our_time_under_seal(self, path: str, minutes: int) -> None:
        ours = time.time_ns() // 1_000_000
        envelope = CALLER.envelope(b'{"text":""}', path, ours + minutes * 60_000)
        request = json.dumps(envelope).encode()
        answer = send(client_of(pytest.fail), request, path)

        assert (answer.status_code, answer.content_type) == (401, SEALED_TYPE)
        told = CALLER.open(answer.data, request, path)
        assert sorted(told) == ["error", "now_ms"]
        assert told["error"]["code"] == "not_authenticated"
        assert 0 <= told["now_ms"] - ours < 10_000
        assert_safe(answer)

    def test_who_does_not_hold_it_is_told_nothing(self) -> None:
        late = json.dumps(Caller(bytes(32), PAIRING.kid, PORT).envelope(b"{}", "/v1/check", 0)).encode()
        now = Caller(bytes(32), PAIRING.kid, PORT).seal({}, "/v1/check")
        answers = [send(client_of(pytest.fail), request) for request in (late, now)]

        assert [(answer.status_code, code_of(answer)) for answer in answers] == [(401, "not_authenticated")] * 2
        assert answers[0].data == answers[1].data

    def test_a_second_try_with_the_time_that_was_told_is_answered(self) -> None:
        client = client_of()
        early = json.dumps(CALLER.envelope(b'{"text":""}', "/v1/check", 0)).encode()
        told = CALLER.open(send(client, early).data, early, "/v1/check")

        again = json.dumps(CALLER.envelope(b'{"text":""}', "/v1/check", told["now_ms"])).encode()
        assert send(client, again).status_code == 200

    def test_nobody_can_ask_for_the_time_again_with_the_same_request(self) -> None:
        client, late = client_of(), json.dumps(CALLER.envelope(b"{}", "/v1/check", 0)).encode()

        assert [send(client, late).content_type for _ in range(3)] == [SEALED_TYPE, *["application/json"] * 2]


class TestErrorCodes:
    def test_bad_request(self) -> None:
        for body in (
            b"",
            b'{"text": "bonjour"}',
            b"[" * 30_000,
            CALLER.seal({}, "/v1/check").decode().encode("utf-16"),
        ):
            answer = send(client_of(pytest.fail), body)
            assert (answer.status_code, code_of(answer)) == (400, "bad_request")

    def test_bad_request_inside_the_seal(self) -> None:
        for payload in (b"[" * 30_000, b'{"text":"a","text":"b"}', b'{"text":NaN}', b"\xff"):
            envelope = json.dumps(CALLER.envelope(payload, "/v1/check")).encode()
            answer = send(client_of(pytest.fail), envelope)
            assert (answer.status_code, code_of(answer)) == (400, "bad_request")

    def test_not_authenticated(self) -> None:
        stranger = Caller(bytes(32), PAIRING.kid, PORT).seal({"text": ""}, "/v1/check")
        answer = send(client_of(pytest.fail), stranger)
        assert (answer.status_code, code_of(answer)) == (401, "not_authenticated")

    def test_an_unpaired_server_answers_as_to_a_stranger(self) -> None:
        stranger = Caller(bytes(32), PAIRING.kid, PORT).seal({"text": ""}, "/v1/check")
        paired, unpaired = send(client_of(), stranger), send(client_of(pairing=lambda: None), stranger)
        assert (unpaired.status_code, unpaired.data) == (paired.status_code, paired.data)
        assert send(client_of(pairing=lambda: None)).status_code == 401

    def test_forbidden(self) -> None:
        answer = send(client_of(pytest.fail), Origin="https://www.linkedin.com")
        assert (answer.status_code, code_of(answer)) == (403, "forbidden")

    def test_not_found(self) -> None:
        for path in ("/", "/v1", "/v1/check/", "/V1/CHECK", "/static/x", "/tools/check", "/practice.html"):
            answer = send(client_of(pytest.fail), path=path, body=b"")
            assert (answer.status_code, code_of(answer)) == (404, "not_found"), path

    def test_every_path_that_is_not_served_gets_the_same_answer(self) -> None:
        paths = ("/", "/v1", "/v1/check/", "/v1/secret", "/tools/check", "/practice.html", "/%00", "/" + "a" * 2_000)
        for origin in ("", "https://www.linkedin.com"):
            answers = [send(client_of(), path=path, method="GET", body=b"", Origin=origin) for path in paths]
            assert {(answer.status_code, answer.data, str(answer.headers)) for answer in answers} == {
                (404, answers[0].data, str(answers[0].headers))
            }

    def test_method_not_allowed(self) -> None:
        for method in ("GET", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "FOO"):
            answer = send(client_of(pytest.fail), method=method, body=b"")
            assert (answer.status_code, code_of(answer)) == (405, "method_not_allowed")
            assert sorted(answer.headers["Allow"].split(", ")) == ["OPTIONS", "POST"]
        assert send(client_of(pytest.fail), method="HEAD", body=b"").status_code == 405

    def test_too_large(self) -> None:
        answer = send(client_of(pytest.fail), b" " * 65_537)
        assert (answer.status_code, code_of(answer)) == (413, "too_large")
        assert send(client_of(pytest.fail), b" " * 65_536).status_code == 400

    def test_unsupported_media_type(self) -> None:
        for content_type in (
            "",
            "text/plain",
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/pp1+json; charset=utf-8",
            "application/pp1+jsonx",
        ):
            answer = send(client_of(pytest.fail), Content_Type=content_type)
            assert (answer.status_code, code_of(answer)) == (415, "unsupported_media_type")

    def test_an_encoded_body_is_never_decoded(self) -> None:
        answer = send(client_of(pytest.fail), Content_Encoding="gzip")
        assert (answer.status_code, code_of(answer)) == (415, "unsupported_media_type")

    def test_invalid_post(self) -> None:
        for payload in ({"text": None}, {"text": "a", "lang": "fr"}, [], {}):
            answer = send(client_of(pytest.fail), CALLER.seal(payload, "/v1/check"))
            assert (answer.status_code, code_of(answer)) == (422, "invalid_post")

    def test_a_ping_that_carries_something_is_invalid(self) -> None:
        answer = send(client_of(), CALLER.seal({"text": "a"}, "/v1/ping"), "/v1/ping")
        assert (answer.status_code, code_of(answer)) == (422, "invalid_post")

    def test_text_too_long(self) -> None:
        answer = send(client_of(pytest.fail), CALLER.seal({"text": "a" * 10_001}, "/v1/check"))
        assert (answer.status_code, code_of(answer)) == (422, "text_too_long")

    def test_busy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(api, "CHECK_SLOTS", 1)
        monkeypatch.setattr(api, "SLOT_TIMEOUT_S", 0.01)
        started, finish = Event(), Event()

        def slow(_post: Post) -> Report:
            started.set()
            assert finish.wait(10)
            return CLEAR

        client = client_of(slow)
        first: list[int] = []
        thread = Thread(target=lambda: first.append(send(client).status_code))
        thread.start()
        assert started.wait(10)
        answer = send(client)
        finish.set()
        thread.join()

        assert (answer.status_code, code_of(answer)) == (503, "busy")
        assert answer.headers["Retry-After"] == "1"
        assert first == [200]
        assert send(client).status_code == 200

    def test_internal(self, caplog: pytest.LogCaptureFixture) -> None:
        answer = send(client_of(lambda _post: [][1]))
        assert (answer.status_code, code_of(answer)) == (500, "internal")
        assert [record.getMessage() for record in caplog.records] == ["IndexError while answering"]

    def test_a_slot_is_free_again_after_a_failure(self) -> None:
        client = client_of(lambda _post: [][1])
        assert [send(client).status_code for _ in range(api.CHECK_SLOTS + 1)] == [500] * (api.CHECK_SLOTS + 1)

    def test_every_refusal_in_the_tree_has_a_status(self) -> None:
        app = create_app(pytest.fail, lambda: PAIRING, PORT, frozenset())
        with app.test_request_context():
            for kind in RequestError.__subclasses__():
                answer = app.make_response(app.handle_user_exception(kind("A sentence.")))
                assert answer.status_code in {400, 401, 403, 422, 503}, kind
                assert json.loads(answer.data)["error"]["code"] == kind.code


class TestBehindWaitress:
    def test_a_sealed_post_is_answered_without_a_server_header(self) -> None:
        with served(answer_clear) as port:
            caller = Caller(PAIRING.key, PAIRING.kid, port)
            request = caller.seal({"text": "bonjour"}, "/v1/check")
            status, headers, body = post(port, request)

        assert status == 200
        assert caller.open(body, request, "/v1/check")["level"] == "clear"
        assert "Server" not in headers

    def test_an_answer_to_head_has_no_body(self) -> None:
        with served(pytest.fail) as port, socket.create_connection(("127.0.0.1", port), timeout=10) as caller:
            caller.sendall(f"HEAD /v1/check HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
            answer = b"".join(iter(lambda: caller.recv(4096), b""))

        assert answer.startswith(b"HTTP/1.1 405 ")
        assert answer.endswith(b"\r\n\r\n") and answer.count(b"\r\n\r\n") == 1

    def test_another_host_is_refused(self) -> None:
        with served(pytest.fail) as port:
            assert post(port, b"{}", Host=f"localhost:{port}")[0] == 400
            assert post(port, b"{}", Host="127.0.0.1:9")[0] == 400

    def test_the_largest_body_is_read_and_one_byte_more_is_not(self) -> None:
        with served(pytest.fail) as port:
            assert post(port, b" " * 65_536)[0] == 400
            with suppress(ConnectionError):  # refused while we were still sending: as good an answer
                assert post(port, b" " * 65_537)[0] == 413

    def test_no_other_spelling_of_a_path_is_served(self) -> None:
        with served(pytest.fail) as port:
            for path in ("//evil/v1/check", "/..%2f", "/v1/check%0d%0a", "/v1//check", "/v1/./check"):
                assert post(port, b"{}", path)[0] == 404, path

    def test_a_target_with_another_host_in_it_is_refused(self) -> None:
        with served(pytest.fail) as port:
            status, _headers, _body = post(port, b"{}", "http://evil.example/v1/check", Host="evil.example")
        assert status == 400

    def test_settings_keep_every_body_and_answer_in_memory(self) -> None:
        assert WAITRESS_SETTINGS["max_request_body_size"] == 65_537
        assert WAITRESS_SETTINGS["inbuf_overflow"] > 65_537
        assert WAITRESS_SETTINGS["ident"] is None
