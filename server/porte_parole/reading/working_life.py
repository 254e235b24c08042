"""Which sentences speak of working life: pay, hours, safety, staffing, equal treatment, union action, alerts.

Made wide on purpose: such speech is protected by law in most places, and a sentence taken in by mistake costs one
advice. What follows from it is left to the guard. Source of the topics: reference domain 1.4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from porte_parole.company import Company
from porte_parole.reading.document import Document, Sentence
from porte_parole.reading.names import name_book
from porte_parole.reading.word_index import Place, WordIndex
from porte_parole.words import word_lists

_PAY = re.compile(
    r"""\d[\d .,]{0,8}\ ?(?:k|€|euros?|eur|£|\$)?\ ?(?:nets?|bruts?|bruto|netto|brutto|before\ tax|after\ tax
          |(?:de\ )?l'heure|par\ heure|an\ hour|per\ hour|per\ uur|die\ stunde|pro\ stunde|/\ ?h)(?!\w)
      | \b(?:on|earn|make|making|gagne|touche|verdien|verdiene)\ [£$€]?\d{2}(?:k|[.,\ ]?\d{3})\b
      | [£$€]\d{2}[.,]?\d{3}\ after | \b(?:3[5-9]|[4-8]\d)\ ?h\b(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_COUNT = r"(?:\d{1,3}|une?|deux|trois|quatre|one|two|three|four|een|twee|drie|vier|ein|eine|zwei|drei)"
_MANY = r"(?:\d{2,4}|vingt|trente|quarante|cent|trois cents|twenty|thirty|forty|fifty|a hundred|dertig|dreißig|vierzig)"
_STAFFING = re.compile(rf"\b{_COUNT} [\w-]{{4,20}} (?:pour|for|voor|für|auf) {_MANY} [^\W\d_]{{3,}}", re.IGNORECASE)
"""One nurse for forty beds: how few do how much."""


class WorkingLife(NamedTuple):
    """A sentence about working life, and whether staff or its representatives speak in it."""

    has_voice: bool


class _Cue(NamedTuple):
    kind: str  # a key of words/guard.json, or "own_name"
    language: str


class _Said(NamedTuple):
    """What one sentence says: the first words of its cues by kind."""

    strong: set[int]
    action: set[int]
    topic: set[int]
    jobs: set[int]
    hint: set[int]
    person: set[int]
    house: set[int]
    employer: set[int]
    voice: set[int]
    rival: set[int]


class WorkingLifeBook:
    """The cues of all languages and those the company added.

    Args:
        company: whose `protected_topics` count like our own, and whose names stand for the employer.
    """

    def __init__(self, company: Company) -> None:
        self._names = name_book(company)
        self._cues = _built_in_cues()
        self._added: WordIndex[_Cue] = WordIndex()
        for topic in company.protected_topics:
            self._added.add(topic, _Cue("strong", "neutral"))

    def sentences(self, document: Document) -> dict[int, WorkingLife]:
        """Every sentence that speaks of working life, by its index.

        A neighbour counts too when the subject clearly goes on: "They never paid my hours. What a dump."
        """
        said = [self._said(document, sentence) for sentence in document.sentences]
        found = {
            index: WorkingLife(bool(one.voice))
            for index, one in enumerate(said)
            if _speaks_of_work(document, document.sentences[index], one)
        }
        for index in range(1, len(said)):
            if index - 1 in found and index not in found and self._goes_on(document, index, said[index]):
                found[index] = found[index - 1]
        for index in range(len(said) - 2, -1, -1):
            if index + 1 in found and index not in found and self._leads_in(document, index, said):
                found[index] = found[index + 1]
        return found

    def _said(self, document: Document, sentence: Sentence) -> _Said:
        said = _Said(*(set() for _ in _Said._fields))
        known = chain(self._cues.find(sentence.words), self._added.find(sentence.words))
        places = [place for place in known if sentence.admits(place.value.language)]
        meant_otherwise = [place for place in places if place.value.kind == "not"]
        for place in places:
            kind = place.value.kind
            if kind in _Said._fields and not _inside(place, meant_otherwise):
                getattr(said, kind).add(place.first)
        for first, _, name in self._names.find(document, sentence):
            (said.employer if name == "own_name" else said.rival).add(first)
        return said

    def _goes_on(self, document: Document, index: int, said: _Said) -> bool:
        """Whether the sentence still speaks of what the one before it spoke of."""
        sentence = document.sentences[index]
        if not sentence.words or self._turns(sentence, said):
            return not sentence.words
        return len(sentence.words) <= 2 or bool(said.employer) or self._opens(sentence, "onward")

    def _leads_in(self, document: Document, index: int, said: Sequence[_Said]) -> bool:
        """Whether the sentence names the employer of whom the next one tells: "Quelle boîte. On n'est pas payés." """
        following = document.sentences[index + 1]
        short = len(document.sentences[index].words) <= _SHORT_LEAD
        return short and bool(said[index].employer) and not self._turns(following, said[index + 1])

    def _turns(self, sentence: Sentence, said: _Said) -> bool:
        """Whether the sentence opens another subject."""
        return bool(said.rival) or self._opens(sentence, "turning")

    def _opens(self, sentence: Sentence, kind: str) -> bool:
        opening = self._cues.find(sentence.words[:_OPENING])
        return any(place.value.kind == kind and sentence.admits(place.value.language) for place in opening)


_OPENING = 3
"""Words at a sentence's beginning in which it says whether the subject goes on."""

_SHORT_LEAD = 8
"""Most words of a sentence that only introduces the next one."""


def _speaks_of_work(document: Document, sentence: Sentence, said: _Said) -> bool:
    """Strong words alone; a topic or an action with somebody it concerns, or two of them; hints only in company.

    Two suffice without anybody because a call ("walkout Thursday, picket from 7") often names nobody. Where a
    competitor is spoken of, one topic does not suffice: "Polmera doesn't pay" is not about our pay. Jobs that are cut
    count with those who lose them: without, it is news or a rumour.
    """
    if said.strong:
        return True
    text = document.text[sentence.start : sentence.end]
    topics = len(said.topic | said.action) + (_PAY.search(text) is not None) + (_STAFFING.search(text) is not None)
    topics += len(said.jobs) if said.person else 0
    at_work = bool(said.house or said.employer)
    if topics > 1 or (topics and not said.rival and (said.person or at_work)):
        return True
    return len(said.hint) > 1 and bool(said.person) and at_work


@cache
def _built_in_cues() -> WordIndex[_Cue]:
    index: WordIndex[_Cue] = WordIndex()
    for language, kinds in word_lists("guard").items():
        for kind, phrases in kinds.items():
            for phrase in phrases.split(", "):
                index.add(phrase, _Cue(kind, language))
    return index


def _inside(place: Place[_Cue], others: Sequence[Place[_Cue]]) -> bool:
    return any(other.first < place.end and place.first < other.end for other in others)
