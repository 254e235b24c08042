"""What takes a finding back besides the guard: the wrong site, an `unless`, a public fact, a private conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from porte_parole.characters.accents import same_final_accents
from porte_parole.characters.folding import Mapped, fold, readable
from porte_parole.company import Company
from porte_parole.linear_regex import BadPattern, compile_pattern
from porte_parole.model import Finding, Post, Rule
from porte_parole.reading.document import Document

_ANNOUNCEABLE = frozenset(("confidential-business", "official-statement"))
_SPECIAL = frozenset("\\[](){}|+*?^$")
"""A word with one of these is a pattern."""

_Test = Callable[[str, Mapped, bool], bool]


class Silencing:
    """All reasons to take findings back, prepared once.

    Raises:
        RuleError: an `unless` of a rule is a pattern that RE2 refuses.
    """

    def __init__(self, rules: Sequence[Rule], company: Company) -> None:
        self._unless = {rule.id: [_test(rule, item) for item in rule.unless] for rule in rules if rule.unless}
        self._facts = [fold(readable(fact.strip()).text).text for fact in company.public_facts if fact.strip()]

    def silence_of(self, finding: Finding, document: Document, post: Post) -> str | None:
        """Why `finding` does not count: "site", "private", "unless" or "public-fact"; None: it counts."""
        if not on_site(finding.rule.sites, post.site):
            return "site"
        proven = finding.validated or finding.category == "credentials-secrets"
        if post.audience == "private" and not proven:
            return "private"
        tests = self._unless.get(finding.rule.id, ())
        facts = self._facts if finding.category in _ANNOUNCEABLE else ()
        if not tests and not facts:
            return None
        sentence = document.sentence_at(finding.start)
        extract = document.text[sentence.start : sentence.end]
        folded = fold(extract)
        if any(test(extract, folded, document.has_accents) for test in tests):
            return "unless"
        return "public-fact" if any(fact in folded.text for fact in facts) else None


def on_site(sites: Sequence[str], site: str) -> bool:
    """Whether a rule for `sites` (empty: everywhere) speaks on `site`; "facebook.com" includes "m.facebook.com"."""
    host = site.lower()
    return not sites or any(host == name.lower() or host.endswith(f".{name.lower()}") for name in sites)


def _test(rule: Rule, item: str) -> _Test:
    """A test of a sentence, the same folded, and whether its writer uses accents."""
    if not _SPECIAL & set(item):
        word = readable(item.strip()).text
        wanted = fold(word).text
        return lambda sentence, folded, careful: any(
            same_final_accents(sentence[start:end], word, careful) for start, end in _places(folded, wanted)
        )
    try:
        compiled: Any = compile_pattern(readable(item).text)
    except BadPattern as problem:
        raise rule.fault(f"In unless: {problem}") from None
    return lambda sentence, folded, careful: compiled.search(sentence) is not None


def _places(folded: Mapped, wanted: str) -> Iterator[tuple[int, int]]:
    """Where `wanted` stands as whole words; spans in the text that was folded."""
    start = folded.text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if not (folded.text[max(0, start - 1) : start].isalnum() or folded.text[end : end + 1].isalnum()):
            yield folded.span(start, end)
        start = folded.text.find(wanted, start + 1)
