"""One linear head per category, over what the sentence encoder and word sequences tell of a passage.

The encoder's vector goes through a radial kernel on landmark vectors (Nyström's method: Williams and Seeger, 2001), the
word sequences through inverse document frequencies; a softmax over the heads and "nothing to say" gives probabilities.
Weights and cuts are learned and written by server/training/train.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from porte_parole.model import CATEGORIES, LANGUAGES

Vector = NDArray[np.float32]

SHIPPED = "heads.npz"


class Judgement(NamedTuple):
    """What the heads say of one passage."""

    risk: float  # 0 to 1: how sure that any category has something to say
    shares: Mapping[str, float]  # category -> 0 to 1; together they make `risk`


class Heads:
    """The weights, ready to judge. Safe to share between threads.

    Args:
        arrays: as `train.py` writes them: 8-bit weights with a scale per head, the kernel's landmarks and width.
    """

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._landmarks: Vector = arrays["landmarks"].astype(np.float32) * arrays["landmark_scale"]
        self._width = float(arrays["width"])
        self._kernel: Vector = arrays["kernel_weights"].astype(np.float32)
        self._rarity: Vector = arrays["rarity"].astype(np.float32)
        self._ngrams: NDArray[np.int8] = arrays["ngram_weights"]
        self._scale: Vector = arrays["ngram_scale"].astype(np.float32)
        self._bias: Vector = arrays["bias"].astype(np.float32)
        self.cuts: Mapping[str, float] = dict(zip(LANGUAGES, arrays["cuts"].tolist(), strict=True))

    def judge(self, vector: Vector, ngrams: Mapping[int, float]) -> Judgement:
        """Probabilities for one passage.

        Args:
            vector: the encoder's, of length 1.
            ngrams: of the same passage, as `ngrams.ngrams` gives them; may be empty.
        """
        scores = self._bias + self._by_kernel(vector) + self._by_ngrams(ngrams)
        likely = np.exp(scores - scores.max())
        shares = likely[: len(CATEGORIES)] / likely.sum()
        named = dict(zip(CATEGORIES, shares.tolist(), strict=True))
        return Judgement(float(shares.sum()), named)

    def _by_kernel(self, vector: Vector) -> Vector:
        distances = 2 - 2 * (self._landmarks @ vector)
        near: Vector = np.exp(-self._width * distances)
        return near @ self._kernel

    def _by_ngrams(self, ngrams: Mapping[int, float]) -> Vector:
        numbers = np.fromiter(ngrams.keys(), np.int64, len(ngrams))
        weights = np.fromiter(ngrams.values(), np.float32, len(ngrams)) * self._rarity[numbers]
        length = float(np.sqrt(weights @ weights))
        if not length:
            return np.zeros_like(self._bias)
        return (weights / length) @ self._ngrams[numbers].astype(np.float32) * self._scale


def load_heads(file: Path | None = None) -> Heads:
    """The heads in `file`, by default those that ship with the product."""
    content = file.read_bytes() if file else files("porte_parole.learned").joinpath(SHIPPED).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        return Heads({name: arrays[name] for name in arrays.files})
