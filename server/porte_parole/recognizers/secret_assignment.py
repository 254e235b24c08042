"""Finds secrets as programs and terminals write them: `token = "…"`, `X-Api-Key: …`, `Authorization: Basic …`.

The name must say that a secret follows, and the value must be one: random, or a password. A provider's name nearby
asks for the provider's own form (words/secrets.json), and a value that begins like a known key must be one.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from itertools import islice
from typing import Any

from porte_parole.company import Company
from porte_parole.key_formats import starts_like_a_key
from porte_parole.linear_regex import compile_pattern
from porte_parole.reading.document import Document
from porte_parole.recognizers import Sighting
from porte_parole.secret_values import is_password, is_placeholder, is_random
from porte_parole.words import word_lists, word_set

_NAMES = (
    r"(tokens?|secrets?|passw(?:or)?d|pwd|passphrase|passcode|pass|mdp|passwort|kennwort|wachtwoord|mot_?de_?passe"
    r"|key|credentials?|creds?|auth|authorization|bearer)(?:[_-]?(?:prod|production|dev|test|staging|live))?[0-9]{0,2}",
    r"(cl[eé]f? (?:d'|de )?(?:api|acc[eè]s|secr[eè]te|priv[eé]e|chiffrement)"
    r"|(?:api|zugangs)[ -]?schl[uü]ssel|(?:api|toegangs)[ -]?sleutel|jeton|jetons)",
)
_SIGN = (
    r"""([\\"'`\])}]{0,4})\s{0,12}(?:string\s{1,3})?(:{0,3}=>?|[?.+]=|->|:|,|>|value\s?[=:])\s{0,12}([\\"'`(]{0,3})"""
)
_SCHEME = r"((?:bearer|basic|token|apikey)\s{1,2})?"
_ASSIGNED = [
    compile_pattern(pattern)
    for name in _NAMES
    for pattern in (
        rf"""{name}{_SIGN}{_SCHEME}([^\s"'`<>,;\\(){{}}]{{6,}})""",
        rf"{name}()()()() (?:is |est |ist |c'est |lautet |luidt )?([A-Za-z0-9_+/=.-]{{14,}})",
    )
]
"""All with six groups: name, what closes it, sign, what opens the value, scheme, value. Without a sign between name and
value, the value must be long."""

_MOST = 60  # names looked at in one post; what comes after is a file, not a message
_BEFORE = 48  # code points left of the noun in which the rest of its name and its provider stand
_NAME = re.compile(r"(?:[A-Za-z0-9]+ )?[A-Za-z0-9_.$-]*\Z")
_KEY_KINDS = tuple(word_set("secrets", "key_kinds"))
_NOT_TOKENS = tuple(word_set("secrets", "not_tokens"))
_ENDINGS = ("pass", "auth", "cred", "pwd", "mdp")  # of other words too: compass, sacred
_PASSWORDS = ("pass", "pwd", "mdp", "mot", "kennwort", "wachtwoord")
_MANUAL = word_set("secrets", "manual_passwords")
_PARAMETER = re.compile(r"&[\w.]+=")
_PROVIDERS = {
    provider: compile_pattern(f"(?-i:{form})") for provider, form in word_lists("secrets")["providers"].items()
}
"""Provider -> the form of its keys, tokens and secrets."""


def recognize(document: Document, company: Company) -> Iterator[Sighting]:
    """Every value that a name or a header gives away; nothing where names of other things stand."""
    seen: set[int] = set()
    for pattern in _ASSIGNED:
        for match in islice(_matches(pattern, document.text), _MOST):
            start = match.start()
            before = document.text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
            if _announces(match.group(1), before) and _is_assigned(match, before):
                value = _trimmed(match.group(6))
                if match.start(6) not in seen and _is_secret(match, value, before.lower()):
                    seen.add(match.start(6))
                    end = _closed(document.text, match.start(6) + len(value), match.group(4)[-1:])
                    yield Sighting(match.start(6), end, 1.0, "assignment")


def _matches(pattern: Any, text: str) -> Iterator[Any]:
    """Every name with what follows it; what follows one may begin with the next: key="ApiToken" value="…"."""
    position = 0
    while match := pattern.search(text, position):
        yield match
        position = match.end(1)


def _announces(noun: str, before: str) -> bool:
    """Whether the name that ends in `noun` is a secret's: "api key" and "apiKey" are, "monkey" and "csrf token" not."""
    written, noun = noun, noun.lower()
    name = _NAME.search(before)
    kind = re.sub(r"[^a-z]", "", name.group().lower()) if name else ""
    if noun == "key":
        return kind.endswith(_KEY_KINDS) or any(provider in kind for provider in _PROVIDERS)
    if noun.startswith(_ENDINGS) and before[-1:].isalpha():
        return noun.startswith("passw") or (written[0].isupper() and before[-1].islower())
    return not (noun.startswith("token") and kind.endswith(_NOT_TOKENS))


def _is_assigned(match: Any, before: str) -> bool:
    """A comma assigns only between two quoted strings, ">" only after "<name"."""
    sign = match.group(3)
    if sign == ",":
        return match.group(2)[-1:] in ('"', "'") and match.group(4)[:1] in ('"', "'")
    return sign != ">" or "<" in before


def _trimmed(value: str) -> str:
    """Without the sentence's punctuation, the next parameter of an address, or a bracket opened before it."""
    following = _PARAMETER.search(value)
    value = value[: following.start()] if following else value
    return value.rstrip(".:?|").removesuffix("]")


def _closed(text: str, end: int, quote: str) -> int:
    """Where the value ends for the eye: at its closing quote, if it goes on there without a blank."""
    rest = re.match(rf"[^\s{quote}]{{0,100}}(?={quote})", text[end:]) if quote in ("'", '"', "`") else None
    return end + rest.end() if rest else end


def _is_secret(match: Any, value: str, before: str) -> bool:
    noun, scheme = match.group(1).lower(), (match.group(5) or "").strip().lower()
    if scheme == "basic":
        return _is_basic(value)
    if noun.startswith(_PASSWORDS):
        return is_password(value)
    forms = [form for provider, form in _PROVIDERS.items() if provider in before]
    if forms and not scheme:
        return any(form.fullmatch(value) for form in forms) and not is_placeholder(value)
    return is_random(value) and not starts_like_a_key(value)


def _is_basic(value: str) -> bool:
    """Whether `value` is name:password in Base64 (RFC 7617), and the password none of a manual."""
    try:
        decoded = b64decode(value + "=" * (-len(value) % 4), validate=True).decode("utf-8", "replace")
    except ValueError:
        return False
    _, colon, password = decoded.partition(":")
    return bool(colon) and len(password) >= 4 and password.lower() not in _MANUAL and not is_placeholder(password)
