"""Compiled patterns: with what limits, how long they are kept, and what is wrong when RE2 refuses one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import re2

from porte_parole.characters.showing import shown
from porte_parole.linear_regex.classes import for_latin

_MAX_MEMORY = 8 << 20  # bytes for one compiled program (reference security 8.1)

_LITTLE_MEMORY = 1 << 19
"""Bytes for one of many programs that are kept: what they add after 1,000 posts is a half, for 0.05 ms a post."""


@lru_cache(maxsize=64)
def small_program(written: str) -> Any:
    """The pattern without large classes, or its form for Latin texts; None when there is no such form.

    About 0.1 MB each once it has read, 0.3 ms to make one again; 128 would take 8 MB more and save 0.1 ms a risky post.
    """
    latin = for_latin(written)
    return None if latin is None else compiled(latin)


@lru_cache(maxsize=24)
def full_program(written: str) -> Any:
    """The pattern with its large classes: up to 0.4 MB each once it has read, 1 to 2 ms to make one again."""
    return compiled(written)


@lru_cache(maxsize=256)
def require_class(written: str) -> None:
    """Raise re2.error when RE2 does not know this class, which loosening would hide."""
    compiled(written)


def compiled(spelled: str) -> Any:
    """What re2.compile gives, without the 128 programs which that keeps in memory."""
    alone = re2.Filter()
    add_to(alone, spelled)
    return alone.re(0)


def add_to(patterns: re2.Filter, spelled: str) -> None:
    """Add a pattern that is kept, with little memory to run in unless it is large.

    Raises:
        re2.error: RE2 refuses it.
    """
    try:
        patterns.Add(spelled, options(_LITTLE_MEMORY))
    except re2.error:
        patterns.Add(spelled, options())


def options(most_memory: int = _MAX_MEMORY) -> Any:
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.log_errors = False
    chosen.max_mem = most_memory
    return chosen


def what_is_wrong(spelled: str) -> str:
    """What to tell the author of a pattern that was refused; the set itself does not say."""
    try:
        re2.compile(spelled, options())
    except re2.error as problem:
        detail = shown(problem.args[0].decode("utf-8", "replace"))
        if detail.startswith("missing"):  # what follows is the whole pattern, and refusals end up in logs
            detail = detail.split(":")[0]
    else:
        detail = "refused"
    if "(?" in detail:
        return "Look-ahead, look-behind and atomic groups are not available; list what cancels the rule under unless."
    if "repetition" in detail or "too large" in detail:
        return f"The pattern repeats too much ({detail}); at most 1,000 repetitions in all."
    return f"The pattern cannot be read ({detail})."
