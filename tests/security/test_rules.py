"""Cases F: rule files that are wrong, huge or hostile. What is refused names its place; nothing hangs or crashes."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.security.rule_packs import WORD, place, refusal, rule

from porte_parole.errors import AuthorError
from porte_parole.live import load_analyzer
from porte_parole.model import Post
from porte_parole.rulebook import MAX_RULES, load_rules

BOMBS = {
    "F-10 aliases": b"a: &a [x,x]\n" + b"".join(b"%c: &%c [*%c,*%c]\n" % (n, n, n - 1, n - 1) for n in range(98, 120)),
    "F-11 merges": b"a0: &a0 {x: 1}\n"
    + b"".join(b"a%d: &a%d {<<: [*a%d, *a%d]}\n" % (n, n, n - 1, n - 1) for n in range(1, 23)),
    "F-12 100,000 lists": b"[" * 100_000,
    "F-12 100,000 mappings": b"{a: " * 100_000,
    "F-13 a list in itself": b"&a [*a]",
    "F-14 a command": b"!!python/object/apply:os.system [ls]",
    "F-15 over 1 MiB": b"#" * 1_048_577,
    "F-15 binary": b"\x89PNG\r\n\x1a\n\0",
    "F-15 UTF-16": rule().encode("utf-16"),
    "F-15 NUL": rule().encode() + b"\0",
    "F-15 tabs": rule().replace("\n  kind", "\n\tkind").encode(),
    "F-16 a key twice": rule().encode() + b"  severity: low\n",
}

HOSTILE_WORDS = {
    "F-17 a link that runs": (rule(url="javascript:alert(1)"), "complete https:// address"),
    "F-17 a link with data": (rule(url="data:text/html,x"), "complete https:// address"),
    "F-17 a message of 10 kB": (rule(message=f"{{fr: {'a' * 10_000}, en: a}}"), "at most"),
}


def test_f_07_2000_rules_load_and_one_more_does_not(tmp_path: Path) -> None:
    many = [rule(f"r{number}") for number in range(MAX_RULES + 1)]
    place(tmp_path).write_text("".join(many[:-1]), "utf-8")
    began = time.perf_counter()

    assert len(load_rules(tmp_path)) == MAX_RULES
    assert time.perf_counter() - began < 5  # 2 s on a quiet machine
    assert "more than 2,000 rules" in refusal(tmp_path, "".join(many))


def test_f_08_two_rules_with_one_id_name_both_lines(tmp_path: Path) -> None:
    message = refusal(tmp_path, rule() + rule())

    assert ":10:" in message and "line 1" in message


@pytest.mark.parametrize("case", BOMBS)
def test_a_file_is_refused_at_once(case: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, BOMBS[case])


def test_f_15_an_empty_file_holds_no_rule(tmp_path: Path) -> None:
    place(tmp_path).write_bytes(b"")

    assert load_rules(tmp_path) == ()


def test_f_16_words_that_yaml_would_convert_stay_words(tmp_path: Path) -> None:
    place(tmp_path).write_text(rule(any_of="[no, off, 012, 2024-01-01, 12:30]"), "utf-8")

    assert load_rules(tmp_path)[0].spec["any_of"] == ("no", "off", "012", "2024-01-01", "12:30")


@pytest.mark.parametrize("case", HOSTILE_WORDS)
def test_hostile_words_are_refused(case: str, tmp_path: Path) -> None:
    content, expected = HOSTILE_WORDS[case]

    assert expected in refusal(tmp_path, content)


def test_f_17_signs_stay_text_and_direction_characters_go(tmp_path: Path) -> None:
    place(tmp_path).write_text(rule(message='{fr: "a\\u202Eb <img onerror=x>", en: b}'), "utf-8")

    assert load_rules(tmp_path)[0].message["fr"] == "ab <img onerror=x>"


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "device"], ids="F-19 {}".format)
def test_what_only_looks_like_a_file_is_refused_without_waiting(kind: str, tmp_path: Path) -> None:
    file = place(tmp_path)
    if kind == "link":
        (tmp_path / "real").write_text(rule(), "utf-8")
        file.symlink_to(tmp_path / "real")
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    elif os.geteuid() == 0:
        os.mknod(file, 0o666 | 0o020000, os.makedev(1, 5))  # what /dev/zero is
    else:
        pytest.skip("only root can make a device")
    began = time.perf_counter()

    with pytest.raises(AuthorError, match=r"symbolic link|ordinary file"):
        load_rules(tmp_path)
    assert time.perf_counter() - began < 1


def test_the_good_rule_of_these_cases_is_good(tmp_path: Path) -> None:
    place(tmp_path).write_text(rule(), "utf-8")
    (found,) = load_analyzer([(tmp_path, "mine")], None).check(Post(f"un {WORD} ici")).findings

    assert found.rule.id == "fr.permanence.invented"
