"""Cases H about other people on the same machine."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.security.raw_http import request
from tests.security.running import Server, serving
from tests.security.second_user import as_another_user, needs_second_user

ASK = """
host, port, sent = sys.argv[1], int(sys.argv[2]), bytes.fromhex(sys.argv[3])
with socket.socket() as connection:
    connection.connect((host, port))
    connection.sendall(sent)
    print(connection.recv(12).decode())
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that every user may enter, as a home's parent is."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@needs_second_user
def test_h_09_another_user_reads_neither_key_nor_endpoint(shared: Path) -> None:
    with serving(shared):
        for file in ("config/pairing.json", "run/endpoint.json"):
            code = "try: print(open(sys.argv[1]).read())\nexcept PermissionError: print('denied')"
            assert as_another_user(code, str(shared / "home" / file)) == "denied\n"


@needs_second_user
def test_h_10_another_user_is_refused(server: Server) -> None:
    server.posts_read()
    stranger = replace(server.caller, key=bytes(32))
    sent = request(server.port, stranger.seal({"text": "bonjour"}, "/v1/check"))

    assert as_another_user(ASK, "127.0.0.1", str(server.port), sent.hex()) == "HTTP/1.1 401\n"
    assert server.posts_read() == 0
