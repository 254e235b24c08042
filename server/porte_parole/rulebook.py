"""Rule files become rules, or an error that says where and what to do. Matchers find with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from porte_parole.bracketed import CLOSING, OPENING, split_brackets
from porte_parole.company import REGULATED
from porte_parole.errors import RuleError
from porte_parole.files import fields
from porte_parole.files.strict_yaml import Node, read
from porte_parole.model import CATEGORIES, LANGUAGES, Examples, Location, Origin, Rule, Severity
from porte_parole.rule_kinds import KINDS

MAX_RULES = 2_000
"""Most rules in one file (rules-example.yml)."""

FOLDERS = (*LANGUAGES, "neutral")

LESSONS = "lessons"
"""The folder beside those, which the extension's learn page reads; its files are no rules."""

_TEXTS = {"title": 80, "message": 400, "advice": 400}
"""Longest text of a card, in code points: a title on one line, the others in about five."""

_REQUIRED = ("id", "kind", "severity", "confidence", *_TEXTS)
_OPTIONAL = ("examples", "suggestions", "lesson", "url", "sites", "unless", "when", "source", "origin")
_WHEN = {"public_sector": ("true", "false"), "regulated": REGULATED, "account": ("official", "personal")}
"""Circumstances in which alone a rule speaks: the company profile tells the first two, the request the last."""

_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")


def load_rules(folder: Path, origin: Origin = "built-in") -> tuple[Rule, ...]:
    """Every rule of `folder`/<language>/<category>.yml, ordered by file name, then as written.

    A missing folder gives no rules. Hidden files, lessons and folders without rule files are left alone.

    Raises:
        RuleError: a file or a rule cannot be used; nothing of the folder is returned then.
    """
    return tuple(rule for path in rule_files(folder) for rule in _file(path, folder, origin))


def rule_files(folder: Path) -> list[Path]:
    """Every file of `folder` that must be a rule file, also one in the wrong place; ordered; empty without a folder."""
    return sorted(path for path in folder.glob("**/*.y*ml") if not _is_left_alone(path.relative_to(folder)))


def _is_left_alone(path: Path) -> bool:
    return path.parts[0] == LESSONS or any(part.startswith(".") for part in path.parts)


def _file(path: Path, folder: Path, origin: Origin) -> list[Rule]:
    _require_place(path, folder)
    root = read(path, RuleError)
    if root.value == "":
        return []
    entries = fields.items(root)
    if len(entries) > MAX_RULES:
        raise entries[MAX_RULES].fault(f"The file holds more than {MAX_RULES:,} rules; move some to another folder.")
    rules: dict[str, Rule] = {}
    for entry in entries:
        rule = _rule(entry, origin)
        if rule.id in rules:
            first = rules[rule.id].location.line
            raise entry.fault(f"The id '{rule.id.split('.')[-1]}' is already used at line {first}; choose another.")
        rules[rule.id] = rule
    return list(rules.values())


def _require_place(path: Path, folder: Path) -> None:
    parts = path.relative_to(folder).parts
    if len(parts) != 2 or parts[0] not in FOLDERS:
        raise RuleError(f"A rule file stands in one folder of {', '.join(FOLDERS)}, as in fr/heated-slip.yml.", path)
    if path.suffix != ".yml":
        raise RuleError("A rule file's name ends in .yml.", path)
    if path.stem not in CATEGORIES:
        raise RuleError(f"No category is called '{path.stem}'{fields.nearest(path.stem, CATEGORIES)}", path)


