"""Leave-one-batch-out figures of the heads alone, without rules: cross_validate.py [--folds N] [--company FILE] …

Every batch is judged by heads that never saw it. The scenarios, when given, are judged by heads trained on the corpus
alone. A line's risk is the highest of its passages; the cut is where 10 % of the safe lines of the fold are flagged.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from check_corpus import CORPUS, read_batch
from fitting import fit
from numpy.typing import NDArray
from samples import Row, Sample, samples_of, vectors_of
from sklearn.metrics import roc_auc_score

from porte_parole.company import load_company
from porte_parole.learned.heads import Heads, Judgement
from porte_parole.meaning import load_encoder
from porte_parole.model import LANGUAGES

WEIGHTS = {"harmless": 0.5, "safe": 1.0, "risky": 1.0}
"""How much a passage counts in training: hard negatives first (issue 3), harmless posts second."""


class Trial:
    """Lines, their passages and vectors, to train and judge with any part of them."""

    def __init__(self, rows: Sequence[Row], company_file: Path) -> None:
        self.rows = rows
        self.samples: list[Sample] = samples_of(rows, load_company(company_file))
        self.vectors = vectors_of(self.samples, load_encoder())
        self._labels = np.array([sample.label for sample in self.samples])
        self._weights = np.array([WEIGHTS[rows[sample.row]["label"]] for sample in self.samples], np.float32)

    def trained_on(self, chosen: NDArray[np.bool_]) -> dict[str, Any]:
        """Weights learned from the chosen lines."""
        mine = np.array([chosen[sample.row] for sample in self.samples])
        features = [sample.ngrams for sample, is_mine in zip(self.samples, mine, strict=True) if is_mine]
        return {
            **fit(self.vectors[mine], features, self._labels[mine], self._weights[mine]),
            "cuts": np.full(len(LANGUAGES), 0.5, np.float32),
        }

    def judged(self, heads: Heads, chosen: NDArray[np.bool_]) -> dict[int, Judgement]:
        """Line -> what the heads say of its riskiest passage."""
        found: dict[int, Judgement] = {}
        for sample, vector in zip(self.samples, self.vectors, strict=True):
            if chosen[sample.row]:
                said = heads.judge(vector, sample.ngrams)
                if sample.row not in found or said.risk > found[sample.row].risk:
                    found[sample.row] = said
        return found


def out_of_fold(trial: Trial, folds: int) -> dict[int, Judgement]:
    """Every corpus line judged by heads that never saw its batch; scenario lines by heads that saw no scenario."""
    batches = sorted({row["batch"] for row in trial.rows if row["batch"] != "dev"})
    fold_of = {batch: number % folds for number, batch in enumerate(batches)}
    numbers = np.array([fold_of.get(row["batch"], -1) for row in trial.rows])
    found: dict[int, Judgement] = {}
    for number in sorted(set(numbers.tolist())):
        heads = Heads(trial.trained_on((numbers != number) & (numbers >= 0)))
        found |= trial.judged(heads, numbers == number)
    return found


def table(rows: Sequence[Row], found: dict[int, Judgement]) -> str:
    """One row a group of batches and language."""
    head = f"{'':10}{'risky':>7}{'safe':>6}{'AUC':>7}{'recall':>8}{'F1':>6}{'category':>10}{'harmless flagged':>18}"
    lines = [head]
    for group in ("corpus", "dev"):
        for language in ("fr", "en", "nl", "de"):
            chosen = [
                i for i in found if rows[i]["lang"] == language and (rows[i]["batch"] == "dev") == (group == "dev")
            ]
            if chosen:
                lines.append(f"{group:7}{language:3}" + _figures([rows[i] for i in chosen], [found[i] for i in chosen]))
    return "\n".join(lines)


def _figures(rows: Sequence[Row], said: Sequence[Judgement]) -> str:
    risk = np.array([one.risk for one in said])
    label = np.array([row["label"] for row in rows])
    risky, safe, harmless = label == "risky", label == "safe", label == "harmless"
    cut = np.quantile(risk[safe], 0.9)
    flagged = risk > cut
    right, wrong = int((flagged & risky).sum()), int((flagged & safe).sum())
    hits = [max(one.shares, key=one.shares.__getitem__) == row["category"] for row, one in zip(rows, said, strict=True)]
    return (
        f"{risky.sum():7}{safe.sum():6}{roc_auc_score(risky[risky | safe], risk[risky | safe]):7.3f}"
        f"{right / risky.sum():8.2f}{2 * right / (right + wrong + risky.sum()):6.2f}"
        f"{np.mean(np.array(hits)[flagged & risky]):10.2f}"
        f"{f'{flagged[harmless].mean():.1%}' if harmless.any() else '':>18}"
    )


def main() -> None:
    """Reads the command line, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--company", type=Path, default=CORPUS / "company.yml")
    parser.add_argument("--scenarios", type=Path, help="dev.jsonl: judged, never trained on here")
    parser.add_argument("--folds", type=int, default=100, help="groups of batches; by default each batch is one")
    options = parser.parse_args()
    files = [*sorted(options.corpus.glob("*.jsonl")), *([options.scenarios] if options.scenarios else [])]
    rows = [row for file in files for row in read_batch(file)]
    trial = Trial(rows, options.company)
    batches = len({row["batch"] for row in rows} - {"dev"})
    print(table(rows, out_of_fold(trial, min(options.folds, batches))))


if __name__ == "__main__":
    main()
