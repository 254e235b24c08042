from __future__ import annotations

from porte_parole.sentiment import NEUTRAL, sentiment


def test_english_and_french_have_a_polarity() -> None:
    for language, good, bad in (("en", "wonderful", "terrible"), ("fr", "formidable", "horrible")):
        assert sentiment(good, language).polarity > 0 > sentiment(bad, language).polarity
        assert 0 <= sentiment(bad, language).subjectivity <= 1


def test_languages_without_a_lexicon_and_empty_texts_are_neutral() -> None:
    assert sentiment("schrecklich", "de") == NEUTRAL
    assert sentiment("", "fr").polarity == 0
