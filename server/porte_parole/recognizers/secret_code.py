"""Finds codes that people give away in prose: doors, alarms, safes, cards, one-time codes. Digits alone never count.

A code needs its cue: a word that says what it opens ("gate code", "digicode", "PIN"), or "code" with the place, the
key to press, or "is". Years, prices, rooms, promotions and the many other codes of life are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from porte_parole.company import Company
from porte_parole.reading.announcing import (
    has_sign_before,
    is_advice,
    is_denied,
    phrases,
    single_words,
    words_after,
    words_before,
)
from porte_parole.reading.document import Document, Token
from porte_parole.reading.word_index import Place
from porte_parole.recognizers import Sighting

_SOME_DIGITS = re.compile(r"\d[\d -]")

# 4821, B4821, 48B12, 4821#, 7-3-9-1, 482 913; never inside a longer number, an amount, a date or an address.
_VALUE = re.compile(
    r"""(?<![\w.,/@&+-])(?<!\d[ .])(?<!&\#)
        [#*]?(?:[A-Za-z]?\d{3,8}[A-Za-z]?|\d{1,3}[A-GK-Z]\d{1,4}|\d(?:[ -]\d){3,7}|\d{2,4}(?:[ -]\d{2,4}){1,2})[#*]?
        (?![\w@]|\ ?[%€$£°]|[.,/:-]\d|[ -]\d)""",
    re.VERBOSE,
)
_PRESSED = re.compile(r"\d(?:-\d){3,7}")  # one key after the other
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 30
"""Numbers looked at in one post; what comes after is a table, not a message."""

_BEFORE, _AFTER = 12, 6
"""Words before and after a value in which its cue may stand."""

_STRANGERS = {"codes": 2, "doors": 2, "once": 2, "pins": 1}
"""Words between a cue and its value that say nothing, where no colon and no "is" leads to the value; none to a year."""

_CUES, _PLACES = phrases("codes", "pins", "once", "doors"), phrases("places")
_BRIDGES = single_words("links", "fillers", "places")
_LINKS, _JOINERS, _WITH = single_words("links"), single_words("links", "as"), single_words("with")
_DIAL, _OPEN, _KEYS = single_words("dial"), single_words("open"), single_words("keys")
_GIVEN, _MESSAGES = single_words("given"), single_words("messages")
_NUMBERED, _UNITS = single_words("not_after"), single_words("units")
_OTHER_CODES, _OTHER_STEMS = single_words("other_codes"), single_words("other_stems")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every value whose cue is near; nothing in examples, advice and games."""
    if not _SOME_DIGITS.search(document.text):
        return
    for match in islice(_VALUE.finditer(document.text), _MOST):
        start, end = match.span()
        before = words_before(document, start, _BEFORE)
        after = words_after(document, end, _AFTER)
        if _is_counted(document, before, after, start) or document.inside_address(start, end):
            continue
        sureness = _sureness(document, match.group(), before, after, start)
        if sureness and not is_advice(document, start, end):
            yield Sighting(start, end, sureness, "code")


def _is_counted(document: Document, before: Sequence[Token], after: Sequence[Token], start: int) -> bool:
    """Whether the number counts or numbers something: "1204 people", "room 1204", "in 2023"."""
    if after and after[0].folded in _UNITS:
        return True
    numbered = bool(before) and before[-1].folded in _NUMBERED and not has_sign_before(document.text, start)
    return numbered and not (len(before) > 1 and before[-2].folded in _DIAL)  # "punch in 5824"


def _sureness(document: Document, value: str, before: Sequence[Token], after: Sequence[Token], start: int) -> float:
    """0: no code; otherwise how sure, 0 to 1."""
    digits = sum(char.isdigit() for char in value)
    place = any(True for words in (before, after) for _ in _PLACES.find(words))
    cue = _cue_before(document, value, before, start) or _cue_after(after)
    if cue == "doors" or (cue in ("pins", "once") and digits >= 4) or (cue in ("codes", "named") and place):
        return 1.0
    if digits < 4:
        return 0.0
    if cue == "named" or (cue == "codes" and (digits > 4 or not value.isdigit())):
        return 0.8
    keyed = value[-1] in "#*" or _PRESSED.fullmatch(value) or any(word.folded in _KEYS for word in after[:3])
    dialled = _is_dialled(before, after)
    if (place and (keyed or dialled)) or (keyed and dialled):
        return 0.95
    named = place and bool(before) and before[-1].folded in _LINKS and not value.isdigit()
    return 0.8 if named or _is_passed_on(before, after) else 0.0


def _cue_before(document: Document, value: str, before: Sequence[Token], start: int) -> str:
    """The list of the nearest cue that leads to the value; "named" for a plain "code" with a sign or a verb; or ""."""
    nearest = sorted(_cues(before), key=lambda place: (-place.end, place.first))  # "gate code" before "code"
    for cue in nearest:
        gap = before[cue.end :]
        if is_denied(document, gap, start) or (cue.value == "codes" and _is_other_code(before, cue.first)):
            continue
        linked = has_sign_before(document.text, start) or any(word.folded in _LINKS for word in gap[-3:])
        strangers = sum(word.folded not in _BRIDGES for word in gap)
        if linked or strangers <= (0 if _YEAR.fullmatch(value) else _STRANGERS[cue.value]):
            return "named" if cue.value == "codes" and linked else cue.value
    return ""


def _cue_after(after: Sequence[Token]) -> str:
    """A cue that follows: "4417 is the gate code", "1907 as my card pin"."""
    if not after or after[0].folded not in _JOINERS:
        return ""
    found = [(cue.first, cue.value) for cue in _cues(after) if not _is_other_code(after, cue.first)]
    return min(found)[1] if found else ""


def _cues(words: Sequence[Token]) -> Iterator[Place[str]]:
    """Every cue among `words`. Dutch and German write place and code in one: "schuurcode", "Kellercode"."""
    yield from _CUES.find(words)
    for index, word in enumerate(words):
        stem = word.folded.removesuffix("code")
        if 3 <= len(stem) < len(word.folded) and stem not in _OTHER_STEMS:
            yield Place(index, index + 1, "doors")


def _is_other_code(words: Sequence[Token], index: int) -> bool:
    """Whether the "code" at `index` is one of those that open nothing: "promo code", "code de la route"."""
    return any(word.folded in _OTHER_CODES for word in words[max(0, index - 2) : index + 4])


def _is_passed_on(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """ "I read him 771 402", of what came by text message."""
    given = any(word.folded in _GIVEN for word in before[-3:])
    return given and any(word.folded in _MESSAGES for word in (*before, *after[:3]))


def _is_dialled(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """ "press 5824", "5824 eintippen", "opens with 5566"."""
    if any(word.folded in _DIAL for word in (*before[-3:], *after[:2])):
        return True
    return bool(before) and before[-1].folded in _WITH and any(word.folded in _OPEN for word in before)
