"""Reads YAML the narrow way: text, lists and mappings with their places, and nothing that surprises.

Every scalar stays text (French "on" is a word, 3.10 is no number). Anchors, aliases, merges, tags, repeated keys and
second documents are refused, and depth and size are limited, so that no file can explode or run anything. What keys
mean is left to the callers.

libyaml reads where PyYAML has it (20 times faster: 1.9 MB in 0.09 instead of 1.8 s). It is asked for one event at a
time and left at the 33rd level: composed or read to its end, deep nesting takes it minutes or crashes it. What it
refuses is read again in plain Python, which alone words the mistakes, so that they are the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from porte_parole.characters.showing import shown
from porte_parole.errors import AuthorError
from porte_parole.files.text_file import read_text

MAX_DEPTH = 32
"""Deepest nesting of lists and mappings; a rule needs 4."""

MAX_NODES = 50_000
"""Most values in one file (keys not counted); a rule needs about 21."""


class _PlainLoader(yaml.SafeLoader):
    """PyYAML's own, which stops at the depth: it looks up to 1,024 characters ahead, and each costs its depth."""

    def fetch_flow_collection_start(self, token: type[yaml.Token]) -> None:
        if self.flow_level >= MAX_DEPTH:
            raise yaml.scanner.ScannerError(problem=_TOO_DEEP, problem_mark=self.get_mark())
        super().fetch_flow_collection_start(token)


_TOO_DEEP: Final = f"Lists and mappings are nested more than {MAX_DEPTH} deep; make it flatter."
_PLAIN: Final = _PlainLoader
_FAST: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_READ_DIFFERENTLY = re.compile("[\t\ufeff\x85\u2028\u2029]|[|>][-+0-9]*#")
"""What libyaml lets pass and plain Python does not, or the other way round."""


@dataclass(frozen=True, slots=True)
class Node:
    """One value and its place; line and column begin at 1 and count code points."""

    value: str | list[Node] | dict[str, Node]
    path: Path
    line: int
    column: int
    error: type[AuthorError]
    key_places: dict[str, tuple[int, int]] = field(default_factory=dict)  # of a mapping's keys: line, column

    def fault(self, message: str) -> AuthorError:
        """An error that points at this value."""
        return self.error(shown(message), self.path, self.line, self.column)

    def key_fault(self, key: str, message: str) -> AuthorError:
        """An error that points at one of this mapping's keys."""
        return self.error(shown(message), self.path, *self.key_places[key])


def read(path: Path, error: type[AuthorError]) -> Node:
    """The file's one document. An empty file (or one of comments only) gives the empty text at line 1.

    Raises:
        error: the file cannot be read, is not YAML, or uses more of YAML than this reader allows.
    """
    text = read_text(path, error)
    if _READ_DIFFERENTLY.search(text):
        return _carefully(path, error, text)
    builder = _Builder(path, error, text, _FAST)
    try:
        return builder.document()
    except (AuthorError, yaml.YAMLError, ValueError, OverflowError):
        if builder.holds_too_many:
            raise  # both say it alike, and plain Python takes 20 times as long to get there
        return _carefully(path, error, text)


def _carefully(path: Path, error: type[AuthorError], text: str) -> Node:
    """The document read in plain Python, or what is wrong with it."""
    try:
        return _Builder(path, error, text, _PLAIN).document()
    except yaml.MarkedYAMLError as bad:
        mark = bad.problem_mark or bad.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise error(_explain(bad), path, *place) from None
    except yaml.YAMLError:
        raise error("The file holds a control character that YAML does not allow; remove it.", path) from None
    except (ValueError, OverflowError):  # PyYAML's own slip on "\U99999999" and on %YAML with an endless number
        raise error(
            "The file holds an escape (\\U…) or a %YAML line that means no character or version.", path
        ) from None


def _explain(bad: yaml.MarkedYAMLError) -> str:
    problem = bad.problem or bad.context or "it does not follow YAML's grammar"
    if problem == _TOO_DEEP:
        return _TOO_DEEP
    if "'\\t'" in problem:
        return "A tab stands where YAML wants spaces; indent with spaces."
    return f"This is not valid YAML: {problem}. Check indentation, quotes and colons around here."


class _Builder:
    """Turns parser events into nodes; one use."""

    def __init__(self, path: Path, error: type[AuthorError], text: str, loader: Any) -> None:
        self._path: Final = path
        self._error: Final = error
        self._text: Final = text
        self._loader: Final = loader
        self._events: Iterator[yaml.Event] = iter(())
        self._count = 0
        self.holds_too_many = False

    def document(self) -> Node:
        # Events build nothing by themselves.
        self._events = yaml.parse(self._text, Loader=self._loader)
        next(self._events)  # stream start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return Node("", self._path, 1, 1, self._error)
        root = self._node(next(self._events), depth=1)
        next(self._events)  # document end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._fault(after, "A second document begins here; keep one per file (remove the '---').")
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._count += 1
        self.holds_too_many = self._count > MAX_NODES
        if self.holds_too_many:
            raise self._fault(event, f"The file holds more than {MAX_NODES:,} values; split it into several files.")
        if depth > MAX_DEPTH:
            raise self._fault(event, _TOO_DEEP)
        self._refuse_extras(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._at(event, self._items(depth))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        assert isinstance(event, yaml.ScalarEvent)  # noqa: S101  # the grammar leaves nothing else
        if not event.value and not event.style and self._loader is not _PLAIN:
            raise yaml.YAMLError  # libyaml places what is not there at the next thing that is
        if _HALF_A_CHARACTER.search(event.value):
            raise self._fault(event, "This text holds half a character (\\ud800 to \\udfff); write the whole one.")
        return self._at(event, event.value)

    def _items(self, depth: int) -> list[Node]:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _mapping(self, start: yaml.Event, depth: int) -> Node:
        values: dict[str, Node] = {}
        places: dict[str, tuple[int, int]] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._refuse_extras(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._fault(event, "A key must be a plain word; lists and mappings cannot be keys.")
            if event.value == "<<" and not event.style:
                raise self._fault(event, "Merging with '<<' is not allowed; write the keys out.")
            if event.value in values:
                raise self._fault(
                    event,
                    f"The key '{event.value[:40]}' is already at line {places[event.value][0]}; keep one of them.",
                )
            places[event.value] = _place(event)
            values[event.value] = self._node(next(self._events), depth + 1)
        return self._at(start, values, places)

    def _refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._fault(event, "Anchors and aliases (& and *) are not allowed; write the value out, or quote it.")
        if getattr(event, "tag", None):
            raise self._fault(event, "Tags (!) are not allowed; remove it, or quote the text.")

    def _at(
        self,
        event: yaml.Event,
        value: str | list[Node] | dict[str, Node],
        places: dict[str, tuple[int, int]] | None = None,
    ) -> Node:
        return Node(value, self._path, *_place(event), self._error, places or {})

    def _fault(self, event: yaml.Event, message: str) -> AuthorError:
        return self._error(shown(message), self._path, *_place(event))


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
