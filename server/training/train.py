"""Rebuilds the shipped heads: train.py [CORPUS] --scenarios dev.jsonl [--company FILE] [--out FILE]

Learns from the corpus, the examples of the shipped rules and, when given, the scenarios. The cut is the risk that
FLAGGED of the corpus's safe lines exceed when every batch is judged by heads that never saw it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from check_corpus import CORPUS, Row, read_batch
from cross_validate import Trial, out_of_fold

from porte_parole.bracketed import split_brackets
from porte_parole.learned import heads
from porte_parole.rulebook import load_rules
from porte_parole.settings import shipped

FLAGGED = 0.06
"""Part of the hard negatives that the heads alone may flag; rules need room below the 10 % of design section 7."""

FOLDS = 3


def rows_of_rules() -> Iterator[Row]:
    """Every example of every shipped rule, as labelled lines."""
    for rule in load_rules(shipped("rules")):
        common = {"lang": rule.language, "category": rule.category, "batch": "rules", "severity": "low", "note": ""}
        for example in rule.examples.hits:
            text, spans = split_brackets(example)
            yield {**common, "text": text, "label": "risky", "spans": [text[start:end] for start, end in spans]}
        for example in rule.examples.passes:
            yield {**common, "text": example, "label": "safe", "spans": []}


def main() -> None:
    """Reads the command line, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--company", type=Path, default=CORPUS / "company.yml")
    parser.add_argument("--scenarios", type=Path)
    parser.add_argument("--without", nargs="*", default=[], help="batches to leave out, to measure on them")
    parser.add_argument("--out", type=Path, default=Path(heads.__file__).parent / heads.SHIPPED)
    options = parser.parse_args()
    files = [*sorted(options.corpus.glob("*.jsonl")), *([options.scenarios] if options.scenarios else [])]
    rows = [row for file in files if file.stem not in options.without for row in read_batch(file)]
    rows += rows_of_rules()
    trial = Trial(rows, options.company)
    arrays = trial.trained_on(np.ones(len(rows), bool))
    arrays["cut"] = np.float32(_cut(trial))
    np.savez_compressed(options.out, allow_pickle=False, **arrays)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.2f} MB, {len(rows):,} lines, cut {arrays['cut']:.3f}")


def _cut(trial: Trial) -> float:
    found = out_of_fold(trial, FOLDS)
    safe = [said.risk for index, said in found.items() if trial.rows[index]["label"] == "safe"]
    return float(np.quantile(safe, 1 - FLAGGED))


if __name__ == "__main__":
    main()
