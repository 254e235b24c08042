"""The heads: probabilities from weights, whatever the weights are; the shipped ones in their file."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from porte_parole.learned.heads import Heads, load_heads
from porte_parole.learned.ngrams import BUCKETS
from porte_parole.model import CATEGORIES, LANGUAGES

CLASSES = len(CATEGORIES) + 1
NORTH = np.eye(1, 4, dtype=np.float32)[0]


def weights(**changed: Any) -> dict[str, Any]:
    """Two landmarks in four dimensions, and no opinion on anything."""
    return {
        "landmarks": np.array([[127, 0, 0, 0], [0, 127, 0, 0]], np.int8),
        "landmark_scale": np.float32(1 / 127),
        "width": np.float32(1.5),
        "kernel_weights": np.zeros((2, CLASSES), np.float32),
        "rarity": np.ones(BUCKETS, np.float16),
        "ngram_weights": np.zeros((BUCKETS, CLASSES), np.int8),
        "ngram_scale": np.ones(CLASSES, np.float32),
        "bias": np.zeros(CLASSES, np.float32),
        "cuts": np.full(len(LANGUAGES), 0.5, np.float32),
        **changed,
    }


def test_heads_without_opinion_share_everything_evenly() -> None:
    said = Heads(weights()).judge(NORTH, {})

    assert said.shares == pytest.approx(dict.fromkeys(CATEGORIES, 1 / CLASSES))
    assert said.risk == pytest.approx(len(CATEGORIES) / CLASSES)


def test_a_vector_near_a_landmark_raises_what_that_landmark_stands_for() -> None:
    kernel = np.zeros((2, CLASSES), np.float32)
    kernel[0, CATEGORIES.index("rumour")] = 5.0
    heads = Heads(weights(kernel_weights=kernel))

    assert heads.judge(NORTH, {}).shares["rumour"] > 0.8
    assert heads.judge(NORTH[::-1].copy(), {}).shares["rumour"] < 0.2


def test_a_word_raises_its_category_and_rare_ones_count_more() -> None:
    words = np.zeros((BUCKETS, CLASSES), np.int8)
    words[7, CATEGORIES.index("permanence")] = 4
    rarity = np.ones(BUCKETS, np.float16)
    rarity[8] = 5.0
    heads = Heads(weights(ngram_weights=words, rarity=rarity))

    alone, beside_a_rare_one = heads.judge(NORTH, {7: 1.0}), heads.judge(NORTH, {7: 1.0, 8: 1.0})
    assert alone.shares["permanence"] > beside_a_rare_one.shares["permanence"] > 1 / CLASSES


def test_a_word_that_training_never_saw_changes_nothing() -> None:
    heads = Heads(weights(rarity=np.zeros(BUCKETS, np.float16)))

    assert heads.judge(NORTH, {3: 1.0}) == heads.judge(NORTH, {})


def test_the_shipped_heads_load_and_have_a_cut_for_each_language() -> None:
    heads = load_heads()

    assert list(heads.cuts) == list(LANGUAGES)
    assert all(0.1 < cut < 0.95 for cut in heads.cuts.values())
