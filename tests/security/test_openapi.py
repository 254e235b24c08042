"""The plain endpoints against their own description: Schemathesis makes requests out of it, and judges every answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.security.running import serving

schemathesis = pytest.importorskip("schemathesis", reason="Schemathesis is in the extras 'security'")

from schemathesis import GenerationMode  # noqa: E402 (only where it is installed)

EXAMPLES = 60


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """Where the endpoints are, and the header that opens them."""
    folder: Path = tmp_path_factory.mktemp("tools")
    with serving(folder, "--tools") as server:
        token = json.loads((folder / "ready").read_text("utf-8"))["tools_token"]
        yield f"http://127.0.0.1:{server.port}", {"Authorization": f"Bearer {token}"}


def test_every_answer_is_one_that_the_description_has(tools: tuple[str, dict[str, str]]) -> None:
    """No 5xx, no status, content type or body that is not described, nothing refused that fits, nothing let in."""
    address, headers = tools
    description = schemathesis.openapi.from_url(f"{address}/tools/openapi.json", headers=headers)
    operations = [found.ok() for found in description.get_all_operations()]

    for operation in operations:
        # Not Schemathesis' own pytest plugin, which relies on parts of pytest that pytest 9 does not have.
        @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(operation.as_strategy() | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
        def ask(case: Any) -> None:
            case.call_and_validate(headers=headers)

        ask()
    # The description itself is left out by Schemathesis; tests/server/test_openapi.py looks at that.
    assert [operation.path for operation in operations] == ["/tools/check"]
