"""What travels between the floors: posts, rules, findings, reports. Frozen values; a rule can say where it stands.

Every offset in this file counts code points into the post's text exactly as received, half-open [start, end).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any, Literal, Protocol

from porte_parole.errors import RuleError

MAX_TEXT_UTF16 = 10_000
"""Longest post, in UTF-16 code units. Longer than any network's limit for a post that is still read in one piece."""

MAX_FINDINGS = 12
"""Most findings in one report; more would not be read (design, section 3)."""

CATEGORIES = (
    "own-privacy",
    "others-personal-data",
    "credentials-secrets",
    "confidential-business",
    "financial-promotion",
    "official-statement",
    "disparagement",
    "heated-slip",
    "duty-of-reserve",
    "impersonation-transparency",
    "rumour",
    "image-copyright",
    "permanence",
    "role-blending",
)
"""The taxonomy, private life first: lists and ties keep this order."""

Language = Literal["fr", "en", "nl", "de", "unknown"]
Audience = Literal["public", "friends", "group", "private", "unknown"]
Account = Literal["official", "personal", "unknown"]
Origin = Literal["built-in", "company", "mine", "imported"]
Level = Literal["clear", "hint", "warning", "alert"]

LANGUAGES: tuple[Language, ...] = ("fr", "en", "nl", "de")
"""The languages rules are written in; "unknown" is not one."""


class Severity(IntEnum):
    """How much a finding matters; ordered, so `max` works."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Understanding(Protocol):
    """What the meaning tier offers to the floors below it: vectors of meaning, and the trained heads' judgement."""

    def cut(self, language: str) -> float:
        """Risk from which a judgement of a text in `language` is worth a finding, 0 to 1."""
        ...

    def encode(self, texts: Sequence[str]) -> Any:
        """One vector of length 1 for each text, one a row."""
        ...

    def judge(self, plain: str, ngrams: Mapping[int, float]) -> Any:
        """The heads' judgement of one passage."""
        ...


@dataclass(frozen=True, slots=True)
class Post:
    """One composer's whole text and what is known about where it goes."""

    text: str
    site: str = ""  # host name, "" when unknown
    audience: Audience = "unknown"
    account: Account = "unknown"
    ui_language: str | None = None  # language of titles and advice; None: the post's own
    explain: bool = False  # also report what was suppressed, and by what


@dataclass(frozen=True, slots=True)
class Reason:
    """One observation that raised or lowered a finding.

    `weight` is unitless, -1 to 1: what this observation alone adds to the confidence.
    """

    what: str  # "phrase", "pattern", "target", "sentiment", "checksum", "context" …
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Location:
    """Where a value stands in its file; line and column begin at 1."""

    path: Path
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Examples:
    """A rule's own tests: texts with every expected finding between [[ and ]], and texts that must stay quiet."""

    hits: tuple[str, ...]
    passes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its author wrote it, checked. `spec` holds the keys that belong to its kind alone."""

    id: str  # language.category.name, from the path
    language: str  # "fr", "en", "nl", "de", or "neutral": every language
    category: str
    kind: str  # the matcher that serves it
    severity: Severity
    confidence: float  # 0 to 1: how sure a hit is on its own
    title: Mapping[str, str]  # by language; fr and en always there
    message: Mapping[str, str]
    advice: Mapping[str, str]
    spec: Mapping[str, Any]
    examples: Examples
    location: Location
    origin: Origin = "built-in"
    suggestions: tuple[str, ...] = ()
    lesson: str | None = None
    url: str | None = None
    sites: tuple[str, ...] = ()  # host names; empty: everywhere
    unless: tuple[str, ...] = ()  # words that cancel in the same sentence
    when: Mapping[str, str] = field(default_factory=dict)  # "public_sector", "regulated" or "account" -> value needed
    source: str | None = None

    def fault(self, message: str) -> RuleError:
        """An error that points at this rule."""
        return RuleError(message, self.location.path, self.location.line, self.location.column)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that spoke, where, how sure, and why."""

    rule: Rule
    start: int
    end: int
    category: str  # the rule's, unless the context says another (own or other person)
    severity: Severity
    confidence: float  # 0 to 1, after context
    reasons: tuple[Reason, ...]
    validated: bool = False  # a checksum or a key format proves it: neither audience nor guard lowers it
    suppressed_by: str | None = None  # "guard", "unless", "public-fact" …; None: it counts


@dataclass(frozen=True, slots=True)
class Report:
    """The answer for one post. `findings` are ordered most serious first, then by start; at most MAX_FINDINGS."""

    score: int  # 0 to 100
    level: Level
    language: Language
    tiers: tuple[str, ...]
    findings: tuple[Finding, ...]
    text_language: str  # language of titles, messages and advice: fr, en, nl or de
    suppressed: tuple[Finding, ...] = field(default=())  # filled only when the post asks to explain