def _rule(node: Node, origin: Origin) -> Rule:
    kind_name = _kind(node)
    kind = KINDS[kind_name]
    values = fields.mapping(node, (*_REQUIRED, *kind.required), (*_OPTIONAL, *kind.optional))
    imported = "origin" in values and fields.choice(values["origin"], ("imported",)) == "imported"
    if "examples" not in values and not imported:
        raise node.fault("The key 'examples' is missing: a rule needs hit and pass examples.")
    language, category = node.path.parent.name, node.path.stem
    return Rule(
        id=f"{language}.{category}.{fields.slug(values['id'])}",
        language=language,
        category=category,
        kind=kind_name,
        severity=Severity[fields.choice(values["severity"], ("low", "medium", "high")).upper()],
        confidence=fields.number(values["confidence"], 0, 1),
        title=_translated(values["title"], _TEXTS["title"], imported),
        message=_translated(values["message"], _TEXTS["message"], imported),
        advice=_translated(values["advice"], _TEXTS["advice"], imported),
        spec=kind.spec(values),
        examples=_examples(values["examples"], imported) if "examples" in values else Examples((), ()),
        location=Location(node.path, node.line, node.column),
        origin="imported" if imported else origin,
        suggestions=fields.texts(values["suggestions"], 200) if "suggestions" in values else (),
        lesson=fields.slug(values["lesson"]) if "lesson" in values else None,
        url=fields.https_url(values["url"]) if "url" in values else None,
        sites=tuple(_host(item) for item in fields.items(values["sites"])) if "sites" in values else (),
        unless=fields.texts(values["unless"], 200) if "unless" in values else (),
        when=_when(values["when"]) if "when" in values else {},
        source=fields.text(values["source"], 500) if "source" in values else None,
    )


def _kind(node: Node) -> str:
    if not isinstance(node.value, dict):
        raise node.fault("A rule is expected here: '- id: …' with its keys below.")
    if "kind" not in node.value:
        raise node.fault("The key 'kind' is missing.")
    kind = node.value["kind"]
    name = fields.text(kind, 60)
    if name not in KINDS:
        raise kind.fault(f"No kind is called '{name[:40]}'; the kinds that exist are {', '.join(KINDS)}.")
    return name


def _translated(node: Node, longest: int, imported: bool) -> Mapping[str, str]:
    """Texts by language; French and English are always there (an imported rule may write one, used for both)."""
    written = fields.mapping(node, () if imported else ("fr", "en"), LANGUAGES)
    result = {language: fields.text(value, longest) for language, value in written.items()}
    if not result:
        raise node.fault("A text in French or English is needed here: {fr: …, en: …}.")
    either = next(iter(result.values()))
    return {"fr": result.get("en", either), "en": result.get("fr", either), **result}


def _examples(node: Node, imported: bool) -> Examples:
    lists = fields.mapping(node, () if imported else ("hit", "pass"), ("hit", "pass"))
    for name, value in lists.items():
        if not fields.items(value) and not imported:
            raise value.fault(f"At least one {name} example is needed.")
    hits = fields.items(lists["hit"]) if "hit" in lists else ()
    passes = fields.items(lists["pass"]) if "pass" in lists else ()
    return Examples(tuple(_hit(item) for item in hits), tuple(_pass(item) for item in passes))


def _hit(node: Node) -> str:
    example = fields.text(node, 1000)
    try:
        _, spans = split_brackets(example)
    except ValueError as bad:
        raise node.fault(f"The brackets of this example do not fit: {bad}.") from None
    if not spans:
        raise node.fault("Put [[ and ]] around the words that this rule must find.")
    return example


def _pass(node: Node) -> str:
    example = fields.text(node, 1000)
    if OPENING in example or CLOSING in example:
        raise node.fault("A pass example has no [[…]]: nothing may be found in it.")
    return example


def _when(node: Node) -> Mapping[str, str]:
    written = fields.mapping(node, (), tuple(_WHEN))
    return {key: fields.choice(value, _WHEN[key]) for key, value in written.items()}


def _host(node: Node) -> str:
    host = fields.text(node, 253)
    if not _HOST.fullmatch(host):
        raise node.fault("A site is a host name in lower case, like 'www.linkedin.com', without https:// or path.")
    return host
