from __future__ import annotations

import pytest

from porte_parole.reading.document import Document
from porte_parole.reading.sentences import split_sentences


def words_of(text: str) -> list[str]:
    return [word.folded for word in Document(text).words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’équipe qu'on aime", ["l", "equipe", "qu", "on", "aime"]),
        ("Novassur's boss can't", ["novassur", "boss", "can't"]),
        ("#NovassurTeam #vacances2026", ["novassur", "team", "vacances", "2026"]),
        ("voir https://idiot.example/nul et @idiot, idiot@idiot.example", ["voir", "et"]),
        ("", []),
        ("😀🎉", []),
    ],
)
def test_words_are_cut_and_addresses_left_out(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_addresses_keep_their_kind_and_place() -> None:
    document = Document("Vu sur www.example.org, merci @lea et lea@example.org.")

    found = [(address.kind, document.text[address.start : address.end]) for address in document.addresses]

    assert found == [("url", "www.example.org"), ("handle", "@lea"), ("email", "lea@example.org")]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Bravo ! Quelle équipe… vraiment. Merci", ["Bravo ! ", "Quelle équipe… vraiment. ", "Merci"]),
        ("M. Dupont et Mme. Durand, cf. p.ex. ici. Fin", ["M. Dupont et Mme. Durand, cf. p.ex. ici. ", "Fin"]),
        ("Le taux est de 3.5 % le 3. Mai hier", ["Le taux est de 3.5 % le 3. Mai hier"]),
        ("une ligne\n\nune autre", ["une ligne\n\n", "une autre"]),
        ("Super journée 🎉 Merci à tous", ["Super journée 🎉 ", "Merci à tous"]),
        ("voir https://a.example/b?c=d. Oui", ["voir https://a.example/b?c=d. ", "Oui"]),
        ("... ! ...", ["... ! ..."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_each_sentence_has_its_own_language() -> None:
    document = Document(
        "Nous avons gagné le match hier soir. We are so proud of the whole team! Dat is heel mooi nieuws."
    )

    assert [sentence.language for sentence in document.sentences] == ["fr", "en", "nl"]


def test_the_language_of_most_of_the_text_wins() -> None:
    assert Document("Thanks. Nous avons passé une très belle journée avec nos collègues.").language == "fr"
    assert Document("42 😀").language == "unknown"


def test_a_sentence_that_tells_nothing_admits_every_language() -> None:
    (sentence,) = Document("Polmera 2026").sentences

    assert sentence.language == "unknown"
    assert all(sentence.admits(language) for language in ("fr", "en", "nl", "de", "neutral"))
