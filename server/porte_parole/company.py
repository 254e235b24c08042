"""The company profile (company.yml): whose names are whose, what is public. What that means is left to the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from porte_parole.errors import CompanyError
from porte_parole.files import fields
from porte_parole.files.strict_yaml import Node, read
from porte_parole.files.text_file import read_text
from porte_parole.words import word_set
from porte_parole.words.common import is_common

REGULATED = ("insurance", "bank", "none")

_LISTS = ("own_names", "competitors", "official_accounts", "project_code_names", "public_facts", "protected_topics")
_LINKS = ("policy_url", "guide_url")
_OTHERS = ("display_name", "own_names_file", "regulated", "public_sector", "countries", "contact", "sealed_terms")
_OPTIONAL = (*_LISTS, *_OTHERS, *_LINKS)

_NAMED = ("own_names", "competitors", "project_code_names")
"""Lists whose entries are looked for as words."""

_SEALED = re.compile(r"s1-[0-9a-f]{24}")

MAX_WARNINGS = 20
"""Most warnings about one profile; a list of names may hold thousands of common words."""

_COUNTRIES = word_set("countries", "codes")
_OFTEN_MEANT = {"UK": "GB", "EL": "GR", "EN": "GB"}


@dataclass(frozen=True, slots=True)
class Company:
    """What rules may know about the employer; every list may be empty."""

    name: str
    display_name: str = ""  # how the cards call the company; "" means: by its name
    own_names: tuple[str, ...] = ()  # brands, products, hashtags; with own_names_file; the name itself first
    competitors: tuple[str, ...] = ()
    official_accounts: tuple[str, ...] = ()  # handles as written, "@novassur"
    project_code_names: tuple[str, ...] = ()
    protected_topics: tuple[str, ...] = ()  # what else the guard leaves alone; it can only be widened
    public_facts: tuple[str, ...] = ()  # phrases or links already announced
    regulated: str = "none"  # one of REGULATED
    public_sector: bool = False
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-2
    policy_url: str | None = None
    contact: str | None = None
    guide_url: str | None = None
    sealed_terms: frozenset[str] = frozenset()  # keyed hashes of code names, as `porte-parole company seal` prints them
    warnings: tuple[str, ...] = ()  # for whoever keeps the profile, each with file:line:column; at most MAX_WARNINGS


NO_COMPANY = Company(name="")
"""Nobody's profile: rules that need names find none."""


def load_company(path: Path) -> Company:
    """The profile in `path`, checked; what is odd but usable is in its `warnings`.

    Raises:
        CompanyError: a file cannot be read, or a key or value is not what it should be.
    """
    values = fields.mapping(read(path, CompanyError), ("name",), _OPTIONAL)
    name = _name(values["name"])
    in_file = _names_in_file(values)
    own_names = (name, *_list(values, "own_names"), *(written for written, _ in in_file))
    return Company(
        name=name,
        display_name=fields.text(values["display_name"], 80) if "display_name" in values else "",
        own_names=tuple(dict.fromkeys(own_names)),
        competitors=_list(values, "competitors"),
        official_accounts=_list(values, "official_accounts"),
        project_code_names=_list(values, "project_code_names"),
        protected_topics=_list(values, "protected_topics"),
        public_facts=_list(values, "public_facts"),
        regulated=fields.choice(values["regulated"], REGULATED) if "regulated" in values else "none",
        public_sector=fields.boolean(values["public_sector"]) if "public_sector" in values else False,
        countries=tuple(_country(item) for item in fields.items(values["countries"])) if "countries" in values else (),
        policy_url=_link(values, "policy_url"),
        contact=fields.text(values["contact"], 200) if "contact" in values else None,
        guide_url=_link(values, "guide_url"),
        sealed_terms=frozenset(_sealed(item) for item in _items(values, "sealed_terms")),
        warnings=tuple(islice(_warnings(values, in_file), MAX_WARNINGS)),
    )


def names_file(path: Path) -> Path | None:
    """The `own_names_file` of the profile in `path`, existing or not; None without one, or without a profile."""
    try:
        values = read(path, CompanyError).value
    except CompanyError:
        return None
    node = values.get("own_names_file") if isinstance(values, dict) else None
    try:
        return _path_in(node) if node is not None else None
    except CompanyError:
        return None


def _items(values: Mapping[str, Node], key: str) -> Sequence[Node]:
    return fields.items(values[key]) if key in values else ()


def _list(values: Mapping[str, Node], key: str) -> tuple[str, ...]:
    read = _name if key in _NAMED else _phrase
    return tuple(read(item) for item in _items(values, key))


def _phrase(node: Node) -> str:
    return fields.text(node, 200)


def _name(node: Node) -> str:
    """A name of two letters or digits at least: a shorter one would be found in every text."""
    written = fields.text(node, 200)
    if sum(char.isalnum() for char in written) < 2:
        raise node.fault("A name needs two letters at least; write it in full, or remove it.")
    return written


def _sealed(node: Node) -> str:
    written = fields.text(node, 200)
    if not _SEALED.fullmatch(written):
        raise node.fault(
            "A sealed term looks like 's1-' and 24 digits and letters: `porte-parole company seal` makes one. "
            "A code name in plain words belongs under project_code_names."
        )
    return written


def _warnings(values: Mapping[str, Node], in_file: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A sentence for each name that is also an ordinary word, in the order of the file."""
    nodes = [values["name"], *(item for key in _NAMED for item in _items(values, key))]
    places = [(_phrase(node), f"{node.path}:{node.line}:{node.column}") for node in nodes]
    for written, place in dict.fromkeys((*places, *in_file)):
        if is_common(written):
            yield (
                f"{place}: '{written}' is also an ordinary word, or very short; it only counts where its context shows "
                f"that the name is meant, as in 'chez {written}', '#{written.replace(' ', '')}' or with a capital "
                "inside a sentence."
            )


def _link(values: Mapping[str, Node], key: str) -> str | None:
    return fields.https_url(values[key]) if key in values else None


def _names_in_file(values: Mapping[str, Node]) -> list[tuple[str, str]]:
    """Each name with its file:line: one a line, blank lines left out; the path counts from the profile's folder."""
    if "own_names_file" not in values:
        return []
    file = _names_path(values["own_names_file"])
    names = []
    for number, line in enumerate(read_text(file, CompanyError).splitlines(), start=1):
        written = line.strip()
        if len(written) > 200:
            raise CompanyError("This name is longer than 200 characters; write one name a line.", file, number)
        if written and sum(char.isalnum() for char in written) < 2:
            raise CompanyError("A name needs two letters at least; write it in full, or remove it.", file, number)
        if written:
            names.append((written, f"{file}:{number}"))
    return names


def _names_path(node: Node) -> Path:
    file = _path_in(node)
    with suppress(OSError):  # a name too long for any file, for one
        if file.exists():
            return file
    raise node.fault("There is no such file; the path counts from the folder of this profile.")


def _path_in(node: Node) -> Path:
    return node.path.parent / fields.text(node, 500)


def _country(node: Node) -> str:
    code = fields.text(node, 60).upper()
    if code not in _COUNTRIES:
        meant = f"; did you mean '{_OFTEN_MEANT[code]}'?" if code in _OFTEN_MEANT else ", like FR, BE or GB."
        raise node.fault(f"'{code[:20]}' is not an ISO country code of two letters{meant}")
    return code
