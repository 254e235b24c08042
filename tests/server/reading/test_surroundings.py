from __future__ import annotations

import pytest

from porte_parole.bracketed import split_brackets
from porte_parole.reading.document import Document
from porte_parole.reading.surroundings import is_business, is_home


@pytest.mark.parametrize(
    ("case", "home", "business"),
    [
        ("J'habite [[ici]]", True, False),
        ("chez moi, [[ici]]", True, False),
        ("we've just moved: [[here]]", True, False),
        ("my new place is [[here]]", True, False),
        ("Mme Perrin, [[ici]]", True, False),
        ("notre agence, [[ici]]", False, True),
        ("J'habite [[rue du Restaurant]]", True, False),
        ("un appart au-dessus du resto, [[ici]]", True, True),
        ("[[ici]]", False, False),
        ("J'habite" + " très" * 20 + " loin [[d'ici]]", False, False),
    ],
)
def test_the_words_around_a_place_tell_whose_it_is(case, home, business) -> None:
    text, ((start, end),) = split_brackets(case)
    document = Document(text)

    assert (is_home(document, start, end), is_business(document, start, end)) == (home, business)
