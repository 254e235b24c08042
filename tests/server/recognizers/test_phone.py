"""Numbers are those that Arcep and Ofcom keep for fiction, or public examples of libphonenumber."""

from __future__ import annotations

import pytest

CASES = [
    "Mon tel : [[06 39 98 12 34]] 😉",
    "[[+33 6 39 98 12 34]]",
    "[[0639981234]]",
    "tel.[[06.39.98.12.34]].",
    "Tél.:[[06-39-98-12-34]]",
    "mon 06 : [[06/39/98/12/34]]",
    "📞[[06\u202f39\u202f98\u202f12\u202f34]]",
    "([[06\u00a039\u00a098\u00a012\u00a034]])",
    "[[06\u200939\u200998\u200912\u200934]]",
    "[[+33 (0)6 39 98 12 34]] ou [[+33(0)639981234]]",
    "[[(+33) 6 39 98 12 34]]",
    "[[0033 6 39 98 12 34]]",
    "[[+33.6.39.98.12.34]], merci",
    "[[06 39 98 12 34]] ou [[06 39 98 56 78]]",
    "tel [[06 39 98 12 34]] 75011 Paris",
    "joignable au [[0470/12.34.56]] ce soir",
    "call me on [[07700 900123]]",
    "call [[(212) 555-0123]]",
    "my number is [[2125550123]]",
    "bel [[06 12345678]]",
    "Handy: [[0151 23456789]]",
    "Natel [[+41 78 123 45 67]]",
    "📞 [[628 123 456]]",
    "Notre agence ? Mon perso, c'est le [[01 99 00 12 34]]",
    "plombier à la boutique : [[06 39 98 12 34]]",
    "112, 15, 17, 3949 ou 0800 55 800",
    "notre standard : 01 99 00 12 34",
    "Notre boutique : 01 99 00 12 34",
    "le 03/10/2026 14:30, 01-12-2025, 2019-2020, (1913-1993)",
    "dossier 0470123456",
    "[[06 39 98 12 34]] 75011 Paris",
    "code X0639981234",
    "NL91 ABNA 0417 1643 00",
    "https://example.org/0639981234",
    "appelle pour le lot 212 555 0123 99",
    "TVA BE 0470.123.456",
    "SIRET 012 345 678 00012",
    "immatriculée au RCS de Lyon sous le numéro 370497943",
    "BE71 0961 2345 6760",
    "total 1 250 000 € et 12 345 678",
    "le tirage : 05 16 36 48 08 47 47",
    "Le numéro 2428394028 gagne le gros lot",
    "Intercept: 0.3931 (0.0076)",
]


@pytest.mark.parametrize("case", CASES)
def test_numbers_of_persons_are_seen_in_every_writing(mark, case) -> None:
    assert mark("phone", case) == case


def test_a_word_makes_a_number_surer(look) -> None:
    (alone,) = look("phone", "06 39 98 12 34")
    (named,) = look("phone", "Mon tel : 06 39 98 12 34")

    assert (alone.sureness, named.sureness, named.evidence) == (0.9, 1.0, "numbering plan")


def test_a_table_of_numbers_is_not_read_to_its_end(look) -> None:
    assert len(look("phone", "06 39 98 12 34, " * 80)) == 50
