from __future__ import annotations

import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.errors import RuleError
from porte_parole.model import Post

WHEN = {"own": "own-privacy", "other": "others-personal-data"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Mon compte : BE68 5390 0754 7034", "own-privacy"),
        ("Versez à la cliente : BE68 5390 0754 7034", "others-personal-data"),
        ("his account BE68 5390 0754 7034 is blocked", "others-personal-data"),
        ("mein Konto BE68 5390 0754 7034 bitte", "own-privacy"),
        ("BE68 5390 0754 7034", "image-copyright"),
    ],
)
def test_the_words_around_tell_whose_it_is(make_rule, text, category) -> None:
    rule = make_rule("recognizer", "neutral.image-copyright.iban", recognizer="iban", category_when=WHEN)
    (finding,) = Analyzer([rule]).check(Post(text)).findings

    assert (finding.category, finding.validated) == (category, True)


def test_an_unknown_recognizer_is_refused_with_those_that_exist(make_rule) -> None:
    with pytest.raises(RuleError, match=r"american_social_security, .*iban, .*phone") as caught:
        Analyzer([make_rule("recognizer", recognizer="horoscope")])

    assert caught.value.line == 3


def test_an_unknown_kind_is_refused_with_those_that_exist(make_rule) -> None:
    with pytest.raises(RuleError, match="near, pattern, phrase, recognizer"):
        Analyzer([make_rule("telepathy")])
