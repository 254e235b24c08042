"""Finds code names of which only a keyed hash is known, so that the profile on every laptop does not tell them.

The key comes from the company's name: it keeps one company's hashes from being looked up in a table made for another,
and nothing more. Who has the file can try words until one fits; a short or ordinary term is guessed in seconds.
Method: keyed BLAKE2b (RFC 7693) of the folded words, 96 bits kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from porte_parole.characters.folding import fold
from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.reading.word_index import words_of
from porte_parole.recognizers import Sighting

MOST_WORDS = 4
"""Most words of a sealed term."""

_PREFIX = "s1-"
_BYTES = 12
_MOST_TRIED = 2_000  # words of a post that are tried: a post of 10,000 characters has about as many


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every sealed term of the company, one to four words in a row in one sentence."""
    if not company.sealed_terms:
        return
    keyed = _keyed(company.name)
    left = _MOST_TRIED
    for sentence in document.sentences:
        words = sentence.words[:left]
        left -= len(words)
        for first in range(len(words)):
            for end in range(first + 1, min(first + MOST_WORDS, len(words)) + 1):
                if _sealed(keyed, [word.folded for word in words[first:end]]) in company.sealed_terms:
                    yield Sighting(words[first].start, words[end - 1].end, 1.0, "sealed term")


def seal(term: str, company_name: str) -> str:
    """The sealed form of `term` for the company of this name; case, accents and hyphens do not matter.

    Raises:
        ValueError: it has no word, or more than MOST_WORDS.
    """
    words = words_of(term)
    if not 1 <= len(words) <= MOST_WORDS:
        raise ValueError(f"A term has one to {MOST_WORDS} words.")
    return _sealed(_keyed(company_name), list(words))


def _keyed(company_name: str) -> blake2b:
    return blake2b(key=fold(company_name).text.encode("utf-8")[:64], digest_size=_BYTES, person=b"porte-parole")


def _sealed(keyed: blake2b, words: list[str]) -> str:
    hashed = keyed.copy()
    hashed.update(" ".join(words).encode("utf-8"))
    return _PREFIX + hashed.hexdigest()
