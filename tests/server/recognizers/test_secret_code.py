from __future__ import annotations

import pytest

GIVEN = [
    "le code de la porte c'est [[4791B]], 2e étage",
    "Digicode [[12A45]], 4e droite",
    "bac à clés, combinaison [[0451]]",
    "le code de la carte bleue est [[1234]]",
    "Si la porte reste bloquée, code de secours [[778899]]",
    "Le code du coffre n'a pas bougé depuis 10 ans : [[1515]]",
    "L'ancien code de la crèche n'est plus 1234, maintenant c'est [[8052]]",
    "Alarme de l'agence : [[8-8-1-2]], puis A pour armer",
    "tapez [[90210#]] pour la salle serveur",
    "alarm code [[7788]] then #",
    "my otp is [[482 913]]",
    "[[4417]] is the gate code",
    "Garage opens with [[5566]] and the green button",
    "side gate by the bins, punch in [[3140]] hash",
    "anyone got the printer code? never mind it's [[4410]]",
    "the bank texted and I read him [[771 402]]",
    "the side gate is [[C0947X]] if he turns up early",
    "Türcode für heute Abend ist [[4791]], dann links",
    "de kluis heeft dezelfde code: [[1515]]",
]
OTHER_NUMBERS = [
    "Le code de la route a changé en 2020, code postal 75011",
    "Réunion salle 2104, 3e étage, porte 24B, vol AF1234",
    "Le code source compte 12000 lignes, code promo 20315 en boutique",
    "Erreur code 404, code barre 301762",
    "C'est quoi le code de la porte ? Demande au 12",
    "Le code de la porte a changé en 2023",
    "La porte a coûté 1200 €, le coffre fait 520 litres",
    "Escape game hier : le code du coffre était 1789",
    "Never use 1234 as your door code",
    "le code de la porte n'est plus 4821",
    "Alarm at 5:45, gate 24B, door 4512 won't shut",
    "use promo code 48213 at the door",
    "Le code de la porte, 1200 collègues l'ont oublié",
    "Demandez le code de la porte salle 2104",
    "There are 4512 bikes in the garage, key in hand",
    "the door &#128530; code of honour",
    "door code &#128530;",
    "We open the gates to 4000 visitors",
    "pin badges from 1998, mint",
    "1204 collègues, 2031 en vue",
    "&#128514; the door, zip code 90210",
    "the keypad of the door costs 1500$",
]


@pytest.mark.parametrize("case", GIVEN)
def test_a_code_is_seen_with_what_it_opens(mark, case) -> None:
    assert mark("secret_code", case) == case


@pytest.mark.parametrize("text", OTHER_NUMBERS)
def test_other_numbers_and_other_codes_are_left_alone(look, text) -> None:
    assert look("secret_code", text) == []


def test_a_bare_code_is_less_sure_than_one_with_its_place(look) -> None:
    (bare,) = look("secret_code", "le code c'est 4821")
    (placed,) = look("secret_code", "le code du portail c'est 4821")

    assert bare.sureness < placed.sureness


@pytest.mark.parametrize(
    "case", ["schuurcode [[4791]]", "Kellercode lautet [[4791]]", "postcode 4791 AB", "kortingscode 4791"]
)
def test_place_and_code_may_be_one_word(mark, case) -> None:
    assert mark("secret_code", case) == case
