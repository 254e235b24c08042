"""Finds e-mail addresses of persons; role mailboxes (contact@, press@) are public by purpose and are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from porte_parole.company import Company
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.words import word_set

_ROLES = word_set("recognizers", "email_roles")


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every address whose mailbox does not carry the name of a role."""
    for address in document.addresses:
        if address.kind == "email" and not _is_role(document.text[address.start : address.end]):
            yield Sighting(address.start, address.end, 1.0, "form")


def _is_role(address: str) -> bool:
    mailbox = address.partition("@")[0].lower().partition("+")[0]
    if mailbox.replace("-", "").replace("_", "").replace(".", "") in _ROLES:
        return True
    # "info.be@" and "presse-nord@" are roles too; "marie.info@" is a person.
    first = mailbox.replace("_", ".").replace("-", ".").split(".")[0]
    return first in _ROLES or mailbox.startswith(("noreply", "no-reply", "donotreply"))
