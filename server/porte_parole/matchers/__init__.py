"""Finds what rules look for: one module per kind of rule, found by its name, none of which knows the others.

A matcher module has `prepare(rules, company)`, which takes every rule of its kind, refuses what cannot run with a
RuleError, and returns a Matcher. Adding a kind is adding a file. What a finding counts for is left to scoring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from porte_parole.company import Company
from porte_parole.model import Finding, Rule
from porte_parole.reading.document import Document

KINDS = tuple(sorted(module.name for module in iter_modules(__path__)))
"""Every kind of rule that can be used today, in alphabetical order."""


class Matcher(Protocol):
    """All rules of one kind, ready to read posts; keeps nothing between two posts."""

    def find(self, document: Document) -> Iterator[Finding]:
        """Findings in any order, possibly overlapping; offsets are code points of `document.text`."""
        ...


def prepare_all(rules: Sequence[Rule], company: Company) -> tuple[Matcher, ...]:
    """A matcher for each kind that `rules` use.

    Raises:
        RuleError: a rule cannot run, or is of a kind that does not exist.
    """
    by_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.kind not in KINDS:
            raise rule.fault(f"There is no kind {rule.kind!r}; the kinds are: {', '.join(KINDS)}.")
        by_kind.setdefault(rule.kind, []).append(rule)
    return tuple(
        import_module(f"{__name__}.{kind}").prepare(tuple(of_kind), company)
        for kind, of_kind in sorted(by_kind.items())
    )
