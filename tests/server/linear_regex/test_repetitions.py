from __future__ import annotations

import time

import pytest

from porte_parole.linear_regex import BadPattern, compile_pattern
from porte_parole.linear_regex.repetitions import repetitions


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("", 1),
        ("x*y+", 1),
        ("(a{2}b){3}", 6),
        ("(?:a{3}){4,}", 12),
        ("(a{2}){3}(b{4}){5}", 20),
        ("((a{100}){100}){100}", 1_000_000),
        ("[a{9}]{2}", 2),
        (r"\({5}", 5),
        (r"\(a{2}\){3}", 3),
        (")a{2}", 2),
    ],
)
def test_repetitions_inside_one_another_are_multiplied(pattern: str, expected: int) -> None:
    assert repetitions(pattern) == expected


def test_what_repeats_too_much_is_refused_before_re2_fills_its_memory() -> None:
    started = time.perf_counter()
    for _ in range(20):
        with pytest.raises(BadPattern, match="repeats too much; at most 1,000"):
            compile_pattern("((a{100}){100}){100}")

    assert time.perf_counter() - started < 0.5  # RE2 alone needs 20 times 80 ms
