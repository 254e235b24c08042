"""One post through every tier: the only orchestrator. It decides the order; each step decides everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from porte_parole.characters.folding import Mapped
from porte_parole.company import NO_COMPANY, Company
from porte_parole.guard import Guard
from porte_parole.matchers import prepare_all
from porte_parole.matchers.near import NearMatcher
from porte_parole.matchers.pattern import PatternMatcher
from porte_parole.matchers.phrase import PhraseMatcher
from porte_parole.meaning import Meaning
from porte_parole.model import LANGUAGES, MAX_FINDINGS, Finding, Post, Report, Rule
from porte_parole.reading.document import Document
from porte_parole.reading.spelling import second_reading
from porte_parole.reading.unfinished import unfinished_from
from porte_parole.scoring import amplify, level_of, score_of, seriousness, without_overlaps, without_weak
from porte_parole.second_opinion import second_opinion
from porte_parole.silencing import Silencing, speaks_for

_READ_TWICE = (NearMatcher, PatternMatcher, PhraseMatcher)
"""What also reads chat forms and slips written out: numbers stay as they are, and the encoder knows chat."""

TIERS = ("recognizers", "rules")
"""Tiers that always answer; "meaning" joins them when it is ready."""


class Analyzer:
    """Rules, a company profile and the meaning tier, ready to read posts. Threads may share it: it keeps no post.

    Args:
        rules: of any kind and language; may be empty.
        company: whose names, countries and public facts the rules may know.
        meaning: joins as soon as it is ready; None: never.

    Raises:
        RuleError: a rule cannot run.
    """

    def __init__(self, rules: Sequence[Rule], company: Company = NO_COMPANY, meaning: Meaning | None = None) -> None:
        rules = [rule for rule in rules if speaks_for(rule, company)]
        self._matchers = prepare_all(rules, company)
        self._silencing = Silencing(rules, company)
        self._guard = Guard(company)
        self._is_regulated = company.regulated != "none"
        self._meaning = meaning

    def check(self, post: Post) -> Report:
        """The report of one post; offsets count code points of `post.text`. An empty text is clear."""
        meaning = self._meaning if self._meaning and self._meaning.is_ready else None
        document = Document(post.text, meaning)
        found = list(self._guard.watch(document, second_opinion(self._counting(document, post))))
        heard = [finding for finding in found if finding.suppressed_by is None]
        strong, weak = without_weak(heard, unfinished_from(document), len(document.words))
        places = [document.sentence_at(finding.start).index for finding in strong]
        raised = amplify(strong, places, post.account == "official", self._is_regulated)
        kept, covered = without_overlaps(raised)
        shown = tuple(_in_source(finding, document.readable) for finding in kept[:MAX_FINDINGS])
        silent = [finding for finding in found if finding.suppressed_by is not None]
        return Report(
            score=score_of(shown, post.audience),
            level=level_of(shown),
            language=document.language,
            tiers=(*TIERS, "meaning") if meaning else TIERS,
            findings=shown,
            text_language=_text_language(post.ui_language, document.language),
            suppressed=_explained([*silent, *weak, *covered], document.readable) if post.explain else (),
        )

    def _counting(self, document: Document, post: Post) -> Iterator[Finding]:
        """Every finding of every matcher, marked with what takes it back."""
        silence_of = self._silencing.over(document, post)
        for finding in self._found(document):
            reason = silence_of(finding)
            yield finding if reason is None else replace(finding, suppressed_by=reason)

    def _found(self, document: Document) -> Iterator[Finding]:
        """What the matchers find, also with chat forms and slips written out."""
        first = [finding for matcher in self._matchers for finding in matcher.find(document)]
        yield from first
        reading = second_reading(document)
        if reading is None:
            return
        again = (matcher for matcher in self._matchers if isinstance(matcher, _READ_TWICE))
        for finding in chain.from_iterable(matcher.find(reading.document) for matcher in again):
            there = reading.found(finding)
            if there is not None and not any(_is_same(there, other) for other in first):
                yield there


def _is_same(one: Finding, other: Finding) -> bool:
    """Whether the same rule speaks of the same place."""
    return one.rule.id == other.rule.id and one.start < other.end and other.start < one.end


def _explained(findings: Sequence[Finding], readable: Mapped) -> tuple[Finding, ...]:
    return tuple(_in_source(finding, readable) for finding in sorted(findings, key=seriousness))


def _in_source(finding: Finding, readable: Mapped) -> Finding:
    """The same finding with offsets into the text as received."""
    if readable.starts is None:
        return finding
    start, end = readable.span(finding.start, finding.end)
    reasons = []
    for reason in finding.reasons:
        first, last = readable.span(reason.start, reason.end)
        reasons.append(replace(reason, start=first, end=last))
    return replace(finding, start=start, end=end, reasons=tuple(reasons))


def _text_language(ui_language: str | None, language: str) -> str:
    """Language of titles and advice: the one asked for, else the post's, else English."""
    return next((choice for choice in (ui_language, language) if choice in LANGUAGES), "en")
