"""`make mutation`: takes every single check out of gate and envelope, one at a time; each must make a test fail.

    python tests/security/mutation.py [--only TEXT] [--processes N] [--python | --typescript]

It works in copies of the tree, so that nothing here changes. mutmut, the usual tool, changes operators, numbers and
words, of which most are no checks, cannot take a condition out, and reads no TypeScript. What cannot be told by any
test stands with its reason in mutants/equivalents.json. Prints the survivors and the score; exit code 1 when one is
left that is not explained.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from mutants.python_checks import Mutant, mutants

ROOT = Path(__file__).parent.parent.parent
LONGEST_S = 180
PACKAGE = "server/porte_parole"
EXTENSION = "extension/src"

GUARDS = {
    f"{PACKAGE}/gate.py": ["gate", "api", "api_as_service", "tools_api"],
    f"{PACKAGE}/channel.py": ["channel", "api"],
    f"{PACKAGE}/followed_channel.py": ["followed_channel", "api"],
    f"{PACKAGE}/shared_channel.py": ["shared_channel", "api_as_service"],
    f"{PACKAGE}/sealing.py": ["channel", "shared_channel", "api"],
    f"{PACKAGE}/service_key.py": ["service_key", "shared_channel"],
    f"{PACKAGE}/replays.py": ["channel", "api"],
    f"{PACKAGE}/strict_json.py": ["wire", "channel"],
    f"{EXTENSION}/background/channel.ts": ["background/channel", "background/envelope"],
    f"{EXTENSION}/background/envelope.ts": ["background/envelope", "background/channel", "background/service-channel"],
    f"{EXTENSION}/background/service-channel.ts": ["background/service-channel"],
    f"{EXTENSION}/background/server-client.ts": ["background/server-client", "background/connection-service"],
    f"{EXTENSION}/background/answer-body.ts": ["background/server-client"],
    f"{EXTENSION}/background/handlers.ts": [
        "background/handlers",
        "background/senders",
        "background/requests",
        "background/here",
    ],
    f"{EXTENSION}/background/senders.ts": ["background/senders", "background/handlers"],
    f"{EXTENSION}/background/throttle.ts": ["background/throttle", "background/handlers"],
    f"{EXTENSION}/shared/closed-form.ts": [
        "background/envelope",
        "background/requests",
        "background/handlers",
        "shared/closed-form",
    ],
}
"""File -> the tests that guard it: modules of tests/server, or beginnings of paths in tests/extension."""

NOT_COPIED = (
    ".git",
    ".venv",
    "node_modules",
    ".output",
    ".wxt",
    "build",
    "dist",
    "results",
    "built",
    ".*cache",
    ".hypothesis",
)


def all_mutants(kinds: Sequence[str]) -> list[Mutant]:
    """Those of every guarded file of these kinds (".py", ".ts")."""
    found: list[Mutant] = []
    if ".py" in kinds:
        for name in GUARDS:
            found += mutants(ROOT / name, name) if name.endswith(".py") else []
    if ".ts" in kinds:
        files = [name for name in GUARDS if name.endswith(".ts")]
        script = Path(__file__).parent / "mutants" / "typescript-checks.mjs"
        command = ["node", str(script), str(ROOT / "extension" / "node_modules"), *files]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        found += [Mutant(**json.loads(line)) for line in listed.splitlines()]
    return found


def copies(count: int, folder: Path) -> Queue[Path]:
    """Trees to change things in."""
    trees: Queue[Path] = Queue()
    for number in range(count):
        tree = folder / str(number)
        shutil.copytree(ROOT, tree, symlinks=True, ignore=shutil.ignore_patterns(*NOT_COPIED))
        for holder in ("extension", "tests"):
            (tree / holder / "node_modules").symlink_to(ROOT / "extension" / "node_modules")
        if (ROOT / "extension" / ".wxt").is_dir():
            shutil.copytree(ROOT / "extension" / ".wxt", tree / "extension" / ".wxt")
        trees.put(tree)
    return trees


def tests_fail(tree: Path, name: str) -> bool:
    """Whether the tests that guard this file notice something."""
    if name.endswith(".py"):
        files = [*(f"tests/server/test_{guard}.py" for guard in GUARDS[name]), "tests/security/test_second_checks.py"]
        # What is imported must be the copy, also where the package is installed from the checkout.
        begin = "import sys; sys.path[:0] = ['server', '.']; import pytest; sys.exit(pytest.main(sys.argv[1:]))"
        command = [sys.executable, "-c", begin, "-q", "-x", "-p", "no:cacheprovider", *files]
        where = tree
    else:
        files = [f"../tests/extension/{guard}" for guard in GUARDS[name]]
        command = ["npx", "vitest", "run", "--project", "extension", "--bail", "1", "--reporter", "dot", *files]
        where = tree / "extension"
    try:
        return subprocess.run(command, cwd=where, capture_output=True, timeout=LONGEST_S, check=False).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def survivors(found: Sequence[Mutant], processes: int) -> Iterator[Mutant]:
    """Those that no test notices. Raises SystemExit when the tests fail without any change."""
    if any(mutant.file.endswith(".ts") for mutant in found) and not (ROOT / "extension" / ".wxt").is_dir():
        raise SystemExit("The extension's types are missing; run: make setup")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(processes) as pool:
        trees = copies(processes, Path(folder))
        first = trees.get()
        failing = [name for name in {mutant.file for mutant in found} if tests_fail(first, name)]
        trees.put(first)
        if failing:
            raise SystemExit(f"The tests fail before anything is taken out: {', '.join(sorted(failing))}")

        def survives(mutant: Mutant) -> bool:
            tree = trees.get()
            try:
                (tree / mutant.file).write_text(mutant.text, "utf-8")
                return not tests_fail(tree, mutant.file)
            finally:
                shutil.copy(ROOT / mutant.file, tree / mutant.file)
                trees.put(tree)

        yield from (mutant for mutant, lives in zip(found, pool.map(survives, found), strict=True) if lives)


def main() -> int:
    options = argparse.ArgumentParser(description="Take every check out, one at a time.")
    options.add_argument("--only", default="", help="files whose path holds this")
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--python", action="store_true")
    options.add_argument("--typescript", action="store_true")
    chosen = options.parse_args()
    kinds = [".py"] * (not chosen.typescript) + [".ts"] * (not chosen.python)
    found = [mutant for mutant in all_mutants(kinds) if chosen.only in mutant.file]
    explained = json.loads((Path(__file__).parent / "mutants" / "equivalents.json").read_text("utf-8"))
    left = equivalent = 0
    for mutant in survivors(found, chosen.processes):
        reason = explained.get(f"{mutant.file}: {mutant.was} -> {mutant.now}")
        equivalent += reason is not None
        left += reason is None
        what = f"no test can tell: {reason}" if reason else "SURVIVES"
        print(f"{mutant.file}:{mutant.line}: {mutant.was} -> {mutant.now}: {what}", flush=True)
    print(
        f"{len(found)} checks taken out, {len(found) - left - equivalent} noticed, {equivalent} equivalent, {left} left"
    )
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
