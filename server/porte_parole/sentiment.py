"""How friendly and how personal a piece of text sounds, in English and French. The only importer of TextBlob.

TextBlob loads at the first question, since most rules never ask; its lexicons are in the package, no corpus is fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple


class Sentiment(NamedTuple):
    """TextBlob's two numbers."""

    polarity: float  # -1 (hostile) to 1 (friendly); 0 also when no word is known
    subjectivity: float  # 0 (fact) to 1 (opinion)


NEUTRAL = Sentiment(0.0, 0.0)


def sentiment(text: str, language: str) -> Sentiment:
    """Polarity and subjectivity of `text`; neutral in languages TextBlob has no lexicon for (nl, de)."""
    analyze = _analyzers().get(language)
    return NEUTRAL if analyze is None else analyze(text)


@cache
def _analyzers() -> Mapping[str, Callable[[str], Sentiment]]:
    from textblob.en.sentiments import PatternAnalyzer as English
    from textblob_fr import PatternAnalyzer as French

    english, french = English(), French()
    return {
        "en": lambda text: Sentiment(*english.analyze(text)[:2]),
        "fr": lambda text: Sentiment(*french.analyze(text)[:2]),
    }
