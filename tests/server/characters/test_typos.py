from __future__ import annotations

import pytest

from porte_parole.characters.typos import TypoIndex

INDEX = TypoIndex(["incapable", "connard", "escroc", "voleur", "con", "menteur", "menteuse"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("incapbale", "incapable"),  # swapped
        ("incapale", "incapable"),  # missing
        ("incappable", "incapable"),  # doubled
        ("incapavle", "incapable"),  # wrong
        ("conard", "connard"),
        ("incapable", None),  # right
        ("incpbale", None),  # two slips
        ("inapcable", None),  # a letter two places away
        ("xncapable", None),  # another first letter
        ("escrc", None),  # too short to be sure
        ("cin", None),
        ("", None),
    ],
)
def test_one_slip_in_a_long_word_is_read_through(written: str, meant: str | None) -> None:
    assert INDEX.meant_by(written) == meant


def test_what_may_be_two_words_is_neither() -> None:
    assert TypoIndex(["menteurs", "menteuse"]).meant_by("menteuss") is None
