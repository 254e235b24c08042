"""Finds regular expressions: one look at the text tells which can match, then only those are run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from porte_parole.characters.folding import readable
from porte_parole.company import Company
from porte_parole.errors import RuleError
from porte_parole.linear_regex import BadPattern, PatternSet
from porte_parole.model import Finding, Reason, Rule
from porte_parole.reading.document import Document


def prepare(rules: Sequence[Rule], company: Company) -> PatternMatcher:
    """Every pattern compiled, and the set that chooses among them.

    Raises:
        RuleError: RE2 refuses a pattern, or it matches the empty text.
    """
    patterns = PatternSet()
    for rule in rules:
        try:
            patterns.add(readable(rule.spec["pattern"]).text)
        except BadPattern as problem:
            place = rule.location
            raise RuleError(str(problem), place.path, place.line, place.column) from None
    patterns.compile()
    return PatternMatcher(patterns, rules)


class PatternMatcher:
    """See `prepare`."""

    def __init__(self, patterns: PatternSet, rules: Sequence[Rule]) -> None:
        self._patterns = patterns
        self._rules = rules

    def find(self, document: Document) -> Iterator[Finding]:
        """Every match that begins in a sentence of its rule's language, outside addresses unless it is neutral."""
        for index in self._patterns.occurring(document.text):
            yield from _matches(self._rules[index], self._patterns.compiled(index), document)


def _matches(rule: Rule, compiled: Any, document: Document) -> Iterator[Finding]:
    whole_word = rule.spec["whole_word"]
    for match in compiled.finditer(document.text):
        start, end = match.span()
        if start == end or (whole_word and not _is_whole(document.text, start, end)):
            continue
        if not document.sentence_at(start).admits(rule.language):
            continue
        if rule.language != "neutral" and document.inside_address(start, end):
            continue
        reasons = (Reason("pattern", start, end, rule.confidence),)
        yield Finding(rule, start, end, rule.category, rule.severity, rule.confidence, reasons)


def _is_whole(text: str, start: int, end: int) -> bool:
    """RE2's own word boundary knows ASCII letters only."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after
