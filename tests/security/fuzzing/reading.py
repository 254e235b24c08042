"""The analyzer as a fuzzing target: any text has a report, whose offsets are inside it, with no more than fits."""

from __future__ import annotations

import json
from random import Random

from porte_parole.analyzer import Analyzer
from porte_parole.company import Company
from porte_parole.meaning import Meaning
from porte_parole.model import MAX_FINDINGS, Post, Report
from porte_parole.offsets import utf16_length
from porte_parole.rulebook import load_rules
from porte_parole.settings import shipped
from porte_parole.wire import report_to_json

from .target import Undefined
from .texts import Texts

COMPANY = Company(
    name="Novassur",
    own_names=("Novassur", "Boréal Assurances", "Orange"),
    competitors=("Polmera",),
    official_accounts=("@novassur",),
    project_code_names=("Mistral",),
    countries=("FR", "BE", "GB"),
    regulated="insurance",
)
LEVELS = ("clear", "hint", "warning", "alert")

_WITH_MEANING = 0.05
"""Share of the inputs that the meaning tier reads too; it takes several times as long as all else."""

Given = tuple[Post, bool]


class Reading:
    """Posts through the shipped rules, an invented company, and sometimes the meaning tier."""

    whole = frozenset(LEVELS)

    def __init__(self) -> None:
        self._texts = Texts()
        rules = load_rules(shipped("rules"))
        self._analyzer = Analyzer(rules, COMPANY)
        meaning = Meaning()
        meaning.wait()
        self._with_meaning = Analyzer(rules, COMPANY, meaning)

    def make(self, dice: Random) -> Given:
        post = Post(
            text=self._texts.make(dice),
            site=dice.choice(("", "www.linkedin.com")),
            audience=dice.choice(("public", "friends", "group", "private", "unknown")),
            account=dice.choice(("official", "personal", "unknown")),
            ui_language=dice.choice((None, "fr", "en", "nl", "de")),
            explain=dice.random() < 0.2,
        )
        return post, dice.random() < _WITH_MEANING

    def length(self, given: Given) -> tuple[str, int]:
        return "meaning" if given[1] else "", len(given[0].text)

    def run(self, given: Given) -> Report:
        post, with_meaning = given
        return (self._with_meaning if with_meaning else self._analyzer).check(post)

    def judge(self, given: Given, came: Report) -> str:
        judge_report(given[0], came)
        return came.level

    def forget(self) -> None:
        """Nothing is remembered of a post."""


def judge_report(post: Post, report: Report) -> None:
    """Raises Undefined unless the report is what the contract says of this post."""
    _require(len(report.findings) <= MAX_FINDINGS, "too many findings")
    _require(report.level in LEVELS and 0 <= report.score <= 100, "level or score")
    most = max((finding.severity for finding in report.findings), default=0)
    _require(report.level == LEVELS[most], "the level is not that of the findings")
    for finding in (*report.findings, *report.suppressed):
        _require(0 <= finding.confidence <= 1, "confidence")
        for place in (finding, *finding.reasons):
            _require(0 <= place.start < place.end <= len(post.text), "an offset outside the text")
    answer = report_to_json(report, post)
    json.dumps(answer, allow_nan=False).encode("utf-8")
    length = utf16_length(post.text)
    for item in answer["findings"]:
        _require(0 <= item["start"] < item["end"] <= length, "a UTF-16 offset outside the text")
    _require(("suppressed" in answer) == post.explain, "suppressed without being asked")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Undefined(otherwise)
