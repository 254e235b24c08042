from __future__ import annotations

import pytest

from porte_parole.learned.passages import MOST_PASSAGES, MOST_WHOLE, passages
from porte_parole.reading.document import Document


def texts(count: int) -> list[str]:
    """The passages of a post of `count` one-word lines, as text."""
    document = Document("\n".join(f"mot{chr(97 + number % 26)}" for number in range(count)))
    assert len(document.sentences) == count
    return [document.text[start:end] for start, end in passages(document)]


def test_a_short_post_is_one_passage() -> None:
    assert texts(MOST_WHOLE) == ["mota\nmotb\nmotc"]


def test_neighbouring_passages_share_all_but_one_sentence() -> None:
    assert [passage.split() for passage in texts(5)] == [
        ["mota", "motb", "motc"],
        ["motb", "motc", "motd"],
        ["motc", "motd", "mote"],
    ]


@pytest.mark.parametrize("count", [62, 63, 64, 200, 2_000])
def test_a_post_of_any_length_has_few_passages_that_cover_it_and_overlap(count: int) -> None:
    found = [passage.split() for passage in texts(count)]

    assert len(found) <= MOST_PASSAGES
    assert len(found[0]) >= MOST_WHOLE
    step = len(found[0]) - (MOST_WHOLE - 1)
    assert sum(len(passage) for passage in found[:-1]) + len(found[-1]) == count + (MOST_WHOLE - 1) * (len(found) - 1)
    assert all(len(passage) == step + MOST_WHOLE - 1 for passage in found[:-1])


def test_a_text_without_words_has_none() -> None:
    assert list(passages(Document("!!! ..."))) == []
