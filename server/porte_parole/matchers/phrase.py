"""Finds the phrases of every rule in one pass: whole words, whatever their case, accents, elongation or masking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from porte_parole.characters.accents import same_final_accents
from porte_parole.characters.folding import fold, readable
from porte_parole.characters.masking import Lexicon, Masked, unmask
from porte_parole.characters.squeezing import Squeezed, squeeze
from porte_parole.company import Company
from porte_parole.model import Finding, Reason, Rule
from porte_parole.reading.document import Document

_MASKED_PENALTY = 0.9
"""What is left of a rule's confidence when the word had to be unmasked first; own judgement."""


class _Entry(NamedTuple):
    """One rule's use of a phrase; `runs` are the doubled letters it is written with."""

    rule: Rule
    phrase: str
    runs: Mapping[int, int]


def prepare(rules: Sequence[Rule], company: Company) -> PhraseMatcher:
    """One automaton for the phrases of all `rules`; the time to read a post does not depend on their number."""
    entries: dict[str, list[_Entry]] = {}
    words: set[str] = set()
    for rule in rules:
        for phrase in rule.spec["any_of"]:
            plain = readable(phrase.strip()).text
            folded = fold(plain)
            squeezed = squeeze(folded)
            entries.setdefault(squeezed.text, []).append(_Entry(rule, plain, squeezed.runs))
            if rule.category == "heated-slip":
                words.update(folded.text.split())
    return PhraseMatcher(entries, Lexicon(words))


class PhraseMatcher:
    """See `prepare`."""

    def __init__(self, entries: Mapping[str, Sequence[_Entry]], maskable: Lexicon) -> None:
        self._entries = list(entries.values())
        self._automaton = AhoCorasick(list(entries))
        self._maskable = maskable

    def find(self, document: Document) -> Iterator[Finding]:
        """Every phrase that stands in one sentence of its rule's language, outside addresses."""
        yield from self._read(document, squeeze(document.folded), None)
        for masked in unmask(document.folded, self._maskable):
            yield from self._read(document, squeeze(masked.text), masked)

    def _read(self, document: Document, squeezed: Squeezed, masked: Masked | None) -> Iterator[Finding]:
        for index, start, end in self._automaton.find_matches_as_indexes(squeezed.text, overlapping=True):
            if not _is_whole(squeezed.text, start, end):
                continue
            span = squeezed.span(start, end)
            sentence = document.sentence_at(span[0])
            if span[1] > sentence.end or document.inside_address(*span):
                continue
            written = document.text[span[0] : span[1]]
            for rule, phrase, runs in self._entries[index]:
                if not sentence.admits(rule.language) or not _same_runs(squeezed, start, end, runs):
                    continue
                if not same_final_accents(written, phrase, document.has_accents):
                    continue
                if masked is None:
                    yield _finding(rule, *span, rule.confidence)
                elif masked.speaks_for(rule.category, squeezed.origin(start), squeezed.origin(end)):
                    yield _finding(rule, *span, rule.confidence * _MASKED_PENALTY)


def _finding(rule: Rule, start: int, end: int, confidence: float) -> Finding:
    reasons = (Reason("phrase", start, end, confidence),)
    return Finding(rule, start, end, rule.category, rule.severity, confidence, reasons)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Neither neighbour continues the word; "can" is not in "can't"."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    if end == len(text) or not text[end - 1].isalnum():
        return True
    return not text[end].isalnum() and not (text[end : end + 2] == "'t" and not text[end + 2 : end + 3].isalnum())


def _same_runs(squeezed: Squeezed, start: int, end: int, runs: Mapping[int, int]) -> bool:
    """Doubled letters stand where the phrase has them; three or more are elongation and count as one or two."""
    for index in range(start, end):
        written = squeezed.runs.get(index, 1)
        expected = runs.get(index - start, 1)
        if written != expected and squeezed.text[index] != " " and written < max(3, expected):
            return False
    return True
