from __future__ import annotations

import pytest

from porte_parole.bracketed import split_brackets
from porte_parole.reading.calls import around
from porte_parole.reading.document import Document


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("[[06]]", set()),
        ("appelez le [[06]]", {"called"}),
        ("📞 [[06]]", {"called"}),
        ("mon numéro [[06]]", {"owned", "named"}),
        ("le numéro [[06]]", {"named"}),
        ("dossier [[06]]", {"reference"}),
        ("dossier, tel [[06]]", {"called"}),
        ("[[06]] RCS Lyon", {"reference"}),
        ("notre standard : [[06]]", {"line"}),
        ("[[06]], pas le standard, mon portable", {"called"}),
        ("la boutique : [[06]]", {"place"}),
        ("mon perso, pas la boutique : [[06]]", set()),
        ("[[06]], à deux pas de la boutique", set()),
    ],
)
def test_words_around_digits_tell_what_they_are(case, told) -> None:
    text, ((start, end),) = split_brackets(case)
    words = around(Document(text), start, end)

    assert {name for name, told in words._asdict().items() if told} == told
    assert words.expected is bool(told & {"called", "named"})
