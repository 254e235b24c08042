"""The README's tables say what the code says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from porte_parole import errors
from porte_parole.settings import SETTINGS, shipped

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")

BROWSERS = ["chrome", "firefox"]
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


@pytest.mark.parametrize("browser", BROWSERS)
def test_every_permission_of_the_built_manifest_has_its_reason(browser: str) -> None:
    manifest = json.loads((shipped(f"extension/{browser}-mv3") / "manifest.json").read_text("utf-8"))

    for permission in manifest["permissions"]:
        assert f"| `{permission}` |" in README


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_the_privacy_text_gives_every_permission_its_reason_and_names_what_people_see(language: str) -> None:
    text = (ROOT / "extension" / "store" / f"privacy.{language}.md").read_text("utf-8")
    manifests = [
        json.loads((shipped(f"extension/{name}-mv3") / "manifest.json").read_text("utf-8")) for name in BROWSERS
    ]
    sentences = {
        key: sentence
        for area in ("popup", "options")
        for key, sentence in json.loads(
            (ROOT / "extension/locales" / language / f"{area}.json").read_text("utf-8")
        ).items()
    }

    for permission in {permission for manifest in manifests for permission in manifest["permissions"]}:
        assert f"| `{permission}` |" in text
    for shown in ("popup_stored", "options_marks_panel_only"):
        assert f"*{sentences[shown]}*" in text


def test_every_make_command_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")

    for target in set(re.findall(r"`make ([a-z-]+)", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"make {target}"


def test_every_file_that_proves_a_promise_exists() -> None:
    chapter = README.split("## Security and privacy")[1].split("## You deploy")[0]
    named = [Path(name).name for name in re.findall(r"`((?:[\w./-]*/)?[\w-]+\.(?:py|ts))`", chapter)]

    assert named
    for name in named:
        assert list((ROOT / "tests" / "security").rglob(name)), name
