"""Ordinary posts: how often the engine speaks where nothing is wrong, and which rules do."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from judges import Judge
from labelled import Verdict
from scores import share
from tables import Cell, Column, Table

FILES = {"D4": "D4_ordinary_fr.jsonl.gz", "D5": "D5_ordinary_en.jsonl.gz", "P1": "P1_ordinary_fr.jsonl.gz"}
"""Sets of ordinary text in the data folder, by the name they have in its README."""

MOST_RULES = 12
"""Rules listed per set."""


@dataclass(frozen=True)
class Post:
    """One row of a data file."""

    id: str
    language: str
    text: str
    is_clean: bool  # False: the file's authors are unsure themselves ("either"), or it is marked as something else
    has_contact: bool  # it may hold somebody's real phone or mail, so that an alarm on it is right


def read_rows(file: Path) -> list[Mapping[str, object]]:
    """The rows of one gzipped JSONL file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_ordinary(data: Path) -> dict[str, list[Post]]:
    """Every set that is there, by short name."""
    return {
        name: [
            Post(
                str(row["id"]),
                str(row["lang"]),
                str(row["text"]),
                row["expect"] == "clean",
                bool(row.get("contact_like")),
            )
            for row in read_rows(data / file)
        ]
        for name, file in FILES.items()
        if (data / file).exists()
    }


def nags(sets: Mapping[str, Sequence[Post]], judge: Judge) -> Table:
    """Findings, posts with any, warnings and alerts per 100 posts of each set, all rows and clean rows."""
    columns = [Column("set"), Column("posts")]
    columns += [Column(f"{what} per 100", ".2f") for what in ("findings", "posts flagged", "warnings", "alerts")]
    rows: list[list[Cell]] = []
    for name, posts in sets.items():
        for part, chosen in (("all", posts), ("clean", [post for post in posts if post.is_clean])):
            said = [judge.verdict(post.text) for post in chosen]
            rows.append([f"{name} {part}", len(said), *_rates(said)])
    says = f"Wanted: findings at most 1.5, alerts at most 0.2 per 100; {judge.tiers}. Clean: rows not in doubt."
    return Table("Ordinary posts", says, columns, rows)


def _rates(said: Sequence[Verdict]) -> list[Cell]:
    counts = (
        sum(len(one.found) for one in said),
        sum(one.is_flagged for one in said),
        sum(one.level == "warning" for one in said),
        sum(one.level == "alert" for one in said),
    )
    return [None if (part := share(count, len(said))) is None else 100 * part for count in counts]


def loudest(sets: Mapping[str, Sequence[Post]], judge: Judge) -> Table:
    """The rules that fire most on ordinary posts."""
    rows: list[list[Cell]] = []
    for name, posts in sets.items():
        fired = Counter(one.rule for post in posts for one in judge.verdict(post.text).found)
        rows += [[f"{name} {rule}", count, 100 * count / len(posts)] for rule, count in fired.most_common(MOST_RULES)]
    columns = [Column("set and rule"), Column("findings"), Column("per 100 posts", ".2f")]
    return Table("Ordinary posts: the rules that fire most", "All rows; who to look at first.", columns, rows)


def flagged_posts(sets: Mapping[str, Iterable[Post]], judge: Judge) -> str:
    """Every ordinary post with a finding, and what was found in it."""
    lines = []
    for name, posts in sets.items():
        for post in posts:
            said = judge.verdict(post.text)
            marks = ", ".join(f"{one.rule} «{post.text[one.start : one.end]}»" for one in said.found)
            if marks:
                lines.append(f"{name} {post.id} {said.level} | {' '.join(post.text.split())} | {marks}")
    return "\n".join(lines)
