"""Asks for known vulnerabilities in everything the lock files pin (L-06): pip-audit for Python, npm for the extension.

Both ask a service outside. A service that does not answer, or that does not know a package, is never taken for "nothing
known": pip-audit itself says "No known vulnerabilities found" of packages it could not look up. What is accepted for
now stands in audit_exceptions.json, each with its reason and the day on which it ends. Run by `make audit`.
Exit code 0: everything was looked up and nothing is known; 1: something is known; 2: something could not be looked up.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
LOCKS = sorted((ROOT / "server" / "locks").glob("*.txt"))
EXCEPTIONS = Path(__file__).with_name("audit_exceptions.json")


CLOSING = (
    "Everything was looked up, and nothing is known against it.",
    "Something is known: update it, or accept it for a while in audit_exceptions.json with a reason and a last day.",
    "This is no clean result: run it again where the services can be reached.",
)
"""What is said last, by exit code."""


class NotLookedUp(Exception):
    """A service gave no answer that can be read; the message says which, in one sentence."""


def python_advisories(lock: Path) -> tuple[dict[str, str], list[str]]:
    """Identifier → what it is about, and the packages that the service does not know.

    Raises NotLookedUp when pip-audit gives no JSON.
    """
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "audit.json"
        command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
        command += ["--requirement", str(lock), "--format", "json", "--output", str(answer)]
        subprocess.run(command, capture_output=True, check=False, timeout=600)
        try:
            packages = json.loads(answer.read_text("utf-8"))["dependencies"]
        except (OSError, ValueError, KeyError):
            raise NotLookedUp("pip-audit could not reach its service.") from None
    known = {
        vulnerability["id"]: f"{package['name']} {package['version']}"
        for package in packages
        for vulnerability in package.get("vulns", [])
    }
    return known, [package["name"] for package in packages if "skip_reason" in package]


def npm_advisories() -> dict[str, str]:
    """Identifier → what it is about. Raises NotLookedUp when npm's service refuses or does not answer."""
    command = ["npm", "audit", "--json", "--audit-level", "info"]
    printed = subprocess.run(
        command, cwd=ROOT / "extension", capture_output=True, text=True, check=False, timeout=600
    ).stdout
    try:
        vulnerable: dict[str, Any] = json.loads(printed)["vulnerabilities"]
    except (ValueError, KeyError):
        raise NotLookedUp("npm audit could not reach its service.") from None
    causes = [(name, cause) for name, entry in vulnerable.items() for cause in entry["via"] if isinstance(cause, dict)]
    return {cause["url"].rsplit("/", 1)[-1]: f"{name}: {cause['title']}" for name, cause in causes}


def accepted(exceptions: list[dict[str, str]], today: datetime.date) -> dict[str, str]:
    """Identifier → reason, of the exceptions that have not ended; the last day of each still counts."""
    return {entry["id"]: entry["reason"] for entry in exceptions if today.isoformat() <= entry["until"]}


def verdict(known: set[str], excused: set[str], missed: list[str]) -> int:
    """The exit code: `known` and `excused` are identifiers, `missed` a sentence for each thing not looked up."""
    if known - excused:
        return 1
    return 2 if missed else 0


def main() -> int:
    today = datetime.datetime.now(datetime.UTC).date()
    excused = accepted(json.loads(EXCEPTIONS.read_text("utf-8")), today)
    known: dict[str, str] = {}
    missed: list[str] = []
    for lock in LOCKS:
        try:
            advisories, unknown = python_advisories(lock)
        except NotLookedUp as error:
            missed.append(f"{lock.name}: {error}")
            continue
        known |= advisories
        if unknown:
            missed.append(f"{lock.name}: the service does not know {len(unknown)} packages, {unknown[0]} the first.")
    try:
        known |= npm_advisories()
    except NotLookedUp as error:
        missed.append(f"package-lock.json: {error}")

    for identifier, about in sorted(known.items()):
        print(f"{'accepted' if identifier in excused else 'known'}: {identifier} in {about}")
    for sentence in missed:
        print(f"not looked up: {sentence}")
    code = verdict(set(known), set(excused), missed)
    print(CLOSING[code])
    return code


if __name__ == "__main__":
    sys.exit(main())
