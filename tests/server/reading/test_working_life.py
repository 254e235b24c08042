"""Recall and care on lines written before the cues they test: as workers write, and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest

from porte_parole.bracketed import split_brackets
from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.working_life import WorkingLifeBook

LINES = [
    tuple(line.split(" ", 2))
    for line in (Path(__file__).parent / "working_life.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
NAMES = ("Novassur", "Northfen", "Zuiderlaan", "Talhof")
BOOK = WorkingLifeBook(Company(name="Novassur", own_names=NAMES, competitors=("Polmera", "Kerdial")))


def share(language: str, sign: str) -> float:
    """How much of the language's lines with this sign counts as speech about work, at the words in [[…]] if any."""
    texts = [text for one, kind, text in LINES if one == language and kind == sign]
    return sum(_counts(text) for text in texts) / len(texts)


def _counts(marked: str) -> bool:
    text, spans = split_brackets(marked)
    document = Document(text)
    found = BOOK.sentences(document)
    return any(document.sentence_at(start).index in found for start, _ in spans) if spans else bool(found)


@pytest.mark.parametrize("language", ["fr", "en", "nl", "de"])
def test_speech_about_work_is_recognized(language: str) -> None:
    assert share(language, "+") >= 0.95


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_only_looks_like_it_is_not(language: str) -> None:
    assert share(language, "-") <= 0.04


@pytest.mark.parametrize("text", ["On embauche à 1 480 net par mois ici", "Une infirmière pour 18 lits chez nous"])
def test_figures_of_pay_and_staffing_count(text: str) -> None:
    assert BOOK.sentences(Document(text))
