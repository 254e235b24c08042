"""The keys that belong to one kind of rule alone, checked and typed into `Rule.spec`.

What a kind finds is its matcher's matter; a pattern's grammar is checked there too, where RE2 is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from porte_parole.files import fields
from porte_parole.files.strict_yaml import Node
from porte_parole.linear_regex import MAX_PATTERN
from porte_parole.model import CATEGORIES

MAX_PHRASE = 200
"""Longest phrase, in characters: a sentence."""

NEAR_ENOUGH = 0.62
"""Cosine to an example from which a sentence means the same; the default of rules-example.yml."""

TARGETS = ("own_name", "competitor", "person_role", "client_group", "second_person")
SCOPES = ("negation", "quotation", "question", "conditional", "past", "irony")
"""Where words may not count; the first four by default."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of rule: its own keys and how they become a spec."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    spec: Callable[[Mapping[str, Node]], dict[str, Any]]


def _phrases(node: Node) -> tuple[str, ...]:
    """A list of phrases, at least one; each with a letter or a digit, since whole words are looked for."""
    if not fields.items(node):
        raise node.fault("At least one phrase is needed here.")
    for item in fields.items(node):
        if not any(char.isalnum() for char in fields.text(item, MAX_PHRASE)):
            raise item.fault("A phrase needs a letter or a digit; for signs and emoji use kind: pattern.")
    return fields.texts(node, MAX_PHRASE)


def _phrase(values: Mapping[str, Node]) -> dict[str, Any]:
    return {"any_of": _phrases(values["any_of"])}


def _pattern(values: Mapping[str, Node]) -> dict[str, Any]:
    node = values["pattern"]
    pattern = node.value
    if not isinstance(pattern, str) or not pattern.strip():
        raise node.fault("A pattern is expected here.")
    if len(pattern) > MAX_PATTERN:
        raise node.fault(f"The pattern has {len(pattern)} characters; at most {MAX_PATTERN} fit. Make two rules of it.")
    if re.search(r"(?<!\\)(\\\\)*\\[bB]", pattern):
        raise node.fault('\\b sees ASCII letters only and misses words like "école"; use whole_word: "true" instead.')
    whole = fields.boolean(values["whole_word"]) if "whole_word" in values else False
    return {"pattern": pattern, "whole_word": whole}


def _near(values: Mapping[str, Node]) -> dict[str, Any]:
    targets, target_words = _target(values["target"])
    predicate = fields.mapping(values["predicate"], (), ("words", "sentiment_below"))
    if not predicate:
        raise values["predicate"].fault("A predicate needs words, sentiment_below, or both.")
    below = fields.number(predicate["sentiment_below"], -1, 1) if "sentiment_below" in predicate else None
    distance = values.get("max_tokens_between")
    return {
        "target": targets,
        "target_words": target_words,
        "predicate_words": _phrases(predicate["words"]) if "words" in predicate else (),
        "sentiment_below": below,
        "max_tokens_between": fields.whole_number(distance, 0, 50) if distance else 8,
        "not_in": fields.choices(values["not_in"], SCOPES) if "not_in" in values else SCOPES[:4],
    }


def _target(node: Node) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Named targets and literal words; written as a list of names, or as {names: […], words: […]}."""
    if isinstance(node.value, list):
        parts: Mapping[str, Node] = {"names": node}
    else:
        parts = fields.mapping(node, (), ("names", "words"))
    names = fields.choices(parts["names"], TARGETS) if "names" in parts else ()
    words = _phrases(parts["words"]) if "words" in parts else ()
    if not names and not words:
        raise node.fault(f"A target needs at least one of: {', '.join(TARGETS)}; or {{words: […]}}.")
    return names, words


def _recognizer(values: Mapping[str, Node]) -> dict[str, Any]:
    when = fields.mapping(values["category_when"], (), ("own", "other")) if "category_when" in values else {}
    return {
        "recognizer": fields.text(values["recognizer"], 60),
        "category_when": {whose: fields.choice(node, CATEGORIES) for whose, node in when.items()},
    }


def _meaning(values: Mapping[str, Node]) -> dict[str, Any]:
    """By example (like, unlike, at_least), or by what was learned of the rule's category (trained)."""
    trained = fields.boolean(values["trained"]) if "trained" in values else False
    mixed = [key for key in ("like", "unlike", "at_least") if key in values]
    if trained and mixed:
        raise values[mixed[0]].fault("A trained rule takes no examples of meaning; remove this key or 'trained'.")
    if not trained and "like" not in values:
        raise values["kind"].fault("A rule of kind meaning needs 'like': sentences that mean the same.")
    return {
        "trained": trained,
        "like": _phrases(values["like"]) if "like" in values else (),
        "unlike": _phrases(values["unlike"]) if "unlike" in values else (),
        "at_least": fields.number(values["at_least"], 0, 1) if "at_least" in values else NEAR_ENOUGH,
    }


KINDS: Mapping[str, Kind] = {
    "phrase": Kind(("any_of",), (), _phrase),
    "pattern": Kind(("pattern",), ("whole_word",), _pattern),
    "near": Kind(("target", "predicate"), ("max_tokens_between", "not_in"), _near),
    "recognizer": Kind(("recognizer",), ("category_when",), _recognizer),
    "meaning": Kind((), ("like", "unlike", "at_least", "trained"), _meaning),
}
"""Every kind that can be used today; each has its matcher in matchers/."""
