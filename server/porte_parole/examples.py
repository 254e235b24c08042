"""Runs a rule's own examples: every hit exactly between its brackets, every pass quiet. rulebook loads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from porte_parole.analyzer import Analyzer
from porte_parole.bracketed import split_brackets
from porte_parole.company import NO_COMPANY, Company
from porte_parole.meaning import Meaning
from porte_parole.model import Account, Post, Rule
from porte_parole.recognizers.sealed_term import seal
from porte_parole.second_opinion import is_opinion

SAMPLE_OWN_NAME, SAMPLE_COMPETITOR, SAMPLE_ACCOUNT = "Novassur", "Polmera", "@novassur"
"""Invented names that every example may use, whichever company profile is in force."""

SAMPLE_CODE_NAME, SAMPLE_SEALED = "Bételgeuse", "Grand Large"
"""A code name in plain words, and one that the profile only knows sealed."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """One example that a rule does not keep. Spans count code points into `text`, half-open, in order."""

    rule_id: str
    kind: Literal["hit", "pass"]
    text: str  # without brackets
    expected: Spans
    found: Spans
    sentence: str  # for a person


def failures(
    rules: Sequence[Rule], company: Company = NO_COMPANY, meaning: Meaning | None = None
) -> list[ExampleFailure]:
    """Every example that does not hold, in the order of the rules; empty when all is well.

    Each rule runs alone, so that no other rule can hide or help it, in public, where nothing is lowered, and in the
    circumstances its `when` asks for. Rules of kind `meaning` can only be tried with a meaning tier that is ready;
    without one they are left out.

    Raises:
        RuleError: a rule cannot run at all.
    """
    sample = with_sample_names(company)
    tried = [rule for rule in rules if rule.kind != "meaning" or (meaning is not None and meaning.is_ready)]
    return [failure for rule in tried for failure in _failures_of(rule, Analyzer([rule], _met(rule, sample), meaning))]


def with_sample_names(company: Company) -> Company:
    """The same profile, which also knows the sample names."""
    return replace(
        company,
        own_names=(*company.own_names, SAMPLE_OWN_NAME),
        competitors=(*company.competitors, SAMPLE_COMPETITOR),
        official_accounts=(*company.official_accounts, SAMPLE_ACCOUNT),
        project_code_names=(*company.project_code_names, SAMPLE_CODE_NAME),
        sealed_terms=company.sealed_terms | {seal(SAMPLE_SEALED, company.name)},
    )


def _met(rule: Rule, company: Company) -> Company:
    """The same profile, of the sector and the trade for which the rule speaks."""
    sector = rule.when.get("public_sector", str(company.public_sector).lower())
    return replace(company, public_sector=sector == "true", regulated=rule.when.get("regulated", company.regulated))


def _failures_of(rule: Rule, analyzer: Analyzer) -> Iterator[ExampleFailure]:
    for example in rule.examples.hits:
        text, expected = split_brackets(example)
        found = _spans(rule, analyzer, text)
        if found != expected:
            yield ExampleFailure(rule.id, "hit", text, expected, found, _sentence(text, expected, found))
    for text in rule.examples.passes:
        found = _spans(rule, analyzer, text)
        if found:
            yield ExampleFailure(rule.id, "pass", text, (), found, _sentence(text, (), found))


def _spans(rule: Rule, analyzer: Analyzer, text: str) -> Spans:
    """What the rule finds; a cue that is too weak to be shown alone counts too, or it could have no examples."""
    account = cast(Account, rule.when.get("account", "unknown"))
    report = analyzer.check(Post(text, account=account, audience="public", explain=True))
    weak = [one for one in report.suppressed if one.suppressed_by == "weak" and not is_opinion(one)]
    return tuple(sorted({(finding.start, finding.end) for finding in (*report.findings, *weak)}))


def _sentence(text: str, expected: Spans, found: Spans) -> str:
    def quote(spans: Spans) -> str:
        return " and ".join(f"“{text[start:end]}”" for start, end in spans) or "nothing"

    return f"In “{text}” the rule should find {quote(expected)}; it finds {quote(found)}."
