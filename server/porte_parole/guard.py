"""The protected-speech guard: pay, hours, safety, union action and alerts are nobody's business but the writer's.

On a protected sentence the tone and loyalty categories fall silent and heated words weigh one level less; where staff
or their representatives speak, so does "speaking for the company". What is proven by a checksum and credentials stay.
A company can add topics of its own (`protected_topics`); nothing can take one away. Which sentences are protected is
told by `reading/working_life.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from porte_parole.company import Company
from porte_parole.model import Finding, Severity
from porte_parole.reading.document import Document
from porte_parole.reading.working_life import WorkingLife, WorkingLifeBook

SILENCED = frozenset(
    ("disparagement", "duty-of-reserve", "rumour", "confidential-business", "role-blending", "permanence")
)
"""What falls silent on every protected sentence (design, promise 5)."""

STAFF_VOICE = "official-statement"
"""What also falls silent where a union or the staff speaks: "le syndicat annonce la grève" is its own statement."""

_TOUCHED = SILENCED | {STAFF_VOICE, "heated-slip"}
"""Every category that the guard may change; for the others no sentence is looked at."""


class Guard:
    """Ready to read the findings of any post; keeps nothing of it.

    Args:
        company: whose `protected_topics` are protected like our own.
    """

    def __init__(self, company: Company) -> None:
        self._book = WorkingLifeBook(company)

    def watch(self, document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The same findings; on protected sentences silenced ("guard") or lowered. Offsets are of `document.text`."""
        protected: Mapping[int, WorkingLife] | None = None
        for finding in findings:
            if finding.category not in _TOUCHED:
                yield finding
                continue
            if protected is None:
                protected = self._book.sentences(document)
            sentence = protected.get(document.sentence_at(finding.start).index)
            yield finding if sentence is None else _guarded(finding, sentence)

    def protects(self, document: Document) -> Mapping[int, WorkingLife]:
        """The protected sentences by their index; may be empty."""
        return self._book.sentences(document)


def _guarded(finding: Finding, sentence: WorkingLife) -> Finding:
    if finding.validated or finding.category == "credentials-secrets":
        return finding
    if finding.rule.kind == "meaning":
        return replace(finding, suppressed_by="guard")
    if finding.category in SILENCED or (sentence.has_voice and finding.category == STAFF_VOICE):
        return replace(finding, suppressed_by="guard")
    if finding.category == "heated-slip" and finding.severity > Severity.LOW:
        return replace(finding, severity=Severity(finding.severity - 1))
    return finding
