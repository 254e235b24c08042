"""Card numbers are the networks' test numbers."""

from __future__ import annotations

import pytest

CASES = [
    "ma carte [[4111 1111 1111 1111]] 12/27 123",
    "visa [[4111111111111111]]",
    "j'ai payé avec [[4111111111111111]]",
    "on m'a pris ça sur la [[4111111111111111]]…",
    "[[5555-5555-5555-4444]]",
    "CB [[5555.5555.5555.4444]]",
    "[[5555\u00a05555\u00a05555\u00a04444]] et [[4012 8888 8888 1881]]",
    "amex [[3782 822463 10005]]",
    "diners [[3056 930902 5904]]",
    "ma carte [[30569309025904]] est perdue",
    "ma maestro [[676770000005]]",
    "carte [[4222222222222]]",
    "ma carte 41 [[4111 1111 1111 1111]]",
    "carte [[411111 1111111111]] refusée",
    "carte : 12 411111 1111111111",
    "4111 1111 1111 1112",
    "suivi 4111111111111111",
    "commande n° 4111 1111 1111 1111",
    "le lot 30569309025904",
    "le lot 4222222222222",
    "le lot 6767 7000 0000",
    "ma carte 44444444444444444",
    "0000 0000 0000 0000",
    "9999 9999 9999 9995",
    "ma carte de visite, SIRET 732 829 320 00074",
    "BE4111 1111 1111 1111",
    "un budget de 1.411111111111111",
]


@pytest.mark.parametrize("case", CASES)
def test_cards_are_seen_by_their_network_or_by_a_word(mark, case) -> None:
    assert mark("payment_card", case) == case
