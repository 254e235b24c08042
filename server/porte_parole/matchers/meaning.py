"""Finds what a sentence means: by an author's examples, or by what was learned of a category.

Silent without an encoder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from porte_parole.company import Company
from porte_parole.learned.judging import opinions
from porte_parole.model import Finding, Reason, Rule, Understanding
from porte_parole.reading.document import Document

SHORTEST = 3
"""Words a sentence needs before its meaning is judged (domain 2.3)."""


def prepare(rules: Sequence[Rule], company: Company) -> MeaningMatcher:
    """The rules by example, and for each category the first rule that speaks for its trained head."""
    trained: dict[str, Rule] = {}
    for rule in rules:
        if rule.spec["trained"]:
            trained.setdefault(rule.category, rule)
    return MeaningMatcher([_ByExample(rule) for rule in rules if not rule.spec["trained"]], trained, company)


class MeaningMatcher:
    """See `prepare`."""

    def __init__(self, by_example: Sequence[_ByExample], trained: dict[str, Rule], company: Company) -> None:
        self._by_example = by_example
        self._trained = trained
        self._company = company

    def find(self, document: Document) -> Iterator[Finding]:
        """At most one trained finding a passage, however unsure, and every sentence that means what an example says."""
        if document.meaning is None or len(document.words) < SHORTEST:
            return
        if self._trained:
            yield from self._judged(document, document.meaning)
        if self._by_example:
            yield from self._alike(document, document.meaning)

    def _judged(self, document: Document, meaning: Understanding) -> Iterator[Finding]:
        for start, end, category, confidence in opinions(document, meaning, self._company):
            rule = self._trained.get(category)
            if rule is not None:
                yield _finding(rule, start, end, _weighed(confidence, rule.confidence))

    def _alike(self, document: Document, meaning: Understanding) -> Iterator[Finding]:
        sentences = [one for one in document.sentences if len(one.words) >= SHORTEST]
        vectors = meaning.encode([document.text[one.start : one.end].strip() for one in sentences])
        for sentence, vector in zip(sentences, vectors, strict=True):
            for known in self._by_example:
                if sentence.admits(known.rule.language) and known.is_like(vector, meaning):
                    yield _finding(known.rule, sentence.words[0].start, sentence.words[-1].end, known.rule.confidence)


class _ByExample:
    """A rule by example; its examples become vectors when the first sentence is compared."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._meaning: Understanding | None = None

    def is_like(self, vector: Any, meaning: Understanding) -> bool:
        """Whether `vector` is near enough to a `like`, and nearer than to any `unlike`."""
        self._meaning = meaning
        nearest = float((self._like @ vector).max())
        other = float((self._unlike @ vector).max()) if len(self._unlike) else -1.0
        return nearest >= self.rule.spec["at_least"] and nearest > other

    @cached_property
    def _like(self) -> Any:
        return self._vectors("like")

    @cached_property
    def _unlike(self) -> Any:
        return self._vectors("unlike")

    def _vectors(self, key: str) -> Any:
        assert self._meaning is not None  # noqa: S101 - set by is_like
        return self._meaning.encode(self.rule.spec[key])


def _weighed(confidence: float, at_the_cut: float) -> float:
    """The heads' confidence for a rule whose author says what it counts where the heads begin to speak (odds)."""
    odds = confidence / (1 - confidence) * at_the_cut / max(1 - at_the_cut, 1e-6)
    return odds / (1 + odds)


def _finding(rule: Rule, start: int, end: int, confidence: float) -> Finding:
    reasons = (Reason("meaning", start, end, confidence),)
    return Finding(rule, start, end, rule.category, rule.severity, confidence, reasons)
