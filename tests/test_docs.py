"""The README's tables say what the code says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from porte_parole import errors
from porte_parole.settings import SETTINGS, shipped

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")

WIRE_CODES = ["not_found", "method_not_allowed", "too_large", "unsupported_media_type", "internal"]


def request_errors() -> list[type[errors.RequestError]]:
    return [errors.RequestError, *errors.RequestError.__subclasses__()]


def test_the_two_commands_come_first() -> None:
    first_block = README.split("```")[1]

    assert [line.split("#")[0].strip() for line in first_block.splitlines()[1:3]] == ["make demo", "make test"]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_in_the_readme(setting: object) -> None:
    name, default, text = setting.name, setting.default, setting.help  # type: ignore[attr-defined]
    cell = f"`{default}`" if default else ""

    assert f"| `{name}` | `PORTE_PAROLE_{name.upper()}` | {cell} | {text} |".replace("|  |", "| |") in README


@pytest.mark.parametrize("code", sorted({error.code for error in request_errors()} | set(WIRE_CODES)))
def test_every_error_code_is_in_the_readme(code: str) -> None:
    assert f"| `{code}` |" in README


def test_every_setting_that_a_policy_can_set_is_listed() -> None:
    schema = json.loads((ROOT / "extension/public/managed-schema.json").read_text("utf-8"))

    for name in schema["properties"]:
        assert f"| `{name}` |" in README


@pytest.mark.parametrize("browser", ["chrome", "firefox"])
def test_every_permission_of_the_built_manifest_has_its_reason(browser: str) -> None:
    manifest = json.loads((shipped(f"extension/{browser}-mv3") / "manifest.json").read_text("utf-8"))

    for permission in manifest["permissions"]:
        assert f"| `{permission}` |" in README
