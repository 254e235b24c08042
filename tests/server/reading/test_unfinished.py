from __future__ import annotations

import pytest

from porte_parole.reading.document import Document
from porte_parole.reading.unfinished import unfinished_from


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Mon chef est con", "con"),  # content, contrat
        ("Entre nous, on va sign", "sign"),
        ("Mon chef est con ", ""),
        ("Mon chef est con.", ""),
        ("Mon chef est con😡", ""),
        ("Mon chef est con\n", ""),
        ("con", ""),  # one word alone: nothing to wait for
        ("Mon chef est un escroc", ""),  # begins no longer word
        ("Voir https://example.org", ""),
        ("", ""),
    ],
)
def test_only_the_beginning_of_a_longer_word_at_the_very_end_is_unfinished(text: str, typed: str) -> None:
    assert text[unfinished_from(Document(text)) :] == typed
