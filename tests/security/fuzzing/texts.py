"""Posts of our own, as people write them and as nobody does: emoji, directions, marks, halves, digits, identifiers."""

from __future__ import annotations

from random import Random

from porte_parole.bracketed import split_brackets
from porte_parole.model import MAX_TEXT_UTF16
from porte_parole.offsets import utf16_length
from porte_parole.rulebook import load_rules
from porte_parole.settings import shipped

from .mutating import damaged

IDENTIFIERS = (
    *("06 39 98 12 34", "+32 470 12 34 56", "07700 900123"),
    *("BE68 5390 0754 7034", "FR76 3000 6000 0112 3456 7890 189"),
    *("4111 1111 1111 1111", "85.07.30-033.28", "1 84 12 76 451 089 46", "lea.martin@example.org", "1-ABC-123"),
    *("AB-123-CD", "né le 12/03/1984", "12 rue des Lilas, 69003 Lyon", "X7K2QP", "48.8566, 2.3522", "@novassur"),
    *(
        "password: Tr0ub4dor&3",
        "mdp = hunter2",
        "ghp_" + "a1B2" * 9,
        "AKIA" + "Z7Q2" * 4,
        "https://x.test/?token=9f8e7d6c5b",
    ),
)
SIGNS = (
    *("😀", "👩‍👩‍👧", "🇧🇪", "👍🏽", "🏴\U000e0067\U000e0062\U000e007f", "\ufe0f", "\u20e3", "1️⃣", "𝕴𝖉𝖎𝖔𝖙", "ｉｄｉｏｔ"),
    *("\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u200b"),
    *("\u200d", "\xad", "\ufeff", "שלום", "مرحبا", "नमस्ते", "你好"),
    *("\u0301", "\u0301\u0316" * 20, "e\u0301", "\u0345", "\u1160", "ﷺ", "\ufdfa", "ß", "ŉ", "İ", "ſ", "ǅ", "Å"),
    *("\ud800", "\udfff", "\ud83d", "\U0010ffff", "\ufffe", "\0"),
    *("\x1b[31m", "\x7f", "\x85", "\u2028", "\r\n", "\t", "\xa0"),
    *("'", "’", '"', "«", "»", "“", "(", ")", "[[", "]]", "*", "_"),
    *("#", "@", "://", "...", "?!", "-", "–", "%", "€", "0", "٣", "½"),
    *("f*ck", "c0nn4rd", "i d i o t", "idiooooot", "<b>", "{{7*7}}"),
    *("%s%n", "';--", "\\", "\n\n", ". ", " ", "lol", "mdr"),
)  # fmt: skip

LONGEST = MAX_TEXT_UTF16


class Texts:
    """Makes posts, each from one throw of dice, so that the same dice give the same post."""

    def __init__(self) -> None:
        rules = load_rules(shipped("rules"))
        self.posts = tuple(
            text for rule in rules for example in rule.examples.hits + rule.examples.passes
            for text in [split_brackets(example)[0]]
        )  # fmt: skip
        self._pieces = (*IDENTIFIERS, *SIGNS)

    def make(self, dice: Random) -> str:
        """A post of 0 to 10,000 UTF-16 units, mostly of one to four sentences."""
        kind = dice.random()
        if kind < 0.003:
            text = self._piece(dice) * int(LONGEST ** dice.random())
        elif kind < 0.009:  # so that the usual long text is made of posts, not of one piece
            text = " ".join(dice.choices(self.posts, k=dice.randint(1, 250)))
        elif kind < 0.109:
            text = "".join(self._piece(dice) for _ in range(dice.randint(0, 40)))
        else:
            text = " ".join(dice.choices(self.posts, k=dice.choice((1, 1, 1, 2, 4))))
        return within(damaged(dice, text[:LONGEST], self._pieces) if kind < 0.95 else text)

    def _piece(self, dice: Random) -> str:
        if dice.random() < 0.3:
            return dice.choice(dice.choice(self.posts).split(" ")) + dice.choice(("", " ", "\n"))
        if dice.random() < 0.1:
            return chr(dice.choice((dice.randrange(0x80), dice.randrange(0x3000), dice.randrange(0x110000))))
        return dice.choice(self._pieces)


def within(text: str) -> str:
    """As much of the text as a post may hold."""
    text = text[:LONGEST]
    return text[: LONGEST // 2] if utf16_length(text) > LONGEST else text
