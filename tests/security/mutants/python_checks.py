"""Every check of a Python file, and the same file without it: conditions, their parts, guards, refusals, settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CALLED_CHECKS = ("require", "_require", "admit", "check", "_check", "before_request", "after_request")
_SETTING_CALLS = ("update", "CORS", "JSONDecoder")
"""Calls whose every named argument is a check of its own."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One check taken out: its place, what stood there, and the whole text without it."""

    file: str
    line: int
    was: str
    now: str
    text: str


def mutants(file: Path, name: str) -> Iterator[Mutant]:
    """All of a file, in the order of the syntax tree."""
    source = file.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, now in _checks(ast.parse(source)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        was = source[start:end].decode()
        if now == "" and source[end : end + 1] == b",":
            end += 1  # an argument goes with its comma
        text = (source[:start] + now.encode() + source[end:]).decode()
        yield Mutant(name, node.lineno, " ".join(was.split()), now or "(gone)", text)


def _checks(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt | ast.keyword, str]]:
    """Each check with what takes its place."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.If, ast.While)):
            yield node.test, "False"
        elif isinstance(node, ast.match_case) and node.guard is not None:
            yield node.guard, "True"
        elif isinstance(node, ast.BoolOp):
            neutral = "True" if isinstance(node.op, ast.And) else "False"
            yield from ((operand, neutral) for operand in node.values)
        elif isinstance(node, ast.Return) and isinstance(node.value, (ast.Compare, ast.BoolOp)):
            yield node.value, "True"
        elif (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Call)
            and _name(node.value).startswith(_CALLED_CHECKS)
        ):
            yield node, "pass"
        elif isinstance(node, ast.Call) and _name(node) in _SETTING_CALLS:
            yield from ((keyword, "") for keyword in node.keywords if keyword.arg)


def _name(call: ast.Call) -> str:
    """The last part of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
