"""Running text with valid identifiers in it: check digits from python-stdnum, phones from libphonenumber. Fixed seed.

The sentences are ours; the values are random, but valid as the recognizers understand valid.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from stdnum import iban, luhn
from stdnum.fr import nir

SEED = 2011
EACH = 60
"""Texts per kind and language."""

SENTENCES = {
    ("nir", "fr"): (
        "Pour la mutuelle il leur faut mon numéro de sécu, c'est {} si jamais",
        "Mon numéro de sécurité sociale : {}. Quelqu'un sait s'il manque un chiffre ?",
        "Dossier de Karim bloqué à la CPAM, son NIR est {} et personne ne répond",
        "je remets {} ici, c'est mon n° sécu, merci de me rappeler",
    ),
    ("iban", "fr"): (
        "Pour le cadeau de Mireille, virement sur {} avant vendredi",
        "mon rib : {} merci les copains 🙏",
        "Le RIB de notre cliente, c'est {}, vous pouvez vérifier ?",
        "Cagnotte du foot : IBAN {}, mettez votre prénom en libellé",
    ),
    ("iban", "en"): (
        "For the leaving present please transfer ten euros to {} by Friday",
        "my IBAN is {} if you still owe me for the tickets 😄",
        "The client gave me {} as his account, does that look right?",
        "Refund went to {}, which is mine, thanks",
    ),
    ("card", "fr"): (
        "Prends ma carte {} pour réserver le train, je te fais confiance",
        "CB {} expire en mars, quelqu'un a eu la même fraude ?",
        "On a débité deux fois la carte {} de ma mère !",
        "Le numéro {} ne passe plus, carte refusée partout",
    ),
    ("card", "en"): (
        "Just use my card {} for the booking, I trust you",
        "They charged {} twice, that is my mum's Visa",
        "my card number is {} and the site keeps refusing it",
        "Customer paid with {} and now wants his money back",
    ),
    ("phone", "fr"): (
        "Nouveau numéro pour moi : {}, effacez l'ancien",
        "appelez Sophie au {} elle a les clés",
        "Je suis joignable au {} après 18 h, sinon SMS",
        "Le portable de mon voisin c'est le {} 😅 il répond jamais",
    ),
    ("phone", "en"): (
        "New number, folks: {}. Delete the old one!",
        "ring Sophie on {}, she has the keys",
        "You can reach me at {} after six or send a text",
        "My neighbour's mobile is {} and he never picks up",
    ),
    ("mail", "fr"): (
        "Écrivez-moi à {} et je vous envoie les photos",
        "son adresse perso est {} je crois",
        "mail : {} (je réponds le soir)",
        "Candidature à envoyer à ma sœur, {}, avant lundi",
    ),
    ("mail", "en"): (
        "Write to me at {} and I will send the pictures",
        "her private address is {} I think",
        "email: {} (I answer in the evening)",
        "Send your recipe to my sister, {}, before Monday",
    ),
}

REGIONS = ("FR", "BE", "NL", "DE", "LU", "CH", "GB", "US")
_BANK_DIGITS = {"FR": 23, "BE": 12, "DE": 18}
_NAMES = ("lea.martin", "karim_b", "s.vandenberghe", "tom.oconnor82", "amelie-roux", "j.keller", "nora.haddad")
_DOMAINS = ("example.org", "mail.example.com", "maison-dupre.example", "example.net", "post.example.be")


class Text(NamedTuple):
    """One generated text; its value is text[start:end], in code points."""

    kind: str
    language: str
    text: str
    start: int
    end: int


def generated() -> Iterator[Text]:
    """EACH texts for each kind and language, always the same."""
    dice = random.Random(SEED)  # noqa: S311 (specimens, not secrets)
    for (kind, language), sentences in SENTENCES.items():
        for number in range(EACH):
            before, after = sentences[number % len(sentences)].split("{}")
            value = VALUES[kind](dice)
            yield Text(kind, language, before + value + after, len(before), len(before) + len(value))


def _nir(dice: random.Random) -> str:
    department = dice.choice([number for number in range(1, 96) if number != 20])  # Corsica writes 2A and 2B
    born = f"{dice.choice('12')}{dice.randint(40, 99)}{dice.randint(1, 12):02}"
    number = f"{born}{department:02}{dice.randint(1, 600):03}{dice.randint(1, 999):03}"
    number += nir.calc_check_digits(number)
    return dice.choice((number, nir.format(number), f"{number[:13]} {number[13:]}"))


def _iban(dice: random.Random) -> str:
    while True:
        country = dice.choice(tuple(_BANK_DIGITS))
        account = "".join(dice.choice("0123456789") for _ in range(_BANK_DIGITS[country]))
        number = country + iban.calc_check_digits(f"{country}00{account}") + account
        if iban.is_valid(number):
            return dice.choice((number, iban.format(number)))


def _card(dice: random.Random) -> str:
    number = dice.choice(("4", "51", "55", "497")).ljust(15, "x")
    number = "".join(dice.choice("0123456789") if digit == "x" else digit for digit in number)
    number += luhn.calc_check_digit(number)
    fours = [number[first : first + 4] for first in range(0, 16, 4)]
    return dice.choice((number, " ".join(fours), "-".join(fours)))


def _phone(dice: random.Random) -> str:
    region, kind = dice.choice(REGIONS), dice.choice((PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE))
    while True:
        example = phonenumbers.example_number_for_type(region, kind)
        kept = example.national_number // 10_000
        example.national_number = kept * 10_000 + dice.randint(0, 9_999)
        if phonenumbers.is_valid_number(example):
            break
    forms = (PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164, PhoneNumberFormat.NATIONAL)
    return phonenumbers.format_number(example, forms[dice.randint(0, 2 if region in ("FR", "BE", "GB") else 1)])


def _mail(dice: random.Random) -> str:
    return f"{dice.choice(_NAMES)}@{dice.choice(_DOMAINS)}"


VALUES: dict[str, Callable[[random.Random], str]] = {
    "nir": _nir,
    "iban": _iban,
    "card": _card,
    "phone": _phone,
    "mail": _mail,
}
