"""How often a pattern repeats things inside one another: what makes RE2 build a large program, known beforehand."""

from __future__ import annotations

import re

MAX_REPETITIONS = 1_000
"""RE2 has this limit for one repetition; for those inside one another it first fills its memory, which takes 80 ms."""

_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\((?:\?[^):]*:)?|\)|.", re.DOTALL)
_TIMES = re.compile(r"\{(\d{1,9})(?:,(\d{0,9}))?\}")


def repetitions(pattern: str) -> int:
    """The largest product of repetitions inside one another: 6 for `(a{2}b){3}`, 1 without any."""
    inside = [1]
    index = 0
    while part := _PART.match(pattern, index):
        index = part.end()
        if part.group().startswith("("):
            inside.append(1)
            continue
        most = inside.pop() if part.group() == ")" and len(inside) > 1 else 1
        if times := _TIMES.match(pattern, index):
            most *= max(1, int(times[1]), int(times[2] or 0))
            index = times.end()
        inside[-1] = max(inside[-1], most)
    return max(inside)
