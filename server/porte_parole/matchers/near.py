"""Finds a target and a predicate in one clause, in any order: somebody, and what is said of them.

A span runs from one to the other; where the target comes first, its article and "the … of" before it belong to it.
A single predicate word also matches with a plain plural or feminine ending ("escroc" meets "escrocs").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from porte_parole.characters.accents import same_final_accents
from porte_parole.company import Company
from porte_parole.model import Finding, Reason, Rule
from porte_parole.reading.clauses import Range, clauses
from porte_parole.reading.document import Document, Sentence
from porte_parole.reading.scopes import is_excused
from porte_parole.reading.targets import Target, TargetBook, with_article
from porte_parole.reading.word_index import WordIndex
from porte_parole.sentiment import sentiment

_TARGET_WEIGHT = 0.2
"""What a target adds to a predicate's weight, for the card's "why"; own judgement."""


_MOST = 50
"""Predicates looked at in one sentence; what comes after is a list, not a sentence."""


class _Predicate(NamedTuple):
    """A predicate as its author wrote it."""

    rule: Rule
    text: str


class _Said(NamedTuple):
    """A predicate: indexes into the sentence's words, half-open, and how strongly it speaks."""

    rule: Rule
    first: int
    end: int
    what: str  # "predicate" or "sentiment"
    weight: float  # 0 to 1


def prepare(rules: Sequence[Rule], company: Company) -> NearMatcher:
    """One index of all targets and one of all predicates."""
    book = TargetBook(company)
    predicates: WordIndex[_Predicate] = WordIndex()
    names = {}
    for rule in rules:
        for word in rule.spec["predicate_words"]:
            predicates.add(word, _Predicate(rule, word), inflected=rule.language)
        for word in rule.spec["target_words"]:
            book.add(rule.id, word, rule.language)
        names[rule.id] = frozenset(rule.spec["target"]) | {rule.id}
    by_mood = [rule for rule in rules if rule.spec["sentiment_below"] is not None]
    for language in {rule.language for rule in by_mood}:
        sentiment("bon", language)  # loads the lexicon now: later, the first post would wait for it
    return NearMatcher(book, predicates, names, by_mood)


class NearMatcher:
    """See `prepare`."""

    def __init__(
        self,
        book: TargetBook,
        predicates: WordIndex[_Predicate],
        names: Mapping[str, frozenset[str]],
        by_mood: Sequence[Rule],
    ) -> None:
        self._book = book
        self._predicates = predicates
        self._names = names
        self._by_mood = by_mood

    def find(self, document: Document) -> Iterator[Finding]:
        """At most one finding for each rule and predicate word."""
        for sentence in document.sentences:
            said = list(islice(self._said(document, sentence), _MOST))
            if not said and not self._by_mood:
                continue
            targets = list(self._book.find(document, sentence))
            if targets:
                yield from self._pairs(document, sentence, targets, said)

    def _said(self, document: Document, sentence: Sentence) -> Iterator[_Said]:
        for first, end, (rule, text) in self._predicates.find(sentence.words):
            written = document.text[sentence.words[first].start : sentence.words[end - 1].end]
            if sentence.admits(rule.language) and same_final_accents(written, text, document.has_accents):
                yield _Said(rule, first, end, "predicate", rule.confidence)

    def _pairs(
        self, document: Document, sentence: Sentence, targets: Sequence[Target], said: Sequence[_Said]
    ) -> Iterator[Finding]:
        for clause in clauses(document, sentence):
            present = [target for target in targets if clause[0] <= target.first and target.end <= clause[1]]
            if not present:
                continue
            spoken = [one for one in said if clause[0] <= one.first and one.end <= clause[1]]
            for one in (*spoken, *self._moods(document, sentence, clause, spoken)):
                target = self._nearest(one, present)
                if target is not None and not _excused(document, sentence, clause, one):
                    yield _finding(sentence, target, one)

    def _moods(self, document: Document, sentence: Sentence, clause: Range, spoken: Sequence[_Said]) -> Iterator[_Said]:
        """The most hostile word of a hostile clause, for each rule that asks for it and has not spoken yet."""
        done = {one.rule.id for one in spoken}
        for rule in self._by_mood:
            if rule.id in done or not sentence.admits(rule.language):
                continue
            words = sentence.words[clause[0] : clause[1]]
            language = rule.language if rule.language != "neutral" else sentence.language
            polarity = sentiment(document.text[words[0].start : words[-1].end], language).polarity
            if polarity > rule.spec["sentiment_below"]:
                continue
            moods = [sentiment(document.text[word.start : word.end], language).polarity for word in words]
            worst = clause[0] + moods.index(min(moods))
            yield _Said(rule, worst, worst + 1, "sentiment", -polarity)

    def _nearest(self, one: _Said, targets: Sequence[Target]) -> Target | None:
        names, most = self._names[one.rule.id], one.rule.spec["max_tokens_between"]
        within = [t for t in targets if t.name in names and 0 <= _between(t, one) <= most]
        return min(within, key=lambda target: _between(target, one), default=None)


def _between(target: Target, one: _Said) -> int:
    """Words between target and predicate; negative when they overlap."""
    return max(one.first - target.end, target.first - one.end)


def _excused(document: Document, sentence: Sentence, clause: Range, one: _Said) -> bool:
    return any(is_excused(scope, document, sentence, clause, one.first) for scope in one.rule.spec["not_in"])


def _finding(sentence: Sentence, target: Target, one: _Said) -> Finding:
    words = sentence.words
    first = with_article(sentence, target.first) if target.first < one.first else one.first
    start, end = words[first].start, words[max(target.end, one.end) - 1].end
    reasons = (
        Reason("target", words[target.first].start, words[target.end - 1].end, _TARGET_WEIGHT),
        Reason(one.what, words[one.first].start, words[one.end - 1].end, one.weight),
    )
    return Finding(one.rule, start, end, one.rule.category, one.rule.severity, one.rule.confidence, reasons)
