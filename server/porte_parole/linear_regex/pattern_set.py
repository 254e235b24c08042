"""Many patterns read together. What a match means is left to the callers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import re2

from porte_parole.linear_regex.classes import is_latin, large_classes, loosened
from porte_parole.linear_regex.programs import (
    add_to,
    compiled,
    full_program,
    options,
    require_class,
    small_program,
    what_is_wrong,
)
from porte_parole.linear_regex.repetitions import MAX_REPETITIONS, repetitions
from porte_parole.linear_regex.syntax import MAX_PATTERN, BadPattern, with_unicode_classes, without_groups

_LETTERS = "0-9A-Za-zªµºÀ-ÖØ-öø-ɏ"
_WHOLE = f"(?:^|[^{_LETTERS}])(%s)(?:[^{_LETTERS}]|$)"
"""A whole word, tried by RE2 itself: of "con|conne" it then finds the one that ends where the word does.

Latin letters only: every alphabet's (`\\p{L}`) takes four times the memory for 3,000 patterns (120 against 29 MB).
"""

_NEARLY_WHOLE = "(?:^|[^0-9A-Za-z])(?:%s)(?:[^0-9A-Za-z]|$)"
"""What every match of _WHOLE also matches, a tenth of its size."""

_SURELY_SMALL = 3_500
"""Instructions of a loosened program whose pattern surely fits in MAX_MEMORY (about 690,000): no class is 200 times
larger than what stands for it."""


def compile_pattern(pattern: str) -> Any:
    r"""A compiled pattern whose spans count code points; letter case does not count; \w, \d and \s know every alphabet.

    Raises:
        BadPattern: RE2 refuses it, or it is too long, or it matches the empty text.
    """
    alone = PatternSet()
    alone.add(pattern)
    alone.compile()
    return re2.compile(with_unicode_classes(pattern), options())


class PatternSet:
    """Many patterns, read together: the letters a pattern cannot do without decide whether it is run at all.

    Forty times faster on fresh text than re2.Set, whose one automaton for all patterns never settles
    (18 against 750 µs for 190 patterns on posts of 100 characters, one core).

    Patterns with large Unicode classes are kept loosened here. Only where the loosened one matches is the pattern run,
    made for Latin texts as long as the text is one: this takes a third of the memory and half of the time to prepare.
    Of 589 places where a loosened one of the shipped patterns matched in 1,233 posts, 585 were real.
    """

    def __init__(self) -> None:
        self._filter = re2.Filter()
        self._whole_word: list[bool] = []
        self._written: list[str] = []
        self._is_loose: list[bool] = []  # whether the filter holds the pattern loosened

    def add(self, pattern: str, whole_word: bool = False) -> None:
        """Add a pattern; indexes count from 0. `compile` comes after the last one.

        Args:
            pattern: RE2 syntax, without \\b.
            whole_word: letters or digits right before and after a match are not allowed.

        Raises:
            BadPattern: RE2 refuses it, or it is too long; the set cannot be used any more.
        """
        try:
            self._add(pattern, whole_word)
        except BadPattern as bad:
            bad.index = len(self._written)
            raise

    def compile(self) -> None:
        """Make the set ready for `occurring`.

        Raises:
            BadPattern: a pattern matches the empty text; `index` tells which.
        """
        if not self._written:
            return
        self._filter.Compile()
        # Asked of the set, not of each pattern: one that has been run takes twice the memory.
        for index in self._filter.Match("") or ():
            bad = BadPattern("The pattern also matches the empty text; make it ask for one character at least.")
            bad.index = index
            raise bad

    def spans(self, index: int, text: str) -> Iterator[tuple[int, int]]:
        """Where the pattern at `index` stands in `text`: code points, half-open, in order, never empty."""
        compiled = self._program(index, text)
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
        """Indexes of the patterns that occur in `text`, in order; may be empty."""
        sifted = self._filter.Match(text) or () if self._written and text else ()
        return [index for index in sifted if not self._is_loose[index] or self._occurs(index, text)]

    def _add(self, pattern: str, whole_word: bool) -> None:
        if len(pattern) > MAX_PATTERN:
            raise BadPattern(f"The pattern has more than {MAX_PATTERN} characters; split it into several rules.")
        if repetitions(pattern) > MAX_REPETITIONS:
            raise BadPattern(f"The pattern repeats too much; at most {MAX_REPETITIONS:,} repetitions in all.")
        given = with_unicode_classes(pattern)
        spelled = without_groups(given)
        loose = loosened(spelled)
        written = _WHOLE % spelled if whole_word else spelled
        try:
            if loose == spelled:
                add_to(self._filter, written)
            else:
                self._add_loose(_NEARLY_WHOLE % loose if whole_word else loose, written)
        except re2.error:
            raise BadPattern(what_is_wrong(given)) from None
        self._whole_word.append(whole_word)
        self._written.append(written)
        self._is_loose.append(loose != spelled)

    def _add_loose(self, loose: str, written: str) -> None:
        """Add what stands for `written`, sure that RE2 will also take the latter."""
        for one in large_classes(written):
            require_class(one)
        add_to(self._filter, loose)
        if self._filter.re(len(self._written)).programsize > _SURELY_SMALL:
            compiled(written)

    def _occurs(self, index: int, text: str) -> bool:
        return self._program(index, text).search(text) is not None

    def _program(self, index: int, text: str) -> Any:
        """What finds the pattern at `index` in `text`, exactly."""
        written = self._written[index]
        # Never the filter's own, which only tells whether: to tell where takes another 0.1 MB for each.
        return (small_program(written) if not self._is_loose[index] or is_latin(text) else None) or full_program(
            written
        )


def _continues(text: str, edge: int) -> bool:
    """Whether a word goes on at `edge`, in any alphabet."""
    return 0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum()
