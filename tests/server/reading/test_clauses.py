from __future__ import annotations

import pytest

from porte_parole.reading.clauses import clauses, is_excused
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


@pytest.mark.parametrize(
    ("scope", "text", "excused"),
    [
        ("negation", "Je ne dis pas que Polmera est nul", True),
        ("negation", "Novassur ne nul pas", True),
        ("negation", "Ils ne sont que des gens nul", False),
        ("negation", "Ils comprennent rien, ces nul", False),
        ("negation", "My boss isn't nul", True),
        ("negation", "Novassur liegt nul nicht", True),
        ("quotation", "Il a dit « Polmera est nul » hier", True),
        ("quotation", "Il a dit « bonjour » et Polmera est nul", False),
        ("question", "Polmera est nul ?", True),
        ("question", "Polmera est nul !", False),
        ("conditional", "Si Polmera est nul on partira", True),
        ("conditional", "S'il est nul on partira", True),
        ("conditional", "Polmera est si nul", False),
        ("conditional", "Novassur s'engage nul", False),
        ("conditional", "If my boss is nul we leave", True),
    ],
)
def test_scopes_excuse_a_word(scope: str, text: str, excused: bool) -> None:
    document = Document(text)
    (sentence,) = document.sentences
    index = next(index for index, word in enumerate(sentence.words) if word.folded == "nul")
    clause = next(clause for clause in clauses(document, sentence) if clause[0] <= index < clause[1])

    assert is_excused(scope, document, sentence, clause, index) is excused
