"""Whether a string can be a secret by itself: random enough, no placeholder. What stands around it is left to others.

Nothing here keeps, logs or returns a value.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log2

from porte_parole.words import word_set

_PLACEHOLDERS = word_set("secrets", "placeholders")
_WORD = re.compile(r"[A-Z]++(?![a-z])|[A-Z]?[a-z]++")
_REFERENCE = re.compile(
    r"[$%<{(\[]|ENC\[|process\.env|os\.(?:environ|getenv)|env\.|(?:arn|data|file|https?):|[.~]{0,2}/"
)
_FORM = re.compile(
    r"""(?:\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4})(?:[T ].*)?    # a date
      | v?\d++(?:\.\d++){1,3}                                      # a version, an address
      | [\w.+-]++@[\w-]++\.[\w.-]++                                # an e-mail address
      | \w[\w/-]*+\.(?:[a-z]{2,4}|json|html)                       # a file
      | (?:[A-Za-z_]\w*+\.)+[A-Za-z_]\w*+(?:\(.*)?                 # a name in a program
    """,
    re.VERBOSE,
)
# Letters with digits that no one chose as a password: a quantity, an hour, a product, a network standard.
_THING = re.compile(
    r"""\d+(?:[.,]\d+)?[^\W\d_]{1,5} | \d{1,2}h\d{0,2} | wpa\d?\W?\w* | [^\W\d_]{1,3}\d{1,2} | 802\.11\w* | \w+-19
      | (?:office|excel|word|outlook|windows|photoshop|iphone|galaxy|covid|ubuntu|python|java)-?\d+ | \d+[-/]\w{1,8}""",
    re.VERBOSE | re.IGNORECASE,
)
_PIECE = re.compile(r"[^-_./:+=~ ]++")
_HEX = re.compile(r"[0-9a-fA-F]++")

_LOOKED_AT = 512
"""Characters after which a value repeats itself, if it does; the longest keys in use on one line have fewer."""

_MIN_RANDOM = 10
"""Shortest value that can be told from a word: the shortest API tokens in use have 11 characters."""

_MIN_ENTROPY = ((24, 3.2), (16, 2.8), (_MIN_RANDOM, 2.5))
"""Length from which -> bits a character that a random value has at least.

A random hexadecimal value of 32 characters has 3.3 to 3.9 bits, one of 16 has 2.9 to 3.6 (10,000 drawn of each).
"""


def entropy(value: str) -> float:
    """Shannon entropy in bits a character: 0 for one repeated character, at most log2 of the length; 0 when empty."""
    return -sum(count / len(value) * log2(count / len(value)) for count in Counter(value).values())


def is_placeholder(value: str) -> bool:
    """Whether `value` only marks the place: YOUR_API_KEY, xxxx, ${TOKEN}, <secret>, 12345678, abcabcabc."""
    if _REFERENCE.match(value) or value.endswith("...") or "…" in value:
        return True
    return _is_monotonous(value) or any(word.lower() in _PLACEHOLDERS for word in _WORD.findall(value))


def is_random(value: str) -> bool:
    """Whether `value` looks drawn by a machine: letters and digits without words, or many different digits."""
    if len(value) < _MIN_RANDOM or is_placeholder(value) or _FORM.fullmatch(value):
        return False
    least = next(bits for length, bits in _MIN_ENTROPY if len(value) >= length)
    digits = sum(char.isdigit() for char in value)
    if digits == 0 or entropy(value) < (2.4 if digits == len(value) else least):
        return False
    return digits >= 14 if digits == len(value) else not _is_wordy(value)


def is_password(value: str, least: int = 6) -> bool:
    """Whether a person may have chosen `value` as a password: letters with digits or inner signs, `least` or longer."""
    if len(value) < least or is_placeholder(value) or _FORM.fullmatch(value):
        return False
    letters = any(char.isalpha() for char in value)
    digits = any(char.isdigit() for char in value)
    signs = any(char in "!@#$%&*+?=^~|_" for char in value[1:-1])
    return letters and (digits or signs)


def is_chosen(value: str) -> bool:
    """Whether `value`, met among words, looks like a password: as `is_password`, and no quantity, hour or product."""
    return is_password(value, 5) and not _THING.fullmatch(value)


def _is_monotonous(value: str) -> bool:
    """One character over and over, a short group repeated, or mostly neighbours in a row (12345678, abcdefgh)."""
    text = value[:_LOOKED_AT].lower()
    if re.search(r"([x*.•])\1{3}", text) or 5 * _in_rows(text) >= 2 * len(text) >= 8:
        return True
    for period in range(1, 5):
        same = sum(text[index] == text[index - period] for index in range(period, len(text)))
        if len(text) >= 2 * period + 2 and same >= 0.6 * (len(text) - period):
            return True
    return False


def _in_rows(text: str) -> int:
    """How many characters belong to rows of at least four neighbours, upwards or downwards."""
    total = 0
    for step in (1, -1):
        row = 1
        for earlier, later in zip(text, [*text[1:], ""], strict=True):
            if later and ord(later) - ord(earlier) == step:
                row += 1
                continue
            total += row if row >= 4 else 0
            row = 1
    return total


def _is_wordy(value: str) -> bool:
    """Whether words and short numbers make up most of it: my-app-secret-2024, eu-west-1-prod."""
    if _HEX.fullmatch(value):
        return False
    wordy = 0
    for piece in _PIECE.findall(value):
        word = piece.isalpha() and (piece.islower() or piece.istitle() or (piece.isupper() and len(piece) < 8))
        if (word and any(char in "aeiouyAEIOUY" for char in piece) and len(piece) <= 12) or (
            piece.isdigit() and len(piece) <= 4
        ):
            wordy += len(piece)
    return wordy > 0.6 * sum(len(piece) for piece in _PIECE.findall(value))
