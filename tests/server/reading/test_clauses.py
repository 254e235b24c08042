from __future__ import annotations

import pytest

from porte_parole.reading.clauses import clauses
from porte_parole.reading.document import Document


def clause_texts(text: str) -> list[str]:
    document = Document(text)
    found = []
    for sentence in document.sentences:
        for first, end in clauses(document, sentence):
            found.append(text[sentence.words[first].start : sentence.words[end - 1].end])
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polmera, quels escrocs", ["Polmera, quels escrocs"]),
        ("Polmera a gagné mais je suis nul en foot", ["Polmera a gagné", "mais je suis nul en foot"]),
        ("Novassur is great, I am an idiot", ["Novassur is great", "I am an idiot"]),
        ("Novassur a répondu ; quel idiot je fais", ["Novassur a répondu", "quel idiot je fais"]),
        ("Novassur ist toll, aber ich bin ein Idiot", ["Novassur ist toll", "aber ich bin ein Idiot"]),
    ],
)
def test_clauses_end_where_another_subject_begins(text: str, expected: list[str]) -> None:
    assert clause_texts(text) == expected
