from __future__ import annotations

from porte_parole.reading.document import Document
from porte_parole.reading.word_index import WordIndex


def found(index: WordIndex[str], text: str) -> list[tuple[int, int, str]]:
    return [tuple(place) for place in index.find(Document(text).words)]


def test_sequences_come_by_where_they_begin_then_as_added() -> None:
    index: WordIndex[str] = WordIndex()
    for phrase, name in (
        ("notre chef", "1"),
        ("notre", "2"),
        ("notre chef de rang", "3"),
        ("Notre Chef", "4"),
        ("chef", "5"),
    ):
        index.add(phrase, name)

    assert found(index, "Notre chef de rang") == [(0, 2, "1"), (0, 1, "2"), (0, 4, "3"), (0, 2, "4"), (1, 2, "5")]


def test_a_sequence_that_the_text_only_begins_is_not_there() -> None:
    index: WordIndex[str] = WordIndex()
    index.add("le chef de rang", "long")
    index.add("le chef", "short")

    assert found(index, "Voici le chef") == [(1, 3, "short")]


def test_endings_belong_to_single_words() -> None:
    index: WordIndex[str] = WordIndex()
    index.add("escroc", "one", inflected="fr")
    index.add("sale escroc", "two", inflected="fr")
    index.add("discrimin*", "stem")

    assert found(index, "sales escrocs, sale escrocs, discrimination") == [(1, 2, "one"), (3, 4, "one"), (4, 5, "stem")]
