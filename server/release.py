"""Fills `dist` with all that one release is made of, so that the same sources give the same bytes twice.

The wheel (hatchling), the store archives with their sources (extension/pack.mjs), a CycloneDX list of parts for both
sides, and SHA256SUMS over everything. Signing and uploading are left to people. Run by `make package`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXTENSION = ROOT / "extension"
DIST = ROOT / "dist"

WHEEL_DATE = "1580601600"
"""2 February 2020: hatchling's own default, set so that nobody's environment changes the wheel."""

PYTHON_PARTS = [
    *["cyclonedx_py", "requirements", "server/locks/run.txt", "--pyproject", "pyproject.toml"],
    *["--mc-type", "application", "--output-reproducible", "--of", "JSON"],
]
"""Only what is installed with the wheel; the packages that build and test it are in no release."""

EXTENSION_PARTS = ["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
"""The extension has no package at run time: these are the ones that build it, each marked as such."""


def output_of(command: list[str], folder: Path, **environment: str) -> str:
    """What one tool prints; a tool that fails ends this program, after its own words."""
    result = subprocess.run(  # noqa: S603  (fixed commands, no shell)
        command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, check=False
    )
    if result.returncode:
        sys.exit(f"'{' '.join(command)}' failed, so nothing was released: see its own words above.")
    return result.stdout


def run_python(arguments: list[str], **environment: str) -> str:
    """What a Python tool of this environment prints."""
    return output_of([sys.executable, "-W", "ignore", "-m", *arguments], ROOT, **environment)


def same_every_time(parts: str) -> str:
    """A CycloneDX list in JSON without the two optional keys that differ in two lists of the same parts."""
    listed = json.loads(parts)
    listed.pop("serialNumber", None)
    listed["metadata"].pop("timestamp", None)
    return json.dumps(listed, indent=2, sort_keys=True) + "\n"


def fill(dist: Path) -> None:
    """Builds everything into the empty folder `dist`, the sums last."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    run_python(["hatchling", "build", "-t", "wheel", "-d", str(dist)], SOURCE_DATE_EPOCH=WHEEL_DATE)
    output_of(["npm", "run", "--silent", "zip"], EXTENSION)
    for kind in ("chrome", "firefox", "sources"):
        archive = f"porte-parole-extension-{version}-{kind}.zip"
        shutil.copyfile(EXTENSION / ".output" / archive, dist / archive)
    for name, parts in {
        f"porte_parole-{version}": run_python(PYTHON_PARTS),
        f"porte-parole-extension-{version}": output_of(EXTENSION_PARTS, EXTENSION),
    }.items():
        (dist / f"{name}.cdx.json").write_text(same_every_time(parts), "utf-8")
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(dist.iterdir())]
    (dist / "SHA256SUMS").write_text("".join(sums), "utf-8")


if __name__ == "__main__":
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    fill(DIST)
    print((DIST / "SHA256SUMS").read_text("utf-8"), end="")
