"""Reads a post a second time with its unusual words written out; only what needs that reading counts from there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from porte_parole.model import Finding
from porte_parole.reading.document import Document
from porte_parole.reading.unusual_words import unusual_words

_PENALTY = 0.9
"""What is left of a confidence when a word had to be written out first; own judgement."""

_CORRECTED = frozenset(("heated-slip", "disparagement"))
"""Categories for which slips are corrected and hidden letters guessed: insults are typed in a hurry, or veiled."""


class _Rewritten(NamedTuple):
    """A word that was written out, or a sentence left out (then new_start is new_end): where it stands in the post
    and in the second reading, half-open.
    """

    start: int
    end: int
    new_start: int
    new_end: int
    is_guess: bool  # a slip corrected or letters guessed, not a known form


@dataclass(frozen=True, slots=True)
class SecondReading:
    """The sentences of a post that hold unusual words, with these written out."""

    document: Document
    words: tuple[_Rewritten, ...]  # in order, at least one that is written out

    def found(self, finding: Finding) -> Finding | None:
        """The finding with offsets of the post, a little less sure; None when it did not need this reading."""
        touched = [word for word in self.words if word.new_start < finding.end and finding.start < word.new_end]
        guessed = any(word.is_guess for word in touched)
        bridges = any(word.new_start == word.new_end for word in touched)
        if not touched or bridges or (guessed and finding.category not in _CORRECTED):
            return None
        reasons = tuple(
            replace(reason, start=self._back(reason.start, 0), end=self._back(reason.end, 1))
            for reason in finding.reasons
        )
        start, end = self._back(finding.start, 0), self._back(finding.end, 1)
        return replace(finding, start=start, end=end, reasons=reasons, confidence=finding.confidence * _PENALTY)

    def _back(self, offset: int, edge: int) -> int:
        """The offset in the post; inside a word that was written out, its start (edge 0) or its end (edge 1)."""
        shift = 0
        for word in self.words:
            if offset < word.new_start + edge:
                break
            if offset < word.new_end + edge:
                return word.end if edge else word.start
            shift = word.new_end - word.end
        return offset - shift


def second_reading(document: Document) -> SecondReading | None:
    """The sentences that hold unusual words, with these written out; None when there are none, the usual case."""
    unusual = {word.start: word for word in unusual_words(document)}
    if not unusual:
        return None
    pieces: list[str] = []
    words: list[_Rewritten] = []
    length = 0
    for sentence in document.sentences:
        here = [word for start, word in unusual.items() if sentence.start <= start < sentence.end]
        if not here:
            words.append(_Rewritten(sentence.start, sentence.end, length, length, is_guess=False))
            continue
        done = sentence.start
        for start, end, meant, is_guess in here:
            pieces += (document.text[done:start], meant)
            new_start = length + start - done
            length = new_start + len(meant)
            words.append(_Rewritten(start, end, new_start, length, is_guess))
            done = end
        pieces.append(document.text[done : sentence.end])
        length += sentence.end - done
    return SecondReading(Document("".join(pieces)), tuple(words))
