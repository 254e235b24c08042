"""What Python would print by itself."""

from __future__ import annotations

import sys
import threading
import warnings
from collections.abc import Callable

import pytest

from porte_parole.cli.discretion import class_names_only

CANARY = "canari-jaune-4711"


class Careless:
    def __del__(self) -> None:
        raise ValueError(CANARY)


def end_a_thread() -> None:
    thread = threading.Thread(target=lambda: [][CANARY])  # type: ignore[call-overload]
    thread.start()
    thread.join()


def warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(CANARY, stacklevel=1)


@pytest.mark.parametrize(
    ("happens", "told"),
    [(Careless, "ValueError"), (end_a_thread, "TypeError"), (warn, "UserWarning")],
    ids=["while an object goes", "in a thread", "a warning"],
)
def test_what_nobody_handles_is_told_by_its_class(
    happens: Callable[[], object], told: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with class_names_only():
        happens()

    assert [record.getMessage() for record in caplog.records] == [f"{told} outside any answer"]
    assert CANARY not in caplog.text + "".join(capfd.readouterr())


def test_afterwards_python_says_what_it_said_before() -> None:
    def hooks() -> tuple[object, ...]:
        return sys.unraisablehook, threading.excepthook, warnings.showwarning

    before = hooks()
    with class_names_only():
        assert not set(before) & set(hooks())

    assert hooks() == before
