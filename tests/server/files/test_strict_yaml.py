"""The YAML reader: what it returns, and every file it refuses."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from porte_parole.errors import AuthorError, CompanyError, RuleError
from porte_parole.files import strict_yaml
from porte_parole.files.strict_yaml import MAX_NODES, Node, read
from porte_parole.settings import shipped


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.yml"


def plain(node: Node) -> object:
    """The bare values, for comparison."""
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    return node.value


def test_every_scalar_stays_text(file: Path) -> None:
    file.write_text("[on, no, oui, 012, 3.10, 12:30, 2024-01-01, ~, 'null', \"\"]")

    assert plain(read(file, RuleError)) == ["on", "no", "oui", "012", "3.10", "12:30", "2024-01-01", "~", "null", ""]


def test_a_value_and_its_key_know_their_places(file: Path) -> None:
    file.write_text("- id: a\n  title:\n    fr: é 🙂\n    en:   hi\n")

    entry = read(file, RuleError).value[0]
    title = entry.value["title"]

    assert (entry.line, entry.column) == (1, 3)
    assert title.key_places["en"] == (4, 5)
    assert (title.value["en"].line, title.value["en"].column) == (4, 11)


def test_a_file_of_nothing_is_empty_text(file: Path) -> None:
    file.write_text("# only a comment\n")

    assert plain(read(file, RuleError)) == ""


def test_a_byte_order_mark_is_tolerated(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfa: 1")

    assert plain(read(file, RuleError)) == {"a": "1"}


REFUSED = {
    "alias to itself": (b"&a [*a]", ":1:1: Anchors"),
    "alias bomb": (b"a: &a [x]\nb: [*a, *a]", ":1:4: Anchors"),
    "merge": (b"a: {b: 1}\nc:\n  <<: {d: 1}", ":3:3: Merging"),
    "tag": (b"!!python/object/apply:os.system [ls]", ":1:1: Tags"),
    "tag of a key": (b"!!str a: 1", ":1:1: Tags"),
    "repeated key": (b"a: 1\na: 2", ":2:1: The key 'a' is already at line 1"),
    "second document": (b"--- a\n--- b", ":2:1: A second document"),
    "list as key": (b"? [a]\n: b", ":1:3: A key"),
    "deep lists": (b"[" * 100_000, ":1:33: Lists and mappings are nested"),
    "deep braces": (b"{" * 100_000, ":1:33: Lists and mappings are nested"),
    "deep blocks": (b"- " * 5_000, ":1:65: Lists and mappings are nested"),
    "many values": (b"[" + b"a," * (MAX_NODES + 1) + b"]", "more than 50,000 values"),
    "tab": (b"a:\n\t- b", ":2:1: A tab"),
    "open list": (b"a: [b", ":1:6: This is not valid YAML"),
    "control character": (b"a: \x01", "control character"),
    "character beyond Unicode": (b'a: "\\UFFFFFFFF"', "escape"),
    "half a character": (b'a: "\\ud800"', ":1:4: This text holds half a character"),
    "version beyond numbers": (b"%YAML 1." + b"9" * 5000 + b"\n--- a", "%YAML"),
    "NUL": (b"a: b\nc: \0", ":2: The file holds a NUL"),
    "Latin-1": ("a: 1\nb: é".encode("latin-1"), ":2: The file is not UTF-8"),
    "UTF-16": ("a: 1".encode("utf-16"), "UTF-16"),
    "over 1 MiB": (b"#" * 1_048_577, "larger than 1 MiB"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_is_refused_with_its_place_and_quickly(name: str, file: Path) -> None:
    content, expected = REFUSED[name]
    file.write_bytes(content)
    started = time.perf_counter()

    with pytest.raises(RuleError) as caught:
        read(file, RuleError)

    assert expected in str(caught.value)
    assert str(caught.value).startswith(str(file))
    assert time.perf_counter() - started < 10  # a bomb takes minutes; a busy machine does not


def test_the_caller_chooses_the_error(tmp_path: Path) -> None:
    with pytest.raises(CompanyError, match="no such file"):
        read(tmp_path / "absent.yml", CompanyError)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="not an ordinary file"):
        read(tmp_path, RuleError)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders on this system")
def test_a_pipe_and_a_device_are_refused_without_waiting(file: Path) -> None:
    os.mkfifo(file)

    for path in (file, Path("/dev/zero")):
        with pytest.raises(RuleError, match="not an ordinary file"):
            read(path, RuleError)


def test_a_symbolic_link_is_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_text("a: 1")
    file.symlink_to(tmp_path / "real.yml")

    with pytest.raises(RuleError, match="symbolic link"):
        read(file, RuleError)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_without_permission_is_refused(file: Path) -> None:
    file.write_text("a: 1")
    file.chmod(0)

    with pytest.raises(RuleError, match="permission"):
        read(file, RuleError)


@given(st.text(max_size=200))
def test_any_text_gives_a_node_or_an_author_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "file.yml"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")

    try:
        assert isinstance(read(file, RuleError), Node)
    except AuthorError as error:
        assert error.message


def all_of(file: Path) -> object:
    """Everything that is read of a file, places included, or the mistake in words."""
    try:
        return read(file, RuleError)
    except AuthorError as mistake:
        return str(mistake)


def in_plain_python(file: Path) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_FAST", yaml.SafeLoader)
        return all_of(file)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML came without libyaml")
def test_libyaml_reads_what_is_right(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("a: [b, {c: 'd'}]")
    monkeypatch.setattr(strict_yaml, "_PLAIN", None)

    assert plain(read(file, RuleError)) == {"a": ["b", {"c": "d"}]}


@pytest.mark.parametrize("path", sorted(shipped("rules").glob("??/[c-d]*.yml")), ids=lambda path: path.name)
def test_libyaml_reads_the_shipped_rules_as_plain_python_does(path: Path) -> None:
    assert all_of(path) == in_plain_python(path)


@pytest.mark.parametrize("content", [*(content for content, _ in REFUSED.values()), b"!:b~!*x", b"!t a ]", b"? \n"])
def test_mistakes_are_worded_and_placed_alike_with_and_without_libyaml(content: bytes, file: Path) -> None:
    file.write_bytes(content)

    assert all_of(file) == in_plain_python(file)


PIECES = [
    "a",
    "b: ",
    "- ",
    "\n",
    "  ",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "'",
    '"',
    "|\n",
    ">-\n",
    "# c",
    "é🙂",
    "<<: ",
    "1",
]
PIECES += [
    "&x ",
    "*x",
    "!t ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "\t",
    "\\n",
    "\u2028",
    "\x85",
    "\r\n",
    "\ufeff",
    "~",
    "@",
]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_text_is_read_alike_with_and_without_libyaml(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    file = tmp_path_factory.getbasetemp() / "alike.yml"
    file.write_text("".join(pieces), encoding="utf-8", newline="")

    assert all_of(file) == in_plain_python(file)


def test_what_is_quoted_of_a_file_turns_nothing_around(file: Path) -> None:
    file.write_text("a\u202eb: 1\na\u202eb: 2", "utf-8")

    with pytest.raises(RuleError) as caught:
        read(file, RuleError)

    assert caught.value.message == "The key 'a\ufffdb' is already at line 1; keep one of them."


@pytest.mark.parametrize("opening", [b"[", b"{", b"[\\x1b[31m["])
def test_looking_ahead_in_deep_nesting_costs_little(opening: bytes, file: Path) -> None:
    file.write_bytes(opening * 1_000)
    started = time.perf_counter()
    for _ in range(20):
        with pytest.raises(RuleError):
            read(file, RuleError)

    assert time.perf_counter() - started < 0.5  # 20 times 70 ms without the limit while looking ahead
