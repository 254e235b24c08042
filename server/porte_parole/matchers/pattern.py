"""Finds regular expressions: one look at the text tells which can match, then only those are run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from porte_parole.characters.folding import readable
from porte_parole.company import Company
from porte_parole.linear_regex import BadPattern, PatternSet
from porte_parole.model import Finding, Reason, Rule
from porte_parole.reading.document import Document


def prepare(rules: Sequence[Rule], company: Company) -> PatternMatcher:
    """Every pattern compiled, and the set that chooses among them.

    Raises:
        RuleError: RE2 refuses a pattern, or it matches the empty text.
    """
    patterns = PatternSet()
    try:
        for rule in rules:
            patterns.add(readable(rule.spec["pattern"]).text, rule.spec["whole_word"])
        patterns.compile()
    except BadPattern as problem:
        raise rules[problem.index].fault(str(problem)) from None
    return PatternMatcher(patterns, rules)


class PatternMatcher:
    """See `prepare`."""

    def __init__(self, patterns: PatternSet, rules: Sequence[Rule]) -> None:
        self._patterns = patterns
        self._rules = rules

    def find(self, document: Document) -> Iterator[Finding]:
        """Every match that begins in a sentence of its rule's language, outside addresses unless it is neutral."""
        for index in self._patterns.occurring(document.text):
            yield from _findings(self._rules[index], self._patterns.spans(index, document.text), document)


def _findings(rule: Rule, spans: Iterator[tuple[int, int]], document: Document) -> Iterator[Finding]:
    for start, end in spans:
        if not document.sentence_at(start).admits(rule.language):
            continue
        # An address between two words of a match is passed over; one that begins or ends it was never words.
        if rule.language != "neutral" and (
            document.inside_address(start, start + 1) or document.inside_address(end - 1, end)
        ):
            continue
        reasons = (Reason("pattern", start, end, rule.confidence),)
        yield Finding(rule, start, end, rule.category, rule.severity, rule.confidence, reasons)
