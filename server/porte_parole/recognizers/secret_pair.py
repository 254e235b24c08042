"""Finds a password right beside its login: "lea@example.org / Brume2031", "admin:Admin2031", "VPN guest / Mist2031"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from porte_parole.company import Company
from porte_parole.reading.announcing import is_advice, single_words
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.secret_values import is_chosen

_BESIDE = re.compile(r"\s?[/|:]\s?([^\s/|]{5,60})")
_APART = re.compile(r"\S\s[/|]\s([^\s/|]{5,60})")
_LOGINS, _ACCOUNTS = single_words("logins"), single_words("account_words")
_MOST = 30  # pairs looked at in one post; what comes after is a table, not a message
_ACCOUNT_BEFORE = 60  # code points before a pair in which the word stands that tells what it opens


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every value beside an e-mail address or an administrator's login, or in a pair that a word like "login" opens."""
    seen: set[int] = set()
    for start, end in islice(_values(document), _MOST):
        value = document.text[start:end].rstrip(".,;:?)\"'»”")
        end = start + len(value)
        if start not in seen and is_chosen(value) and not document.inside_address(start, end):
            seen.add(start)
            if not is_advice(document, start, end):
                yield Sighting(start, end, 1.0, "login and password")


def _values(document: Document) -> Iterator[tuple[int, int]]:
    """Whatever stands where a password would."""
    text = document.text
    logins = [address.end for address in document.addresses if address.kind == "email"]
    logins += [word.end for word in document.words if word.folded in _LOGINS]
    for end in logins:
        beside = _BESIDE.match(text, end)
        if beside:
            yield beside.span(1)
    for pair in _APART.finditer(text) if " / " in text or " | " in text else ():
        if document.has_word(_ACCOUNTS, pair.start() - _ACCOUNT_BEFORE, pair.start() + 1):
            yield pair.span(1)
