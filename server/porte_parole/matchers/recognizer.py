"""Turns what recognizers see into findings of the rules that ask for them, and tells whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from porte_parole.company import Company
from porte_parole.model import Finding, Reason, Rule
from porte_parole.reading.document import Document
from porte_parole.reading.ownership import whose
from porte_parole.recognizers import NAMES, Recognizer, Sighting, recognizer_named


class _Ready(NamedTuple):
    recognize: Recognizer
    rules: list[Rule]


def prepare(rules: Sequence[Rule], company: Company) -> RecognizerMatcher:
    """Each recognizer once, with the rules that give it words.

    Raises:
        RuleError: a rule names a recognizer that does not exist.
    """
    ready: dict[str, _Ready] = {}
    for rule in rules:
        name = rule.spec["recognizer"]
        if name not in NAMES:
            raise rule.fault(f"There is no recognizer of this name; the recognizers are: {', '.join(NAMES)}.")
        ready.setdefault(name, _Ready(recognizer_named(name), [])).rules.append(rule)
    return RecognizerMatcher(list(ready.values()), company)


class RecognizerMatcher:
    """See `prepare`."""

    def __init__(self, ready: Sequence[_Ready], company: Company) -> None:
        self._ready = ready
        self._company = company

    def find(self, document: Document) -> Iterator[Finding]:
        """A finding for each sighting and each rule that speaks in its sentence."""
        for recognize, rules in self._ready:
            for sighting in recognize(document, self._company):
                sentence = document.sentence_at(sighting.start)
                for rule in rules:
                    if sentence.admits(rule.language):
                        yield _finding(rule, sighting, document)


def _finding(rule: Rule, sighting: Sighting, document: Document) -> Finding:
    start, end = sighting.start, sighting.end
    confidence = rule.confidence * sighting.sureness
    reasons = [Reason(sighting.evidence, start, end, confidence)]
    category = rule.category
    when = rule.spec["category_when"]
    owner = whose(document, start, end) if when else None
    if owner is not None:
        category = when.get(owner.whose, category)
        reasons.append(Reason("context", owner.start, owner.end, 0.0))
    return Finding(rule, start, end, category, rule.severity, confidence, tuple(reasons), sighting.validated)
