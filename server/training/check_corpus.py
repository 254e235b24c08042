"""Checks the corpus: check_corpus.py [FOLDER] [--also FILE]… prints counts, and every line that breaks a promise.

The promises: every span stands exactly once in its text; risky lines have spans and others none; categories and labels
are the known ones; no two lines of all batches share more than half of their word 3-grams (they are written, not filled
into templates). Exit code 1 when a promise is broken.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from porte_parole.model import CATEGORIES, LANGUAGES

CORPUS = Path(__file__).parent / "corpus"
LABELS = ("risky", "safe", "harmless")
SEVERITIES = ("low", "medium", "high")
MOST_SHARED = 0.5
"""Largest part of the shorter line's word 3-grams that two lines may share."""

Row = dict[str, Any]


def read_batch(file: Path) -> list[Row]:
    """The lines of one batch, each with its batch's name under "batch"."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [{**row, "batch": file.stem} for row in rows]


def broken(row: Row) -> Iterator[str]:
    """What is wrong with one line, in words."""
    if row["label"] not in LABELS:
        yield f"unknown label {row['label']!r}"
    if row["lang"] not in LANGUAGES:
        yield f"unknown language {row['lang']!r}"
    if row["category"] not in (*CATEGORIES, "harmless"):
        yield f"unknown category {row['category']!r}"
    if row["severity"] not in SEVERITIES:
        yield f"unknown severity {row['severity']!r}"
    if (row["label"] == "risky") != bool(row["spans"]):
        yield "risky lines have spans, others none"
    for span in row["spans"]:
        if row["text"].count(span) != 1:
            yield f"the span {span!r} stands {row['text'].count(span)} times in the text"


def trigrams(text: str) -> frozenset[tuple[str, ...]]:
    """Word 3-grams, in lower case; a shorter text is one gram of all its words."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset((tuple(words),))


def too_alike(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of lines that share more than MOST_SHARED of the shorter one's 3-grams, in the order of `rows`."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: list[int] = []
    for index, row in enumerate(rows):
        grams = trigrams(row["text"])
        shared = Counter(other for gram in grams for other in holders[gram])
        for other, count in shared.items():
            if count > MOST_SHARED * min(len(grams), sizes[other]):
                yield rows[other], row
        for gram in grams:
            holders[gram].append(index)
        sizes.append(len(grams))


def counts(rows: Sequence[Row]) -> str:
    """Lines per batch and language, then per category: risky/safe."""
    lines = []
    by_batch = Counter((row["batch"], row["lang"], row["label"]) for row in rows)
    for batch, language in sorted({(row["batch"], row["lang"]) for row in rows}):
        of_it = "  ".join(f"{label} {by_batch[batch, language, label]:4}" for label in LABELS)
        lines.append(f"{batch:10}{language}  {of_it}")
    by_category = Counter((row["category"], row["lang"], row["label"]) for row in rows)
    lines.append(f"\n{'risky/safe':28}" + "".join(f"{language:>10}" for language in LANGUAGES))
    for category in CATEGORIES:
        pairs = (f"{by_category[category, lang, 'risky']}/{by_category[category, lang, 'safe']}" for lang in LANGUAGES)
        lines.append(f"{category:28}" + "".join(f"{pair:>10}" for pair in pairs))
    total = Counter((row["lang"], row["label"]) for row in rows)
    for label in LABELS:
        lines.append(f"{'all ' + label:28}" + "".join(f"{total[lang, label]:>10}" for lang in LANGUAGES))
    return "\n".join(lines)


def main() -> int:
    """Reads the command line, prints counts and complaints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--also", type=Path, action="append", default=[], help="labelled lines that must differ too")
    options = parser.parse_args()
    rows = [row for file in sorted(options.folder.glob("*.jsonl")) for row in read_batch(file)]
    others = [row for file in options.also for row in read_batch(file)]
    complaints = [f"{row['id']}: {what}" for row in rows for what in broken(row)]
    identities = Counter(row["id"] for row in rows)
    complaints += [f"{name}: this id stands {count} times" for name, count in identities.items() if count > 1]
    complaints += [f"{late['id']}: too much like {early['id']}" for early, late in too_alike([*others, *rows])]
    print(counts(rows))
    print(
        "\n".join(complaints) or f"\n{len(rows):,} lines; spans exact; no two lines share half of their word 3-grams."
    )
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
