"""What is installed to run, build and test is exactly what somebody looked at, by version and by hash (L-08)."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.security import audit

ROOT = Path(__file__).parent.parent.parent
LOCKS = ROOT / "server" / "locks"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKED = {
    "run": PROJECT["dependencies"],
    "dev": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"],
    "security": PROJECT["optional-dependencies"]["security"],
    "quality": PROJECT["optional-dependencies"]["training"],
}
"""What of pyproject.toml each lock file must hold."""

TODAY = datetime.date(2026, 11, 23)


def entries(lock: str) -> list[str]:
    """Each pinned package of a lock file, with the lines of its hashes."""
    text = (LOCKS / f"{lock}.txt").read_text("utf-8")
    return re.findall(r"^[a-z].*(?:\n    --hash=.*)*", text, re.MULTILINE)


def pinned(requirement: str) -> str:
    """`name==version` alone, as lock files write it."""
    return re.split(r"[ ;]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKED)
def test_a_lock_file_pins_what_pyproject_asks_for(lock: str) -> None:
    held = {pinned(entry) for entry in entries(lock)}

    assert {pinned(requirement) for requirement in LOCKED[lock]} - held == set(), "run 'make lock'"


@pytest.mark.parametrize("lock", LOCKED)
def test_every_package_of_a_lock_file_has_its_hashes_and_no_address(lock: str) -> None:
    assert entries(lock)
    for entry in entries(lock):
        assert "==" in entry and "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in (LOCKS / f"{lock}.txt").read_text("utf-8")


@pytest.mark.parametrize("lock", ["dev", "security", "quality"])
def test_what_runs_is_pinned_alike_wherever_it_is_tested(lock: str) -> None:
    assert {pinned(entry) for entry in entries("run")} <= {pinned(entry) for entry in entries(lock)}


def test_make_installs_from_lock_files_only() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installing = [line for line in makefile.splitlines() if "pip install" in line]

    assert installing
    for line in installing:
        assert "--require-hashes" in line or "--no-deps --no-build-isolation" in line, line
    assert "npm ci " in makefile


def test_every_package_of_the_extension_has_its_hash_and_no_address() -> None:
    packages = json.loads((ROOT / "extension" / "package-lock.json").read_text("utf-8"))["packages"]

    assert len(packages) > 1
    for name, package in packages.items():
        assert name == "" or package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def make_wheel(folder: Path, greeting: str) -> Path:
    """The smallest wheel that pip installs, with one line of code in it."""
    path = folder / "specimen-1.0-py3-none-any.whl"
    files = {
        "specimen.py": f"print({greeting!r})\n",
        "specimen-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: specimen\nVersion: 1.0\n",
        "specimen-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digest = {name: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()) for name, text in files.items()}
    record = [f"{name},sha256={digest[name].rstrip(b'=').decode()},{len(text)}" for name, text in files.items()]
    with ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
        wheel.writestr("specimen-1.0.dist-info/RECORD", "\n".join([*record, "specimen-1.0.dist-info/RECORD,,"]))
    return path


def install(lock: Path, wheels: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """As the Makefile installs, but from a folder instead of a registry."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:"]
    command += ["--no-index", "--find-links", str(wheels), "--target", str(target), "-r", str(lock)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_l_08_a_package_whose_content_changed_is_not_installed(tmp_path: Path) -> None:
    wheel = make_wheel(tmp_path, "as it was looked at")
    lock = tmp_path / "lock.txt"
    lock.write_text(f"specimen==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n", "utf-8")
    as_pinned = install(lock, tmp_path, tmp_path / "as-pinned")
    make_wheel(tmp_path, "changed on the way")
    changed = install(lock, tmp_path, tmp_path / "changed")

    assert as_pinned.returncode == 0, as_pinned.stderr
    assert (tmp_path / "as-pinned" / "specimen.py").is_file()
    assert changed.returncode != 0
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in changed.stderr
    assert not (tmp_path / "changed").exists()


def test_a_package_that_could_not_be_looked_up_is_no_clean_result() -> None:
    assert audit.verdict(known=set(), excused=set(), missed=["npm audit could not reach its service."]) == 2


def test_a_known_vulnerability_is_a_failure_until_it_is_accepted_and_after_that_ends() -> None:
    entry = {"id": "GHSA-1", "reason": "only on a system we do not run on", "until": TODAY.isoformat()}

    for day, code in [(TODAY, 0), (TODAY + datetime.timedelta(days=1), 1)]:
        excused = set(audit.accepted([entry], day))
        assert audit.verdict(known={"GHSA-1"}, excused=excused, missed=[]) == code


def test_every_exception_says_why_and_until_when() -> None:
    for entry in json.loads(audit.EXCEPTIONS.read_text("utf-8")):
        assert entry["id"] and entry["reason"] and datetime.date.fromisoformat(entry["until"])
