"""The table of cases and the tests that try them say the same."""

from __future__ import annotations

import pytest
from tests.security.cases import load, named, of_test


def test_the_table_is_whole() -> None:
    rows = load()

    assert len({row.id for row in rows}) == len(rows) == 158
    for row in rows:
        assert row.input and row.expected
        assert (row.where is None) == bool(row.not_run), f"{row.id} is either tried or says why not"
        assert row.places <= {"python", "browser"}


@pytest.mark.parametrize("place", ["python", "browser"])
def test_every_row_is_tried_where_it_says(place: str) -> None:
    wanted = {row.id for row in load() if place in row.places}

    assert wanted - named()[place] == set()


def test_no_test_names_a_case_that_is_not_tried_there() -> None:
    tried = {place: {row.id for row in load() if place in row.places} for place in ("python", "browser")}

    assert {place: names - tried[place] for place, names in named().items()} == {"python": set(), "browser": set()}


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("test_a_03_a_rebinding_page_is_refused", "A-03"),
        ("test_another_host_is_refused[A-02 another name]", "A-02"),
        ("chromium > what a page finds out > I-05 sees marks only", "I-05"),
        ("test_the_table_is_whole", None),
        ("test_b_side", None),
    ],
)
def test_a_result_belongs_to_the_case_that_its_name_begins_with(name: str, case: str | None) -> None:
    assert of_test(name) == case
