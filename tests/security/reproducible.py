"""Packages twice, in two places, at two times, in two time zones: every file must come out the same (L-07).

Then builds both store packages once more from the sources archive alone, as a store's reviewer does. Takes what git
tracks as it is now, changes included. Exit code 0: all the same; 1: something differs, and what is said; 2: a build
failed. Run by `make reproducible`; some minutes, for each place installs and builds everything anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parent.parent.parent

PLACES = {
    "here": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "umask": "022"},
    "elsewhere/and deeper": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "umask": "077"},
}
"""Two people: where each has the checkout, and what differs about them."""


def run(command: list[str], folder: Path, surroundings: dict[str, str]) -> None:
    """Runs one build step; when it fails, ends the program with the last lines it wrote."""
    settings = {name: value for name, value in surroundings.items() if name != "umask"}
    result = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **settings, "MAKEFLAGS": ""},
        umask=int(surroundings["umask"], 8),
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        print(result.stdout[-2000:], result.stderr[-2000:], sep="\n")
        print(f"'{' '.join(command)}' failed in {folder.name}.")
        sys.exit(2)


def check_out(place: Path) -> None:
    """Copies what git knows, and what is new and not ignored, into the new folder `place`."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    place.mkdir(parents=True)
    archive = place.parent / "checkout.tar"
    with tarfile.open(archive, "w") as writing:
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).is_file():
                writing.add(ROOT / name, name)
    with tarfile.open(archive) as reading:
        reading.extractall(place, filter="data")
    archive.unlink()


def files_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def difference(name: str, one: bytes, other: bytes, scratch: Path) -> str:
    """Where two files of the same name differ, by member for archives."""
    if not name.endswith((".zip", ".whl")):
        return name
    (scratch / "one").write_bytes(one)
    (scratch / "other").write_bytes(other)
    with ZipFile(scratch / "one") as first, ZipFile(scratch / "other") as second:
        names = sorted({*first.namelist(), *second.namelist()})
        content = [
            inside
            for inside in names
            if inside not in first.namelist()
            or inside not in second.namelist()
            or first.read(inside) != second.read(inside)
        ]
    return f"{name}: {', '.join(content[:10]) or 'the same content in another order, or with other dates'}"


def compare(title: str, one: dict[str, bytes], other: dict[str, bytes], scratch: Path) -> bool:
    """Prints whether two builds are the same, and where they are not."""
    different = [
        difference(name, one.get(name, b""), other.get(name, b""), scratch) if name in one and name in other else name
        for name in sorted({*one, *other})
        if one.get(name) != other.get(name)
    ]
    print(f"{title}: {len(one) - len(different)} of {len(one)} files the same")
    for line in different:
        print(f"  differs: {line}")
    return not different


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        builds = []
        for name, surroundings in PLACES.items():
            place = scratch / name
            check_out(place)
            run(["make", "package"], place, surroundings)
            builds.append(files_in(place / "dist"))
        same = compare("Two builds in two places", *builds, scratch)

        shipped = {name: content for name, content in builds[0].items() if name.endswith(".zip")}
        alone = scratch / "sources"
        with ZipFile(scratch / "here" / "dist" / next(name for name in shipped if "sources" in name)) as archive:
            archive.extractall(alone)  # noqa: S202  (made by ourselves a minute ago)
        for command in (["npm", "ci", "--no-audit", "--no-fund", "--silent"], ["npm", "run", "--silent", "zip"]):
            run(command, alone / "extension", PLACES["here"])
        rebuilt = {name: (alone / "extension" / ".output" / name).read_bytes() for name in shipped}
        same = compare("Built from the stores' sources alone", shipped, rebuilt, scratch) and same
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
