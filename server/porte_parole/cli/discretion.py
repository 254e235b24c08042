"""What Python prints by itself, without the words: they could be the user's."""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_log = logging.getLogger(__name__)


@contextmanager
def class_names_only() -> Iterator[None]:
    """While the block runs, a warning, or an exception that nobody could handle, is told by its class alone.

    Such exceptions are those of a thread that ends with one, and those raised while an object is taken away.
    """
    before = sys.unraisablehook, threading.excepthook, warnings.showwarning
    sys.unraisablehook = lambda raised: _tell(raised.exc_type)
    threading.excepthook = lambda raised: _tell(raised.exc_type)
    warnings.showwarning = lambda _message, category, *_place: _tell(category)
    try:
        yield
    finally:
        sys.unraisablehook, threading.excepthook, warnings.showwarning = before


def _tell(kind: type[BaseException]) -> None:
    _log.error("%s outside any answer", kind.__name__)
