from __future__ import annotations

import pytest

from porte_parole.reading.dates import FullDate, full_dates, is_month
from porte_parole.reading.document import Document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le 04/03/1982.", FullDate(3, 13, 1982, False)),
        ("4.3.82", FullDate(0, 6, 1982, False)),
        ("04-03-24", FullDate(0, 8, 2024, False)),
        ("1982-03-04", FullDate(0, 10, 1982, False)),
        ("1er mars 1982", FullDate(0, 13, 1982, True)),
        ("4. März 1982", FullDate(0, 12, 1982, True)),
        ("4 mrt 1982", FullDate(0, 10, 1982, True)),
        ("on March 4th, 1982", FullDate(3, 18, 1982, True)),
    ],
)
def test_a_full_date_is_read_in_every_writing(text, found) -> None:
    assert list(full_dates(Document(text))) == [found]


@pytest.mark.parametrize(
    "text", ["4 mars", "mars 1982", "12 pommes 1982", "Lot 4, 1982", "v1.04/03/1982", "04/03/82/5", "1250/1982"]
)
def test_anything_less_is_no_full_date(text) -> None:
    assert list(full_dates(Document(text))) == []


def test_months_are_known_short_and_long_in_four_languages() -> None:
    assert all(is_month(word) for word in ("Août", "janv", "march", "mrt", "Maerz"))
    assert not is_month("marche")
