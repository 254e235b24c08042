"""Where postal addresses stand, as French, English, Dutch and German write them. Whose they are is left to others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from porte_parole.reading.dates import is_month
from porte_parole.reading.document import Document, Token
from porte_parole.words import word_set

_FRENCH, _ENGLISH = word_set("recognizers", "streets_fr"), word_set("recognizers", "streets_en")
_STREETS = _FRENCH | _ENGLISH
_ENDINGS = tuple(word_set("recognizers", "street_endings"))
_PLAIN, _NO_NAMES = word_set("recognizers", "streets_plain"), word_set("recognizers", "no_street_names")

_CAPITAL = r"[A-ZÀ-Þ][\w'-]*"
_LINK = r"(?:de\ la\ |de\ l'|des\ |de\ |du\ |d'|la\ |le\ |les\ |l'|aux?\ )"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_LETTER = r"(?:\ ?(?:bis|ter|quater)\b|\ ?[a-dA-D]\b)?"
_NUMBER = rf"\d{{1,4}}{_LETTER}(?:\ ?[-/]\ ?\d{{1,4}}{_LETTER})?"
_POSTCODE = r"(?:(?:B|F|L|CH|D|NL)-)?(?:\d{5}|\d{4}(?:\ ?[A-Z]{2}\b)?)"
_BRITISH = r"[A-Z]{1,2}\d[A-Z\d]?\ ?\d[A-Z]{2}\b"
_PLACE = rf"{_CAPITAL}(?:[ -](?:(?:sur|sous|la|le|les|en|de|aan|am)[ -])?{_CAPITAL}){{0,3}}"

_NUMBER_BEFORE = re.compile(rf"(?<![\w.,/€$-]){_NUMBER},?\ (?:(?:de\ )?(?:la\ |l'))?\Z", re.VERBOSE)
_NAME = re.compile(
    rf"""\.?\ {_LINK}{{0,2}} (?: \d{{1,2}}(?:er)?\ (?i:{_MONTH})(?:\ \d{{4}})? | [^\W\d_][\w'-]* )
         (?:\ {_LINK}{{0,2}}{_CAPITAL}){{0,4}}""",
    re.VERBOSE,
)
_NUMBER_AFTER = re.compile(
    rf"""(?:\.|,|\ n°|,\ n°|\ nr\.?)?\ ?{_NUMBER}
         (?!\w|[.,:]\d|\ ?(?:[%€$£]|h\b|heures?|euros?|min|km\b|m\b|ans\b|jours|places|personnes|uur))""",
    re.VERBOSE | re.IGNORECASE,
)
_ENGLISH_BEFORE = re.compile(
    r"""(?:(?:flat|apt|apartment|unit)\ ?\w{1,4},?\ )?(?<![\w.,/$£-])\d{1,5}[A-Za-z]?(?:-\d{1,5})?
        (?:,?\ )(?P<name>(?:[^\W\d_][\w'-]*\.?\ ){1,3})\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPITALS_BEFORE = re.compile(rf"(?:{_CAPITAL}\ ){{1,2}}\Z", re.VERBOSE)
_STREET_BEFORE = re.compile(
    rf"(?:{_CAPITAL}\ ){{0,2}}(?P<last>{_CAPITAL})\ {_NUMBER},\ (?:[A-Z]{{1,2}}-)?\Z", re.VERBOSE
)
_REST = re.compile(
    rf"""(?:,?\ (?:bte|boîte|bus|apt|appt|bât|étage|flat|unit)\.?\ ?\w{{1,4}}\b)?
         (?: (?P<town>[,\n]?\ ?(?:[-–]\ )?{_POSTCODE},?\ [^\W\d_][\w'-]*(?:[ -]{_CAPITAL}){{0,3}}
                    | (?:,\ {_PLACE})?,?\ (?:{_BRITISH}|[A-Z]{{2}}\ \d{{5}}\b))
           | (?:,|\ à|,?\ in|\ te)\ {_PLACE} )?""",
    re.VERBOSE,
)
_FARTHEST = 40  # code points before a street's word or postcode in which its number may stand

Place = tuple[int, int]


class PostalAddress(NamedTuple):
    """A street with its house number; offsets are code points of `document.text`, half-open."""

    start: int
    end: int
    full: bool  # with a postcode


def postal_addresses(document: Document) -> Iterator[PostalAddress]:
    """Every address with a house number, in order, never overlapping; at once where the text has no digit."""
    text = document.text
    if not re.search("[0-9]", text):
        return
    done = 0
    for word in document.words:
        if not (word.folded in _STREETS or word.folded.endswith(_ENDINGS) or word.folded.isdecimal()):
            continue
        place = next((place for form in _FORMS if (place := form(text, word))), None) if word.start >= done else None
        if place and place[0] >= done:
            rest = _REST.match(text, place[1])
            done = rest.end() if rest else place[1]
            yield PostalAddress(place[0], done, rest is not None and rest["town"] is not None)


def _french(text: str, word: Token) -> Place | None:
    """ "12 rue des Lilas", and "Rue Haute 12" as in Brussels."""
    name = _NAME.match(text, word.end) if word.folded in _FRENCH else None
    if name is None:
        return None
    number = _NUMBER_BEFORE.search(text, max(0, word.start - _FARTHEST), word.start)
    if number:
        place = number.start(), name.end()
        return place if word.folded in _PLAIN or _is_sure(text, name.group(), name.end()) else None
    number = _NUMBER_AFTER.match(text, name.end())
    sure = number and _is_sure(text, text[word.start] + name.group(), number.end())
    return (word.start, number.end()) if number and sure else None


def _english(text: str, word: Token) -> Place | None:
    """ "Flat 3, 14 Elm Road"."""
    before = None
    if word.folded in _ENGLISH:
        before = _ENGLISH_BEFORE.search(text, max(0, word.start - _FARTHEST), word.start)
    if not before or _NO_NAMES & set(before["name"].lower().replace(".", "").split()):
        return None
    sure = word.folded in _PLAIN or _is_sure(text, text[word.start], word.end)
    return (before.start(), word.end) if sure else None


def _dutch_or_german(text: str, word: Token) -> Place | None:
    """ "Lange Leemstraat 12", "Hauptstr. 5"."""
    if not word.folded.endswith(_ENDINGS) or len(word.folded) < 6 or not text[word.start].isupper():
        return None
    number = _NUMBER_AFTER.match(text, word.end)
    before = _CAPITALS_BEFORE.search(text, max(0, word.start - _FARTHEST), word.start)
    return (before.start() if before else word.start, number.end()) if number else None


def _by_postcode(text: str, word: Token) -> Place | None:
    """Any name, number and postcode with a place: "Korte Meer 12, 9000 Gent"."""
    if not word.folded.isdecimal() or not 4 <= len(word.folded) <= 5:
        return None
    before = _STREET_BEFORE.search(text, max(0, word.start - _FARTHEST), word.start)
    if not before or is_month(before["last"]):
        return None  # "October 6, 1999, Kelly"
    return before.start(), text.rindex(",", before.start(), word.start)


_FORMS: tuple[Callable[[str, Token], Place | None], ...] = (_english, _french, _dutch_or_german, _by_postcode)


def _is_sure(text: str, name: str, end: int) -> bool:
    """Whether it is a name and no common noun: "3 cours de yoga" has neither a capital nor a postcode after it."""
    rest = _REST.match(text, end)
    return any(char.isupper() for char in name) or (rest is not None and rest["town"] is not None)
