from __future__ import annotations

import pytest

from porte_parole.reading.announcing import (
    has_sign_before,
    is_advice,
    is_denied,
    phrases,
    pieces,
    single_words,
    words_after,
    words_before,
)
from porte_parole.reading.document import Document


def test_phrases_of_all_languages_are_found_once_under_their_list() -> None:
    words = Document("le mot de passe du wifi, het wachtwoord").words

    assert [(place.first, place.value) for place in phrases("passwords", "networks").find(words)] == [
        (1, "passwords"),
        (5, "networks"),
        (7, "passwords"),
    ]


def test_phrases_give_their_words_folded() -> None:
    assert {"porte", "cles", "tur"} <= single_words("places")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mdp: Toto2024!", [": ", "Toto2024!"]),
        ("mdp (Toto2024), oui", ["Toto2024", "oui"]),
        ('mdp "Summer sun 31" ok', ["Summer sun 31", "ok"]),
        ("mdp :\nToto2024", ["", "Toto2024"]),
        ("mdp du wifi\nToto2024", ["du", "wifi"]),
    ],
)
def test_pieces_go_to_the_end_of_the_line_and_beyond_it_after_a_colon(text: str, expected: list[str]) -> None:
    found = [piece.text for piece in pieces(text, 3)]

    assert found == [part.strip(": ") for part in expected]


def test_a_piece_that_does_not_fit_is_left_out() -> None:
    assert [piece.text for piece in pieces("mdp " + "a" * 90 + " " + "b" * 90, 3)] == ["a" * 90]


def test_words_around_a_value_stay_in_its_statement() -> None:
    document = Document("Fini. Le code ? Facile, le 4821 ouvre tout ! Bravo à tous")
    start = document.text.index("4821")

    assert [word.folded for word in words_before(document, start, 9)] == ["le", "code", "facile", "le"]
    assert [word.folded for word in words_before(document, start, 2)] == ["facile", "le"]
    assert [word.folded for word in words_after(document, start + 4, 9)] == ["ouvre", "tout"]


@pytest.mark.parametrize(("before", "leads"), [("code : ", True), ("code=", True), ("code (", True), ("code, ", False)])
def test_a_sign_leads_to_what_follows_it(before: str, leads: bool) -> None:
    assert has_sign_before(before + "4821", len(before)) is leads


@pytest.mark.parametrize(
    ("gap", "denied"),
    [("n'est plus", True), ("isn't", True), ("n'est plus le même :", False), ("nicht, sondern", False), ("est", False)],
)
def test_a_not_takes_a_value_back_unless_something_leads_on(gap: str, denied: bool) -> None:
    document = Document(f"{gap} 4821")

    assert is_denied(document, document.words[:-1], document.text.index("4821")) is denied


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Par exemple VALUE", True),
        ("VALUE est le mot de passe le plus utilisé", True),
        ("Évitez VALUE", True),
        ("Never use VALUE", True),
        ("bitte nicht mehr VALUE als Passwort nehmen", True),
        ("vpn.kalmor.example mdp VALUE", False),
        ("arrêtez de demander, le mot de passe de la boîte est VALUE", False),
        ("on utilise VALUE partout", False),
    ],
)
def test_advice_and_examples_give_nothing_away(text: str, advice: bool) -> None:
    start = text.index("VALUE")

    assert is_advice(Document(text), start, start + 5) is advice
