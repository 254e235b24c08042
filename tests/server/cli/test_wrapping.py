"""Lines that fit, and texts that cannot steer the terminal."""

from __future__ import annotations

import pytest

from porte_parole.cli.wrapping import Cell, cells, wrap


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("un deux trois", 7, ["un deux", "trois"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab cdefghij", 4, ["ab", "cdef", "ghij"]),
        ("a\n\nb", 10, ["a", "", "b"]),
        ("日本語です", 4, ["日本", "語で", "す"]),
        ("e\u0301" * 4, 4, ["e\u0301" * 4]),
        ("oh la journée !", 13, ["oh la", "journée\u00a0!"]),
        ("fin   ", 4, ["fin"]),
    ],
)
def test_lines_fit_the_width_and_break_at_spaces(text: str, width: int, expected: list[str]) -> None:
    assert expected == wrap(cells(text), width)


def test_each_style_is_closed_on_its_own_line() -> None:
    assert wrap(cells("ab cd", "31"), 3) == ["\x1b[31mab\x1b[0m", "\x1b[31mcd\x1b[0m"]


def test_no_underlined_space_hangs_at_the_end_of_a_line() -> None:
    assert wrap([*cells("ab ", "4"), *cells("cd")], 3) == ["\x1b[4mab\x1b[0m", "cd"]


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\x9b", "\x00", "\u202e", "\u2066", "\ud800"])
def test_what_could_steer_the_terminal_is_replaced_one_for_one(char: str) -> None:
    assert [Cell("a"), Cell("\ufffd"), Cell("b")] == cells(f"a{char}b")
