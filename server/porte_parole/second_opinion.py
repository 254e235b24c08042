"""The trained heads beside the rules: they raise what they agree with, lower what they doubt, and alone stay modest.

A rule that is nearly sure, or that a company or a person wrote, is never silenced by them; what they alone find is a
hint or a warning, never an alert.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from porte_parole.model import Finding, Reason, Severity

UNTOUCHED = 0.85
"""Confidence from which a rule needs no second opinion: validated identifiers, known keys, open slurs."""

DOUBT = 0.2
"""Opinion below which a rule is doubted; at 0 it keeps KEPT of its confidence."""

KEPT = 0.5

SPEAKS = 0.5
"""Confidence from which the heads have a finding of their own; below, they only lend weight to rules."""

WARNS = 0.7
"""Confidence from which the heads alone give a warning; below, a hint."""


def second_opinion(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings with the heads' weight in them; an opinion that a rule already voices is taken into the rule.

    Findings that something took back stay as they are.
    """
    everything = list(findings)
    opinions = [one for one in everything if is_opinion(one)]
    rules = [one for one in everything if not is_opinion(one)]
    if not opinions:
        yield from rules
        return
    voiced = {id(opinion): _voice(opinion, rules) for opinion in opinions}
    agreed = {id(rule): opinion for opinion in opinions if (rule := voiced[id(opinion)]) is not None}
    for rule in rules:
        yield _weighed(rule, agreed.get(id(rule)), opinions)
    for opinion in opinions:
        if voiced[id(opinion)] is not None:
            yield replace(opinion, suppressed_by="overlap")
        elif opinion.suppressed_by is None and opinion.confidence < SPEAKS:
            yield replace(opinion, suppressed_by="weak")
        else:
            yield replace(opinion, severity=min(opinion.severity, _alone(opinion)))


def is_opinion(finding: Finding) -> bool:
    """Whether a trained head found it."""
    return finding.rule.kind == "meaning" and bool(finding.rule.spec["trained"])


def _voice(opinion: Finding, rules: Sequence[Finding]) -> Finding | None:
    """The surest rule of the opinion's category that counts, when the opinion says anything."""
    if opinion.suppressed_by is not None or opinion.confidence < DOUBT:
        return None
    same = [one for one in rules if one.category == opinion.category and one.suppressed_by is None]
    return max(same, key=lambda one: one.confidence, default=None)


def _weighed(rule: Finding, agreeing: Finding | None, opinions: Sequence[Finding]) -> Finding:
    if rule.suppressed_by is not None or rule.validated or rule.confidence >= UNTOUCHED:
        return rule
    if agreeing is not None:
        raised = 1 - (1 - rule.confidence) * (1 - agreeing.confidence)
        return _with(rule, raised, agreeing)
    if rule.rule.origin != "built-in":
        return rule  # what a company or a person asks for is theirs to weigh
    nearest = max(opinions, key=lambda one: one.confidence)
    if nearest.confidence >= DOUBT:
        return rule
    return _with(rule, rule.confidence * (KEPT + (1 - KEPT) * nearest.confidence / DOUBT), nearest)


def _with(rule: Finding, confidence: float, opinion: Finding) -> Finding:
    reason = Reason("meaning", opinion.start, opinion.end, round(confidence - rule.confidence, 3))
    return replace(rule, confidence=confidence, reasons=(*rule.reasons, reason))


def _alone(opinion: Finding) -> Severity:
    return Severity.MEDIUM if opinion.confidence >= WARNS else Severity.LOW
