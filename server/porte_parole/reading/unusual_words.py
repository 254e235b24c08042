"""Finds the words of a post that are not written as in a dictionary, and says what is meant by them.

Chat forms ("jsuis", "ur"), stretched letters ("nuuul"), hidden ones ("m*rde"), slips of the finger ("incapbale").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from porte_parole.characters.folding import fold
from porte_parole.characters.masking import Lexicon, unmask
from porte_parole.characters.typos import SHORTEST, TypoIndex
from porte_parole.reading.document import Document, Sentence, Token
from porte_parole.words import word_lists
from porte_parole.words.common import common_words

_STRETCHED = re.compile(r"([^\W\d_IXCM])\1\1+")
"""Three times the same letter; not in Roman figures, and "é" is no "e": "créée" is as it should be."""

_HIDING = re.compile(r"[*@$#!€\d](?<=[^\W\d_].)(?:\w|[*@$#!€])|\*(?<=[^\W\d_].)")
"""What a word with hidden letters has at least, so that most posts are passed over at once."""


class Unusual(NamedTuple):
    """A word to be written out; offsets are code points of `document.text`, half-open."""

    start: int
    end: int
    meant: str
    is_guess: bool  # a slip corrected or letters guessed, not a known form


def unusual_words(document: Document) -> list[Unusual]:
    """Every such word, in order, apart from one another; empty for most posts, at one look a word."""
    found: list[Unusual] = []
    for word in sorted((*_unusual(document), *_masked(document))):
        if not found or word.start >= found[-1].end:
            found.append(word)
    return found


def _unusual(document: Document) -> Iterator[Unusual]:
    forms, ordinary = _forms(), _ordinary()
    has_stretched = _STRETCHED.search(document.text) is not None
    for sentence in document.sentences:
        insults = _insults().get(sentence.language)
        for word in sentence.words:
            known = forms.get(word.folded)
            if known is not None:
                meant = _in_language(known, word, sentence, document.text)
                if meant is not None:
                    yield Unusual(word.start, word.end, meant, is_guess=False)
            elif has_stretched and _STRETCHED.search(document.text, word.start, word.end):
                yield Unusual(word.start, word.end, _unstretched(word.folded), is_guess=False)
            elif insults and len(word.folded) >= SHORTEST and word.folded not in ordinary and word.folded.isalpha():
                slip = insults.meant_by(word.folded)
                if slip is not None:
                    yield Unusual(word.start, word.end, slip, is_guess=True)


def _unstretched(word: str) -> str:
    """ "idiooot" is "idiot", "connnard" is "connard": the known word, or else each letter once."""
    candidates = (_STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word))
    return next((one for one in candidates if one in _ordinary() or one in _swear_words()), candidates[0])


def _masked(document: Document) -> Iterator[Unusual]:
    """Swear words with hidden letters: "m*rde", "c0nnard"; of several that fit, the first."""
    if not _HIDING.search(document.text):
        return
    folded = document.folded
    for language in {sentence.language for sentence in document.sentences}:
        reading = next(unmask(folded, _maskable(language)), None)
        if reading is None:
            continue
        for start, end, _ in reading.spans:
            first, last = folded.span(start, end)
            meant = reading.text.text[start:end]
            here = document.sentence_at(first).language == language and not document.inside_address(first, last)
            if here and meant in _swear_words() and meant != folded.text[start:end]:
                yield Unusual(first, last, meant, is_guess=True)


def _in_language(known: Mapping[str, str], word: Token, sentence: Sentence, text: str) -> str | None:
    """What a chat form stands for here; a single letter only between blanks and where the language is certain."""
    if text[word.start : word.end].isupper() and not text[sentence.start : sentence.end].isupper():
        return None
    if len(word.folded) > 1:
        return next((meant for language, meant in known.items() if language in sentence.languages), None)
    alone = not (text[max(0, word.start - 1) : word.start].strip() or text[word.end : word.end + 1].strip())
    return known.get(sentence.language) if alone else None


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Chat form, folded -> language -> what it stands for."""
    forms: dict[str, dict[str, str]] = {}
    for language, listed in word_lists("spelling")["forms"].items():
        for pair in listed.split(", "):
            form, meant = pair.split("=")
            forms.setdefault(fold(form).text, {})[language] = meant
    return forms


@cache
def _maskable(language: str) -> Lexicon:
    """The swear words of `language`, of every language when it is unknown."""
    lists = word_lists("spelling")["masked"]
    return Lexicon(word for name, listed in lists.items() if language in (name, "unknown") for word in listed.split())


@cache
def _swear_words() -> frozenset[str]:
    lists = word_lists("spelling")
    listed = (*lists["masked"].values(), *lists["insults"].values())
    return frozenset(word for one in listed for word in fold(one).text.split())


@cache
def _insults() -> Mapping[str, TypoIndex]:
    """By language: what is a slip in one is a word of another."""
    lists = word_lists("spelling")["insults"]
    return {language: TypoIndex(fold(listed).text.split()) for language, listed in lists.items()}


@cache
def _ordinary() -> frozenset[str]:
    """Words that mean what they say, however close to an insult: "valeur" is no "voleur"."""
    return common_words() | frozenset(word_lists("spelling")["ordinary"].split())
