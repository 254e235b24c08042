"""RE2 as rule authors use it: linear time, Unicode classes, silent on bad patterns. The only importer of re2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import re2

MAX_PATTERN = 500
"""Longest pattern, in code points (rules-example.yml)."""

_MAX_MEMORY = 8 << 20  # bytes for one compiled program (reference security 8.1)

_CLASSES = {"w": r"\p{L}\p{M}\p{N}_", "d": r"\p{Nd}", "s": r"\s\p{Z}"}
_LETTERS = "0-9A-Za-zªµºÀ-ÖØ-öø-ɏ"
_WHOLE = f"(?:^|[^{_LETTERS}])(%s)(?:[^{_LETTERS}]|$)"
"""A whole word, tried by RE2 itself: of "con|conne" it then finds the one that ends where the word does.

Latin letters only: every alphabet's (`\\p{L}`) takes four times the memory for 3,000 patterns (120 against 29 MB).
"""

_NEGATED = {"W": _CLASSES["w"], "D": _CLASSES["d"], "S": _CLASSES["s"]}
_REFUSED = {
    "b": '\\b knows ASCII letters only; use whole_word: "true"',
    "B": '\\B knows ASCII letters only; use whole_word: "true"',
    "Q": "write the characters out, each special one after a backslash",
}


class BadPattern(ValueError):
    """A pattern that cannot be used; the message tells its author what to do."""


def compile_pattern(pattern: str) -> Any:
    r"""A compiled pattern whose spans count code points; letter case does not count; \w, \d and \s know every alphabet.

    Raises:
        BadPattern: RE2 refuses it, or it is too long, or it matches the empty text.
    """
    PatternSet().add(pattern)
    return re2.compile(with_unicode_classes(pattern), _options())


class PatternSet:
    """Many patterns, read together: the letters a pattern cannot do without decide whether it is run at all.

    Forty times faster on fresh text than re2.Set, whose one automaton for all patterns never settles
    (18 against 750 µs for 190 patterns on posts of 100 characters, one core).
    """

    def __init__(self) -> None:
        self._filter = re2.Filter()
        self._whole_word: list[bool] = []

    def add(self, pattern: str, whole_word: bool = False) -> None:
        """Add a pattern; indexes count from 0. `compile` comes after the last one.

        Args:
            pattern: RE2 syntax, without \\b.
            whole_word: letters or digits right before and after a match are not allowed.

        Raises:
            BadPattern: as for `compile_pattern`.
        """
        if len(pattern) > MAX_PATTERN:
            raise BadPattern(f"The pattern has more than {MAX_PATTERN} characters; split it into several rules.")
        spelled = with_unicode_classes(pattern)
        try:
            self._filter.Add(_WHOLE % spelled if whole_word else spelled, _options())
        except re2.error:
            raise BadPattern(_what_is_wrong(spelled)) from None
        if self._filter.re(len(self._whole_word)).search("") is not None:
            raise BadPattern("The pattern also matches the empty text; make it ask for one character at least.")
        self._whole_word.append(whole_word)

    def compile(self) -> None:
        """Make the set ready for `occurring`."""
        if self._whole_word:
            self._filter.Compile()

    def spans(self, index: int, text: str) -> Iterator[tuple[int, int]]:
        """Where the pattern at `index` stands in `text`: code points, half-open, in order, never empty."""
        compiled = self._filter.re(index)
        if not self._whole_word[index]:
            yield from (match.span() for match in compiled.finditer(text) if match.end() > match.start())
            return
        position = 0
        # Not finditer: the character between two neighbours belongs to both.
        while match := compiled.search(text, position):
            start, end = match.span(1)
            if end > start and not _continues(text, start) and not _continues(text, end):
                yield start, end
            position = max(end, position + 1)

    def occurring(self, text: str) -> Sequence[int]:
        """Indexes of the patterns that occur in `text`, in any order; may be empty."""
        return self._filter.Match(text) or () if self._whole_word and text else ()


def _continues(text: str, edge: int) -> bool:
    """Whether a word goes on at `edge`, in any alphabet."""
    return 0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum()


def with_unicode_classes(pattern: str) -> str:
    r"""`pattern` with \w, \d, \s and their opposites spelled out for every alphabet.

    Raises:
        BadPattern: it uses \b, \B or \Q, or an opposite inside a class, which RE2 cannot say.
    """
    written: list[str] = []
    inside = False
    index = 0
    while index < len(pattern):
        char = pattern[index]
        if char == "\\" and index + 1 < len(pattern):
            written.append(_escape(pattern[index + 1], inside))
            index += 2
            continue
        if char == "[" and not inside:
            inside = True
            # A "]" that comes first in a class stands for itself.
            head = 2 if pattern[index + 1 : index + 2] == "^" else 1
            head += pattern[index + head : index + head + 1] == "]"
            written.append(pattern[index : index + head])
            index += head
            continue
        inside = inside and char != "]"
        written.append(char)
        index += 1
    return "".join(written)


def _options() -> Any:
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.log_errors = False
    chosen.max_mem = _MAX_MEMORY
    return chosen


def _escape(letter: str, inside: bool) -> str:
    if letter in _REFUSED and not (inside and letter == "b"):
        raise BadPattern(f"\\{letter} is not available: {_REFUSED[letter]}.")
    if letter in _CLASSES:
        return _CLASSES[letter] if inside else f"[{_CLASSES[letter]}]"
    if letter in _NEGATED:
        if inside:
            raise BadPattern(f"\\{letter} is not available between square brackets; list what may stand there.")
        return f"[^{_NEGATED[letter]}]"
    return f"\\{letter}"


def _what_is_wrong(spelled: str) -> str:
    """What to tell the author of a pattern that was refused; the set itself does not say."""
    try:
        re2.compile(spelled, _options())
    except re2.error as problem:
        detail = problem.args[0].decode("utf-8", "replace")
    else:
        detail = "refused"
    if "(?" in detail:
        return "Look-ahead, look-behind and atomic groups are not available; list what cancels the rule under unless."
    if "repetition" in detail or "too large" in detail:
        return f"The pattern repeats too much ({detail}); at most 1,000 repetitions in all."
    return f"The pattern cannot be read ({detail})."
