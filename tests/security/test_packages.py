"""What is handed out: no dangerous construct in it (L-04), the same bytes from two builds (L-07), and no permission,
host or content rule that nobody approved (L-09)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from porte_parole.settings import shipped

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "server" / "porte_parole"
APPROVED = Path(__file__).with_name("approved_manifests.json")
BROWSERS = ["chrome", "firefox"]

NEVER_IN_PYTHON = {
    "eval": r"\b(eval|exec)\(",
    "pickle": r"\bpickle\b(?<!allow_pickle)|allow_pickle=True|\bmarshal\b",
    "a shell": r"shell=True|os\.(system|popen)",
    "the unguarded YAML loader": r"yaml\.(load|unsafe_load|full_load)\(",
    "a way out": r"\b(import|from) (urllib\.request|urllib3|smtplib|ftplib|requests)\b|Connection\((?!HOST,)",
    "plain http other than loopback": r"http://(?!127\.0\.0\.1|\{(HOST|own)\})",
}

NEVER_IN_THE_EXTENSION = {
    "eval": r"\beval\(|\bnew Function\b|\bFunction\(|set(Timeout|Interval)\(\s*[\"'`]",
    "HTML out of text": r"\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc",
    "code from elsewhere": r"\bimportScripts\(|<script[^>]+src=[\"']?https?:",
    "another way out": r"XMLHttpRequest|sendBeacon|\bWebSocket\b|EventSource|WebTransport|RTCPeerConnection",
    # The namespace of SVG is a name; nothing is ever loaded from it.
    "plain http other than loopback": r"http://(?!127\.0\.0\.1|www\.w3\.org/)",
    "the folders of who built it": re.escape(f"{ROOT}/"),
}

FETCHING = {"background.js": "sealed requests to the program", "practice": "the practice page asks its own server"}
"""The only built files that may call fetch, and why; a name stands for the start of a chunk's name too."""

DECLARING = {"api.py", "tools_api.py"}
"""The only files that may declare an address: sealed ones, and plain ones behind `--tools` and its token."""

PINNED = [
    *["permissions", "optional_permissions", "host_permissions", "optional_host_permissions"],
    *["content_scripts", "content_security_policy", "web_accessible_resources", "externally_connectable"],
    *["incognito", "storage", "background", "sandbox", "minimum_chrome_version", "browser_specific_settings"],
]
"""The keys of a manifest that decide what the extension may do."""


def python_files() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")


def built_files(browser: str) -> Iterator[tuple[str, str]]:
    folder = shipped(f"extension/{browser}-mv3")
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".js", ".html", ".css"}:
            yield path.relative_to(folder).as_posix(), path.read_text("utf-8")


def places(files: Iterator[tuple[str, str]], pattern: str) -> list[str]:
    return [name for name, text in files if re.search(pattern, text)]


@pytest.mark.parametrize("what", NEVER_IN_PYTHON)
def test_l_04_the_program_holds_none_of(what: str) -> None:
    assert places(python_files(), NEVER_IN_PYTHON[what]) == []


@pytest.mark.parametrize("browser", BROWSERS)
@pytest.mark.parametrize("what", NEVER_IN_THE_EXTENSION)
def test_l_04_the_built_extension_holds_none_of(what: str, browser: str) -> None:
    assert places(built_files(browser), NEVER_IN_THE_EXTENSION[what]) == []


@pytest.mark.parametrize("browser", BROWSERS)
def test_l_04_only_one_part_of_the_built_extension_talks_to_the_program(browser: str) -> None:
    fetching = places(built_files(browser), r"\bfetch\(")

    assert fetching
    for name in fetching:
        assert Path(name).name.startswith(tuple(FETCHING)), f"{name} calls fetch"


def test_l_04_no_address_is_declared_anywhere_else() -> None:
    assert set(places(python_files(), r"add_url_rule\(|\.route\(|register_blueprint\(")) == DECLARING


def copy_sources(place: Path) -> Path:
    """What a build of the extension needs, laid out below `place`; gives the extension's folder."""
    ignore = shutil.ignore_patterns("node_modules", ".output", ".wxt", "store")
    shutil.copytree(ROOT / "extension", place / "extension", ignore=ignore)
    shutil.copytree(ROOT / "rules" / "lessons", place / "rules" / "lessons")
    (place / "server" / "porte_parole").mkdir(parents=True)
    shutil.copy(PACKAGE / "identity.json", place / "server" / "porte_parole")
    (place / "extension" / "node_modules").symlink_to((ROOT / "extension" / "node_modules").resolve())
    return place / "extension"


@pytest.mark.parametrize("browser", BROWSERS)
def test_l_07_two_builds_in_two_places_are_the_same(browser: str, tmp_path: Path) -> None:
    builds = []
    for person in ("one", "another-person"):
        extension = copy_sources(tmp_path / person)
        subprocess.run(["npm", "run", "--silent", f"build:{browser}"], cwd=extension, check=True)  # noqa: S607
        output = extension / ".output"
        files = [path for path in output.rglob("*") if path.is_file()]
        builds.append({path.relative_to(output).as_posix(): path.read_bytes() for path in files})

    one, other = builds
    assert "manifest.json" in {Path(name).name for name in one}
    assert {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)} == set()


@pytest.mark.parametrize("browser", BROWSERS)
def test_l_09_the_manifest_asks_for_nothing_that_was_not_approved(browser: str) -> None:
    manifest = json.loads((shipped(f"extension/{browser}-mv3") / "manifest.json").read_text("utf-8"))
    approved: dict[str, Any] = json.loads(APPROVED.read_text("utf-8"))[browser]
    asked = {key: manifest[key] for key in PINNED if key in manifest}
    changed = sorted(key for key in asked.keys() | approved.keys() if asked.get(key) != approved.get(key))

    assert not changed, (
        f"The manifest changed in {', '.join(changed)}: {json.dumps({key: asked.get(key) for key in changed})}. "
        f"If people should accept that, write it into {APPROVED.name} by hand, and why into README.md and CHANGELOG.md."
    )
