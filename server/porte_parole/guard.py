"""The protected-speech guard: pay, hours, safety, union action and alerts are nobody's business but the writer's.

On a protected sentence the tone and loyalty categories fall silent and heated words weigh one level less; what is
proven by a checksum and credentials stay. Nothing can narrow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from porte_parole.model import Finding, Severity
from porte_parole.reading.document import Document, Sentence
from porte_parole.reading.word_index import WordIndex
from porte_parole.words import word_lists

SILENCED = frozenset(
    ("disparagement", "duty-of-reserve", "rumour", "confidential-business", "role-blending", "permanence")
)


def guard(document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings; on protected sentences silenced ("guard") or lowered. Offsets are of `document.text`."""
    protected: dict[int, bool] = {}
    for finding in findings:
        sentence = document.sentence_at(finding.start)
        if sentence.index not in protected:
            protected[sentence.index] = is_protected(sentence)
        yield _guarded(finding) if protected[sentence.index] else finding


def is_protected(sentence: Sentence) -> bool:
    """Whether the sentence holds a topic or collective action with a first person or a collective, or two actions.

    Two actions suffice because a call ("walkout Thursday, picket from 7") often names nobody.
    """
    said: dict[str, set[str]] = {"topic": set(), "action": set(), "person": set()}
    for first, _, (kind, language) in _cues().find(sentence.words):
        if sentence.admits(language):
            said[kind].add(sentence.words[first].folded)
    return len(said["action"]) > 1 or bool((said["action"] or said["topic"]) and said["person"])


def _guarded(finding: Finding) -> Finding:
    if finding.validated or finding.category == "credentials-secrets":
        return finding
    if finding.category in SILENCED:
        return replace(finding, suppressed_by="guard")
    if finding.category == "heated-slip" and finding.severity > Severity.LOW:
        return replace(finding, severity=Severity(finding.severity - 1))
    return finding


@cache
def _cues() -> WordIndex[tuple[str, str]]:
    """Cue -> ("topic", "action" or "person", language)."""
    index: WordIndex[tuple[str, str]] = WordIndex()
    lists = word_lists("guard")
    for language, kinds in lists.items():
        for kind, phrases in kinds.items():
            for phrase in phrases.split(", "):
                index.add(phrase, (kind, language))
    return index
