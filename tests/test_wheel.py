"""The wheel carries the rules and both built extensions, so that installing it needs neither Node nor a checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

import porte_parole
from porte_parole.settings import shipped

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel as `make package` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr
    return ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_every_rule_file(wheel: ZipFile) -> None:
    rules = {f"porte_parole/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "rules").rglob("*.yml")}

    assert rules
    assert rules <= set(wheel.namelist())


@pytest.mark.parametrize("browser", ["chrome", "firefox"])
def test_the_wheel_holds_the_built_extension(wheel: ZipFile, browser: str) -> None:
    manifest = json.loads(wheel.read(f"porte_parole/extension/{browser}-mv3/manifest.json"))

    assert manifest["manifest_version"] == 3
    assert f"porte_parole/extension/{browser}-mv3/{manifest['content_scripts'][0]['js'][0]}" in wheel.namelist()


def test_an_editable_install_finds_the_same_files_in_the_checkout() -> None:
    assert list(shipped("rules").rglob("*.yml"))
    assert (shipped("extension/chrome-mv3") / "manifest.json").is_file()


def test_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    extension = json.loads((ROOT / "extension" / "package.json").read_text("utf-8"))["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert project == porte_parole.__version__ == extension
    assert f"## {project}" in changelog
