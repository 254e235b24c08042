"""From findings to the answer: which are shown, how serious each is, the level and the score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import prod

from porte_parole.model import CATEGORIES, MAX_TEXT_UTF16, Audience, Finding, Level, Severity

AMPLIFIERS = frozenset(("permanence", "role-blending"))
"""Alone a quiet hint; together with another category in the same sentence they raise it one level (domain 2.1)."""

SHOWN_FROM = 0.5
"""A category whose joint confidence is lower is not shown: a weak word alone never warns (domain 5.4)."""

STRONG = 0.7
"""Confidence from which a finding counts in a post of fewer than FEW_WORDS words (domain 2.3: very short text)."""

FEW_WORDS = 3

_REACH = {"public": 1.0, "unknown": 0.9, "friends": 0.7, "group": 0.5, "private": 0.3}
"""How much of the confidence counts for an audience (domain 2.1); never for credentials and validated identifiers."""

_WEIGHT = {Severity.LOW: 0.35, Severity.MEDIUM: 0.7, Severity.HIGH: 1.0}
"""Most that a category of this severity gives the score, in hundredths: a hint stays under 36, a warning under 71."""

_LEVELS: dict[int, Level] = {0: "clear", 1: "hint", 2: "warning", 3: "alert"}


def seriousness(finding: Finding) -> tuple[int, float, int, int]:
    """Sort key, most serious first: severity, confidence, private life first, then place."""
    return (-finding.severity, -finding.confidence, CATEGORIES.index(finding.category), finding.start)


def without_overlaps(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The most serious finding of each place, and those it covers ("overlap"); both most serious first."""
    kept: list[Finding] = []
    covered: list[Finding] = []
    for finding in sorted(findings, key=seriousness):
        if any(other.start < finding.end and finding.start < other.end for other in kept):
            covered.append(replace(finding, suppressed_by="overlap"))
        else:
            kept.append(finding)
    return kept, covered


def without_weak(
    findings: Sequence[Finding], unfinished_from: int = MAX_TEXT_UTF16, word_count: int = FEW_WORDS
) -> tuple[list[Finding], list[Finding]]:
    """Findings that are sure, or sure enough together within their category, and the others ("weak").

    Args:
        unfinished_from: where a word begins that is perhaps still being typed: alone, it does not count if weak.
        word_count: of the post; in a very short one only what is strong counts.
    """
    counting = [finding for finding in findings if not _waits(finding, unfinished_from, word_count)]
    strong = [finding for name in _categories(counting) for finding in _sure(_of(counting, name))]
    weak = [replace(finding, suppressed_by="weak") for finding in findings if finding not in strong]
    return strong, weak


def _sure(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Of one category: what is sure by itself; where nothing is, everything that together is sure enough."""
    alone = [finding for finding in findings if finding.confidence >= SHOWN_FROM]
    return alone or (findings if _together(findings) >= SHOWN_FROM else [])


def _waits(finding: Finding, unfinished_from: int, word_count: int) -> bool:
    if finding.validated:
        return False
    typed = finding.confidence < SHOWN_FROM and finding.start >= unfinished_from
    return typed or (word_count < FEW_WORDS and finding.confidence < STRONG)


def amplify(
    findings: Sequence[Finding], sentences: Sequence[int], is_official: bool = False, is_regulated: bool = False
) -> list[Finding]:
    """The same findings; amplifiers at most low, what stands in a sentence with one raised one level.

    On an official account a private register is no hint but a warning. Promises of gain weigh one level more where
    the company may be supervised for them.

    Args:
        sentences: the index of each finding's sentence, in the same order.
        is_official: the post goes out from an account of the company.
        is_regulated: the company is a bank or an insurer.
    """
    loud = {place for finding, place in zip(findings, sentences, strict=True) if finding.category in AMPLIFIERS}
    result = []
    for finding, place in zip(findings, sentences, strict=True):
        severity = finding.severity
        if finding.category in AMPLIFIERS:
            blended = is_official and finding.category == "role-blending"
            severity = Severity.MEDIUM if blended else Severity.LOW
        elif place in loud or (is_regulated and finding.category == "financial-promotion"):
            severity = Severity(min(severity + 1, _most(finding)))
        result.append(finding if severity == finding.severity else replace(finding, severity=severity))
    return result


def _most(finding: Finding) -> Severity:
    """An alert interrupts, so the trained heads alone never give one."""
    return Severity.MEDIUM if finding.rule.kind == "meaning" else Severity.HIGH


def level_of(findings: Iterable[Finding]) -> Level:
    """clear without findings; else by the most serious one: hint, warning or alert."""
    return _LEVELS[max((finding.severity for finding in findings), default=0)]


def score_of(findings: Sequence[Finding], audience: Audience) -> int:
    """0 to 100: that of the category that counts most.

    A category counts the noisy-OR of its findings' confidences after the audience factor, times the weight of its
    highest severity. Source: reference domain 2.1; the weights are own judgement.
    """
    return round(100 * max((_counts(_of(findings, name), audience) for name in _categories(findings)), default=0.0))


def _counts(findings: Sequence[Finding], audience: Audience) -> float:
    reached = [replace(finding, confidence=finding.confidence * _factor(finding, audience)) for finding in findings]
    return _together(reached) * _WEIGHT[max(finding.severity for finding in findings)]


def _factor(finding: Finding, audience: Audience) -> float:
    proven = finding.validated or finding.category == "credentials-secrets"
    return 1.0 if proven else _REACH[audience]


def _together(findings: Iterable[Finding]) -> float:
    """Noisy-OR over the rules that speak: a rule that says the same thing twice is no surer."""
    best: dict[str, float] = {}
    for finding in findings:
        best[finding.rule.id] = max(finding.confidence, best.get(finding.rule.id, 0.0))
    return 1 - prod(1 - confidence for confidence in best.values())


def _categories(findings: Iterable[Finding]) -> list[str]:
    return list(dict.fromkeys(finding.category for finding in findings))


def _of(findings: Iterable[Finding], category: str) -> list[Finding]:
    return [finding for finding in findings if finding.category == category]
