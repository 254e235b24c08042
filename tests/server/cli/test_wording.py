"""Both languages say everything, and the locale chooses."""

from __future__ import annotations

import re

import pytest

from porte_parole.cli.wording import WORDS, user_language


def test_french_and_english_have_the_same_texts_with_the_same_places() -> None:
    def places(language: str) -> dict[str, list[str]]:
        return {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in WORDS[language].items()}

    assert places("fr") == places("en")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_FR", "LANG": "C"}, "fr"),
        ({"LANG": "nl_NL.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert language == user_language(environment)
