"""Numbers are the examples of python-stdnum."""

from __future__ import annotations

import pytest

CASES = [
    "Mon numéro de sécu : [[2 95 10 99 126 111 93]].",
    "[[295109912611193]]",
    "NIR [[253072B07300470]] merci",
    "NIR [[2 53 07 2B 073 004 70]]",
    "([[2\u00a095\u00a010\u00a099\u00a0126\u00a0111\u00a093]])",
    "sécu:[[2.95.10.99.126.111.93]]",
    "[[2-95-10-99-126-111-93]]",
    "[[2 95 10 99 126 111 / 93]]",
    "[[2 95 10 99 126 111 clé 93]]",
    "[[2951099126111 93]]",
    "ma sécu sans la clé : [[2 95 10 99 126 111]]",
    "sécu [[2951099126111]]",
    "Je note [[2 95 10 99 126 111]] quelque part",
    "2 95 10 99 126 111 94",
    "mon numéro de sécu 295109912611194",
    "le lot 2951099126111 est arrivé",
    "sécu 2 95 13 99 126 000",
    "X295109912611193",
]


@pytest.mark.parametrize("case", CASES)
def test_numbers_are_seen_by_their_key_or_by_their_name(mark, case) -> None:
    assert mark("french_social_security", case) == case


def test_a_number_without_its_key_is_no_proof(look) -> None:
    (sighting,) = look("french_social_security", "ma sécu : 2 95 10 99 126 111")

    assert (sighting.validated, sighting.sureness) == (False, 0.9)
