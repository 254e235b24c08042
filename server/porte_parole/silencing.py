"""What takes a finding back besides the guard: the site, an `unless`, a public fact, a private talk, a mandate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from porte_parole.characters.accents import same_final_accents
from porte_parole.characters.folding import Mapped, fold, readable
from porte_parole.company import Company
from porte_parole.linear_regex import BadPattern, PatternSet
from porte_parole.model import Finding, Post, Rule
from porte_parole.reading.document import Document

_ANNOUNCEABLE = frozenset(("confidential-business", "official-statement"))
_MANDATED = "official-statement"
_LINK = re.compile(r"(?:https?://(?:www\.)?|www\.)", re.IGNORECASE)
_SPECIAL = frozenset("\\[](){}|+*?^$")
"""A word with one of these is a pattern."""


class Silencing:
    """All reasons to take findings back, prepared once.

    Raises:
        RuleError: an `unless` of a rule is a pattern that RE2 refuses.
    """

    def __init__(self, rules: Sequence[Rule], company: Company) -> None:
        self._unless = _Unless(rules)
        facts = [fact.strip() for fact in company.public_facts if fact.strip()]
        self._facts = [fold(readable(fact).text).text for fact in facts if not _LINK.match(fact)]
        self._links = tuple(_bare_link(fact) for fact in facts if _LINK.match(fact))

    def over(self, document: Document, post: Post) -> Callable[[Finding], str | None]:
        """What says why a finding does not count: site, private, account, mandate, unless, public-fact; or None.

        One rule is asked about one sentence once, however often it found something there.
        """
        said: dict[tuple[int, int, str, bool], str | None] = {}

        def silence_of(finding: Finding) -> str | None:
            place = document.sentence_at(finding.start).index
            key = (id(finding.rule), place, finding.category, finding.validated)
            if key not in said:
                said[key] = self._silence_of(finding, document, post)
            return said[key]

        return silence_of

    def _silence_of(self, finding: Finding, document: Document, post: Post) -> str | None:
        if not on_site(finding.rule.sites, post.site):
            return "site"
        proven = finding.validated or finding.category == "credentials-secrets"
        if post.audience == "private" and not proven:
            return "private"
        if post.account != finding.rule.when.get("account", post.account):
            return "account"
        # Who writes for the company's own account speaks for it: that is the job.
        if post.account == "official" and finding.category == _MANDATED:
            return "mandate"
        announceable = finding.category in _ANNOUNCEABLE
        if announceable and self._links and self._gives_link(document):
            return "public-fact"
        facts = self._facts if announceable else ()
        if not finding.rule.unless and not facts:
            return None
        sentence = document.sentence_at(finding.start)
        extract = document.text[sentence.start : sentence.end]
        folded = fold(extract)
        if self._unless.speaks(finding.rule, extract, folded, document.has_accents):
            return "unless"
        return "public-fact" if any(fact in folded.text for fact in facts) else None

    def _gives_link(self, document: Document) -> bool:
        """Whether the post, in any sentence, links to what is already public or to a page below it."""
        given = (document.text[one.start : one.end] for one in document.addresses if one.kind == "url")
        return any(_is_below(_bare_link(url), link) for url in given for link in self._links)


def _bare_link(url: str) -> str:
    """Host and path in lower case, without scheme, "www.", query and closing slash."""
    return _LINK.sub("", url.lower(), count=1).partition("?")[0].partition("#")[0].rstrip("/")


def _is_below(url: str, link: str) -> bool:
    return url == link or url.startswith(f"{link}/")


def speaks_for(rule: Rule, company: Company) -> bool:
    """Whether the company is one for which `rule` speaks at all."""
    known = {"public_sector": str(company.public_sector).lower(), "regulated": company.regulated}
    return all(known[key] == value for key, value in rule.when.items() if key in known)


def on_site(sites: Sequence[str], site: str) -> bool:
    """Whether a rule for `sites` (empty: everywhere) speaks on `site`; "facebook.com" includes "m.facebook.com"."""
    host = site.lower()
    return not sites or any(host == name.lower() or host.endswith(f".{name.lower()}") for name in sites)


class _Unless:
    """What the rules list under `unless`. Rules share most of it: of 29,000 entries in the shipped packs 4,200 differ.

    Raises:
        RuleError: an entry is a pattern that RE2 refuses.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._patterns = PatternSet()
        self._index: dict[str, int] = {}  # a pattern -> its place in the set
        first: list[Rule] = []  # for each pattern, the rule that lists it first
        for rule in rules:
            for item in rule.unless:
                if not _SPECIAL.isdisjoint(item) and item not in self._index:
                    self._index[item] = len(first)
                    first.append(rule)
        try:
            for item in self._index:
                self._patterns.add(readable(item).text)
            self._patterns.compile()
        except BadPattern as problem:
            raise first[problem.index].fault(f"In unless: {problem}") from None

    def speaks(self, rule: Rule, sentence: str, folded: Mapped, careful: bool) -> bool:
        """Whether an entry of `rule` stands in `sentence`.

        Args:
            folded: the sentence, folded.
            careful: its writer uses accents.
        """
        wanted = {self._index[item] for item in rule.unless if item in self._index}
        return any(
            same_final_accents(sentence[start:end], word, careful)
            for word, plain in (_word(item) for item in rule.unless if item not in self._index)
            for start, end in _places(folded, plain)
        ) or bool(wanted.intersection(self._patterns.occurring(sentence) if wanted else ()))


@cache
def _word(item: str) -> tuple[str, str]:
    """An entry as its author wrote it, and folded."""
    word = readable(item.strip()).text
    return word, fold(word).text


def _places(folded: Mapped, wanted: str) -> Iterator[tuple[int, int]]:
    """Where `wanted` stands as whole words; spans in the text that was folded."""
    start = folded.text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if not (folded.text[max(0, start - 1) : start].isalnum() or folded.text[end : end + 1].isalnum()):
            yield folded.span(start, end)
        start = folded.text.find(wanted, start + 1)
