"""Finds addresses and commands that carry a name and a password: postgres://app:Lapin42@db/clients, curl -u api:…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.linear_regex import compile_pattern
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.secret_values import is_password, is_placeholder
from porte_parole.words import word_set

# scheme://name:password@host (RFC 3986, 3.2.1); the name may be empty, as Redis writes it.
_ADDRESS = compile_pattern(r"[a-z][a-z0-9+.-]{1,20}://[^\s:@/\"'<>]{0,60}:([^\s@/\"'<>]{3,100})@[^\s\"'<>]{3,200}")
_COMMAND = compile_pattern(
    r"(?:(?:curl|wget|http|https)\s(?:[^\n]*?\s)?(?:-u|--user|--proxy-user|-a)[ =]?[\"']?[^\s\"':/]{1,64}:"
    r"|(?:sshpass|mysql|mysqldump|mariadb|mongosh|redis-cli|docker login|ldapsearch)\s(?:[^\n]*?\s)?"
    r"(?:-p|-a|-w|--password)[ =]?[\"']?)"
    r"([^\s\"'$<>{}]{4,100})"
)
_MANUAL = word_set("secrets", "manual_passwords")
"""What manuals write where a password belongs."""


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Each address from its scheme to its end, each command's password alone; what manuals write is left out."""
    text = document.text
    for match in _ADDRESS.finditer(text) if "://" in text else ():
        if not _is_from_a_manual(match.group(1)):
            end = match.end() - len(match.group()) + len(match.group().rstrip(".,;:!?)"))
            yield Sighting(match.start(), end, 1.0, "address")
    for match in _COMMAND.finditer(text) if " -" in text else ():
        if not _is_from_a_manual(match.group(1)) and is_password(match.group(1), 5):
            yield Sighting(match.start(1), match.end(1), 1.0, "command")


def _is_from_a_manual(password: str) -> bool:
    return password.lower() in _MANUAL or is_placeholder(password) or re.fullmatch(r"\W+", password) is not None
