"""How a passage is read for the trained heads: the same for every firm, number and letter case."""

from __future__ import annotations

import pytest

from porte_parole.company import Company
from porte_parole.learned.judging import named
from porte_parole.learned.ngrams import BUCKETS, ngrams
from porte_parole.learned.passages import MOST_WHOLE, passages
from porte_parole.learned.wording import plain_text, tokens
from porte_parole.reading.document import Document

COMPANY = Company(name="Novassur", own_names=("Novassur", "Boréal Assurances"), competitors=("Polmera",))


def read(text: str) -> tuple[str, list[str]]:
    document = Document(text)
    names = list(named(document, COMPANY))
    return plain_text(document, 0, len(text), names), tokens(document, 0, len(text), names)


def test_firms_become_what_they_are_to_the_writer() -> None:
    assert read("Polmera copie Boréal Assurances") == (
        "competitor copie our company",
        ["§competitor", "copie", "§own_name"],
    )


def test_hashtags_are_words_and_addresses_are_marks() -> None:
    plain, read_as = read("Merci #NovassurTeam https://exemple.example @lea")

    assert plain == "merci  our company team https://exemple.example @lea"
    assert read_as == ["merci", "#", "§own_name", "team", "§url", "§handle"]


def test_numbers_count_by_their_length_and_stretched_letters_twice() -> None:
    assert read("Nuuuul, 1500 fois !!!") == ("nuuuul, 5 fois !!!", ["nuul", ",", "§n4", "fois", "!!", "!"])


@pytest.mark.parametrize("text", ["", "🤫", "\ud800 abc", "...", "a" * 500])
def test_anything_can_be_read(text: str) -> None:
    plain, read_as = read(text)

    assert len(plain) == len(text)
    assert all(0 <= number < BUCKETS for number in ngrams(read_as))


def test_a_passage_is_read_without_what_stands_around_it() -> None:
    document = Document("Un deux. Trois quatre.")

    assert plain_text(document, 9, 22, []) == "trois quatre."
    assert tokens(document, 9, 22, []) == ["trois", "quatre", "."]


def test_sequences_of_words_differ_by_their_order() -> None:
    assert ngrams(["chien", "mord", "homme"]) != ngrams(["homme", "mord", "chien"])
    assert set(ngrams(["a", "b"])) & set(ngrams(["a", "c"]))


def test_a_short_post_is_one_passage_and_a_long_one_several_that_overlap() -> None:
    short, long = Document("Un. Deux. Trois."), Document("Un. Deux. Trois. Quatre. Cinq.")

    assert MOST_WHOLE == 3
    assert [short.text[start:end].strip() for start, end in passages(short)] == ["Un. Deux. Trois."]
    assert [long.text[start:end].strip() for start, end in passages(long)] == [
        "Un. Deux. Trois.",
        "Deux. Trois. Quatre.",
        "Trois. Quatre. Cinq.",
    ]
    assert list(passages(Document("🤫 !"))) == []
