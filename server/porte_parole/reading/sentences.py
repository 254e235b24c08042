"""Where sentences begin and end, in fr, en, nl and de, without any model or download."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porte_parole.words import word_set

_ABBREVIATIONS = word_set("sentences", "abbreviations")

# An end: closing punctuation with what closes after it; one or more line breaks; an emoji before a capital letter.
_END = re.compile(
    r"""(?<![.!?…])[.!?…]++["'»”)\]]*+(?=\s|$)|\n\s*+|[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?(?=\s+[A-ZÀ-Þ])"""
)
_WORD = re.compile(r"[^\W_]")
_BLANK = re.compile(r"\s*+")
_WORD_BEFORE = re.compile(r"[\w.]{1,12}\Z")


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of `text`, in order, without gaps; the blanks after a sentence belong to it.

    Yields nothing for an empty text. A sentence ends at . ! ? … before a blank, at a line break, or after an emoji
    that a capital letter follows; not after abbreviations, initials and ordinals, nor at dots a small letter follows.
    """
    start = checked = 0
    said = False
    for match in _END.finditer(text):
        # What says nothing (blank lines, stray dots) joins the sentence after it.
        said = said or _WORD.search(text, checked, match.start()) is not None
        checked = max(checked, match.end())
        if said and _is_end(text, match):
            end = _after_blanks(text, match.end())
            yield start, end
            start = checked = end
            said = False
    if start < len(text):
        yield start, len(text)


def _after_blanks(text: str, offset: int) -> int:
    blanks = _BLANK.match(text, offset)
    return blanks.end() if blanks else offset


def _is_end(text: str, match: re.Match[str]) -> bool:
    closing = match.group()
    if closing[0] not in ".…":
        return True
    following = text[match.end() : match.end() + 2].lstrip()[:1]
    if len(closing) > 1 or closing[0] == "…":
        return not following.islower()
    before = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    word = before.group() if before else ""
    if word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
        return not following
    return not (word.isdigit() and len(word) <= 2 and following.isalpha())
