"""One post cut into sentences and words, with the language of each sentence. What they mean is left to others.

Every offset in here and in the matchers counts code points of `Document.text`, the readable form of the post; the
analyzer alone takes spans back to the text as received.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from porte_parole.characters.folding import Mapped, fold, readable
from porte_parole.language import guess_language
from porte_parole.model import Language, Understanding
from porte_parole.reading.quotations import quotations
from porte_parole.reading.sentences import split_sentences

# Bounded or possessive repetitions only: no text takes more than linear time.
_PIECE = re.compile(
    r"""
    (?P<url>(?:https?://|www\.)[^\s<>"»]*[^\s<>"».,;:!?)])
  | (?P<email>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})
  | (?P<handle>(?<![\w])@\w[\w.]{0,63})
  | \#(?P<hashtag>\w++)
  | (?P<word>(?:[ldjnstmcLDJNSTMC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)'(?=\w)|[^\W_]++(?:'[^\W_]++)*+)
    """,
    re.VERBOSE,
)
_CAMEL = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿœ]++|[A-ZÀ-Þ]++(?![a-zß-ÿ])|\d++|[^\W\d_A-Za-zÀ-ÿœ]++")


class Token(NamedTuple):
    """A word: where it stands, and its folded form."""

    start: int
    end: int
    folded: str


class Address(NamedTuple):
    """A URL, an e-mail address or a @handle: never read as words."""

    start: int
    end: int
    kind: str  # "url", "email", "handle"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its words, in order; `words` may be empty."""

    index: int  # the first is 0
    start: int
    end: int
    words: tuple[Token, ...]
    language: Language
    languages: frozenset[str]  # every language it may be written in; all four when nothing tells

    def admits(self, language: str) -> bool:
        """Whether a rule written for `language` ("neutral": for all) may speak here."""
        return language == "neutral" or language in self.languages


@dataclass
class Document:
    """A post, read once and asked by every matcher.

    Args:
        source: the post's text exactly as received; may be empty and may hold lone surrogates.
        meaning: whom to ask what the text means; None: nobody, or not yet.
    """

    source: str
    meaning: Understanding | None = None
    readable: Mapped = field(init=False)
    text: str = field(init=False)
    words: list[Token] = field(init=False, default_factory=list)
    addresses: list[Address] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.readable = readable(self.source)
        self.text = self.readable.text
        for match in _PIECE.finditer(self.text):
            kind = str(match.lastgroup)
            if kind == "word":
                self.words.append(self._token(*_word_span(match)))
            elif kind == "hashtag":
                parts = _CAMEL.finditer(self.text, match.start("hashtag"), match.end())
                self.words.extend(self._token(*part.span()) for part in parts)  # #NovassurTeam: Novassur, Team
            else:
                self.addresses.append(Address(*match.span(), kind))

    @cached_property
    def folded(self) -> Mapped:
        """The text folded for comparing; spans lead back to `text`."""
        return fold(self.text)

    @cached_property
    def has_accents(self) -> bool:
        """Whether the writer types é, so that a missing one means something."""
        return "é" in self.text

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Spans of what is quoted, in order."""
        return tuple(quotations(self.text))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; together they cover every word."""
        return tuple(self._sentences())

    @cached_property
    def language(self) -> Language:
        """The language of most of the text; unknown when no sentence tells."""
        weight: dict[Language, int] = {}
        for sentence in self.sentences:
            if sentence.language != "unknown":
                weight[sentence.language] = weight.get(sentence.language, 0) + sentence.end - sentence.start
        return max(weight, key=lambda language: weight[language], default="unknown")

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset`; the text must not be empty."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def inside_address(self, start: int, end: int) -> bool:
        """Whether any of [start, end) belongs to a URL, an e-mail address or a handle."""
        return any(address.start < end and start < address.end for address in self.addresses)

    def has_word(self, words: frozenset[str], start: int, end: int) -> bool:
        """Whether one of `words` (folded) stands whole within [start, end), which may reach beyond the text."""
        return any(word.folded in words for word in self.words if start <= word.start and word.end <= end)

    def _token(self, start: int, end: int) -> Token:
        still = self.folded.starts is None
        return Token(start, end, self.folded.text[start:end] if still else fold(self.text[start:end]).text)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def _sentences(self) -> Iterator[Sentence]:
        first = 0
        for index, (start, end) in enumerate(split_sentences(self.text)):
            last = first
            while last < len(self.words) and self.words[last].start < end:
                last += 1
            words = tuple(self.words[first:last])
            first = last
            guess = guess_language([word.folded for word in words], self.text[start:end])
            yield Sentence(index, start, end, words, *guess)


def _word_span(match: re.Match[str]) -> tuple[int, int]:
    """ "l'" is the word l; "Novassur's" is the word Novassur; "don't" stays whole, for it says no."""
    start, end = match.span()
    word = match.group()
    return start, end - (1 if word[-1] == "'" else 2 if word.endswith("'s") else 0)
