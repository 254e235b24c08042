"""Porte-parole as a judge of posts: one engine with the tiers that were asked for, each text read once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from labelled import Found, Line, Verdict, Wanted

from porte_parole.analyzer import Analyzer
from porte_parole.company import NO_COMPANY, Company
from porte_parole.learned.heads import load_heads
from porte_parole.meaning import Meaning
from porte_parole.model import Finding, Post
from porte_parole.rulebook import load_rules

ALL_TIERS = "every tier on"


class OtherHeads(Meaning):
    """The meaning tier with heads of our choice in the place of those that ship. Call `start` and `wait` as usual."""

    def __init__(self, heads: Path) -> None:
        super().__init__()
        self._chosen = load_heads(heads)

    def _load(self) -> None:
        super()._load()
        self._heads = self._chosen


def meaning_tier(heads: Path | None = None) -> Meaning | None:
    """The meaning tier, loaded; None when it cannot be had (no encoder, or no heads yet)."""
    try:
        meaning = OtherHeads(heads) if heads else Meaning()
        if heads is None:
            load_heads()
    except FileNotFoundError:
        return None
    meaning.start()
    return meaning if meaning.wait() else None


class Judge:
    """The engine with one set of tiers. Remembers its verdicts, since several tables ask about the same posts."""

    def __init__(self, rules: Path, company: Company = NO_COMPANY, meaning: Meaning | None = None) -> None:
        self._analyzer = Analyzer(load_rules(rules), company, meaning)
        self._said: dict[str, Verdict] = {}
        self.tiers = ALL_TIERS if meaning else "recognizers and rules only"

    def verdict(self, text: str) -> Verdict:
        """What is found in `text`, posted in public."""
        if text not in self._said:
            report = self._analyzer.check(Post(text, audience="public"))
            self._said[text] = Verdict(report.level, tuple(map(_found, report.findings)))
        return self._said[text]

    def lines(self, wanted: Iterable[Wanted]) -> list[Line]:
        """Each labelled line with its verdict, in order."""
        return [Line(one, self.verdict(one.text)) for one in wanted]


def _found(one: Finding) -> Found:
    return Found(one.start, one.end, one.category, one.rule.id, str(one.rule.spec.get("recognizer", "")))
