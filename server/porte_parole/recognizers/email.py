"""Finds e-mail addresses of persons, plain or spelled out; role mailboxes (contact@, press@) are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porte_parole.characters.folding import fold
from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_OPEN, _CLOSE = r"\ ?[(\[{<]\ ?", r"\ ?[)\]}>]\ ?"
_DOT = rf"(?:\.|{_OPEN}(?:dot|point|punt|punkt|\.){_CLOSE}|\ (?:dot|point|punt|punkt)\ )"
_SIGN = re.compile(
    rf"""(?P<plain>@) | \ @\ ? | {_OPEN}(?:at|arobase|arobas|@){_CLOSE} | [ ]arobase[ ]
       | \ at\ (?=[\w-]+\ (?:dot|point)\ )""",
    re.VERBOSE | re.IGNORECASE,
)
# Letters of every alphabet on both sides (RFC 6531).
_MAILBOX = re.compile(r"(?:[ljnstmcd]'|qu')?(?P<box>[^\W_](?:[\w+%-]|[.'](?=\w)){0,63})\Z", re.IGNORECASE)
_DOMAIN = re.compile(
    rf"(?:[^\W_][\w-]{{0,62}}{_DOT}){{1,8}}(?:[^\W\d_]{{2,24}}|xn--[a-z0-9]{{2,59}})(?!\w)", re.VERBOSE | re.IGNORECASE
)
_PLAIN_DOMAIN = re.compile(r"(?:[^\W_][\w-]{0,62}\.){1,8}(?:[^\W\d_]{2,24}|xn--[a-z0-9]{2,59})(?!\w)", re.IGNORECASE)
_HINTS = ("@", "(", "[", "{", "<", "arobas", " dot ", " point ")  # without any of them there is no sign
_LONGEST_MAILBOX = 66  # code points, RFC 5321, and an elided article
_GROUPS = re.compile(r"[.\-_+]")

_ROLES, _PLACEHOLDERS = word_set("recognizers", "email_roles"), word_set("recognizers", "email_placeholders")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every address whose mailbox carries neither the name of a role nor a placeholder."""
    text = document.text
    if not any(hint in text for hint in _HINTS):
        return
    for sign in _SIGN.finditer(text):
        mailbox = _MAILBOX.search(text, max(0, sign.start() - _LONGEST_MAILBOX), sign.start())
        domain = (_PLAIN_DOMAIN if sign["plain"] else _DOMAIN).match(text, sign.end())
        if not mailbox or not domain or text[mailbox.start() - 1 : mailbox.start()] in {"@", "/"}:
            continue
        start, end = mailbox.start("box"), domain.end()
        box = mailbox["box"]
        # "lunch @ place.com" is no address; a name of two parts or a figure makes it one.
        spaced = sign.group().strip() == "@" and not sign["plain"]
        if (spaced and box.isalpha()) or _is_public(fold(box).text) or _in_url(document, start):
            continue
        yield Sighting(start, end, 1.0, "form")


def _is_public(mailbox: str) -> bool:
    """Whether a role or nobody reads it: "info.be@" and "presse-nord@" are roles too; "marie.info@" is a person."""
    parts = _GROUPS.split(mailbox.partition("+")[0])
    joined = "".join(parts)
    if joined in _ROLES or parts[0] in _ROLES or joined in _PLACEHOLDERS:
        return True
    return joined.startswith(("noreply", "donotreply", "nepasrepondre"))


def _in_url(document: Document, offset: int) -> bool:
    return any(address.kind == "url" and address.start <= offset < address.end for address in document.addresses)
