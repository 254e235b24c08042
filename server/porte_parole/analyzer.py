"""One post through every tier: the only orchestrator. It decides the order; each step decides everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from porte_parole.characters.folding import Mapped
from porte_parole.company import NO_COMPANY, Company
from porte_parole.guard import guard
from porte_parole.matchers import prepare_all
from porte_parole.model import LANGUAGES, MAX_FINDINGS, Finding, Post, Report, Rule
from porte_parole.reading.document import Document
from porte_parole.scoring import amplify, level_of, score_of, seriousness, without_overlaps, without_weak
from porte_parole.silencing import Silencing

TIERS = ("recognizers", "rules")


class Analyzer:
    """Rules and a company profile, ready to read posts. Safe to share between threads: keeps nothing of a post.

    Args:
        rules: of any kind and language; may be empty.
        company: whose names, countries and public facts the rules may know.

    Raises:
        RuleError: a rule cannot run.
    """

    def __init__(self, rules: Sequence[Rule], company: Company = NO_COMPANY) -> None:
        self._matchers = prepare_all(rules, company)
        self._silencing = Silencing(rules, company)

    def check(self, post: Post) -> Report:
        """The report of one post; offsets count code points of `post.text`. An empty text is clear."""
        document = Document(post.text)
        found = list(guard(document, self._counting(document, post)))
        heard = [finding for finding in found if finding.suppressed_by is None]
        strong, weak = without_weak(heard)
        places = [document.sentence_at(finding.start).index for finding in strong]
        kept, covered = without_overlaps(amplify(strong, places))
        shown = tuple(_in_source(finding, document.readable) for finding in kept[:MAX_FINDINGS])
        silent = [finding for finding in found if finding.suppressed_by is not None]
        return Report(
            score=score_of(shown, post.audience),
            level=level_of(shown),
            language=document.language,
            tiers=TIERS,
            findings=shown,
            text_language=_text_language(post.ui_language, document.language),
            suppressed=_explained([*silent, *weak, *covered], document.readable) if post.explain else (),
        )

    def _counting(self, document: Document, post: Post) -> Iterator[Finding]:
        """Every finding of every matcher, marked with what takes it back."""
        for matcher in self._matchers:
            for finding in matcher.find(document):
                reason = self._silencing.silence_of(finding, document, post)
                yield finding if reason is None else replace(finding, suppressed_by=reason)


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
