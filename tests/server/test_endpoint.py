from __future__ import annotations

from pathlib import Path

import pytest

from porte_parole import endpoint
from porte_parole.endpoint import Endpoint
from porte_parole.errors import UsageError


def test_the_endpoint_is_there_while_the_server_runs(tmp_path: Path) -> None:
    file = tmp_path / "run" / "endpoint.json"

    assert endpoint.read(file) is None
    endpoint.write(file, 18440, 123)
    assert endpoint.read(file) == Endpoint(18440, 123)
    endpoint.write(file, 18441, 124)
    assert endpoint.read(file) == Endpoint(18441, 124)
    endpoint.remove(file)
    endpoint.remove(file)
    assert endpoint.read(file) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"v":1,"port":0,"pid":1}',
        '{"v":1,"port":65536,"pid":1}',
        '{"v":1,"port":"1","pid":1}',
        '{"v":2,"port":1,"pid":1}',
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "endpoint.json"
    file.write_text(text, "utf-8")
    file.chmod(0o600)

    with pytest.raises(UsageError, match="damaged"):
        endpoint.read(file)
