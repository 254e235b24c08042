"""The honest part: the whole product with heads that were trained without the lines they are judged on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import ordinary
import peer_tables
from judges import Judge
from labelled_tables import wrong
from learned import cross_validated, heads_without
from material import CHAT, Material
from scenarios import tables
from tables import Part, Skipped

_TITLE = "Heads trained apart"
_HELD_OUT = "The honest ones: no rule was tuned on these lines, and the heads never saw them"
_SCENARIOS = "Rules were tuned on these lines; the heads saw no scenario, so counterparts stay together"


def trained_apart(material: Material) -> Iterator[Part]:
    """Trains heads without the held-out batches and the scenarios, judges both with them, then cross-validates."""
    setup = material.setup
    if setup.no_meaning or not (setup.learned or setup.heads):
        yield Skipped(_TITLE, "--no-meaning leaves it out." if setup.no_meaning else "it takes minutes; ask --learned.")
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            heads = setup.heads or heads_without(setup.corpus, material.held_out_batches, Path(folder) / "heads.npz")
            yield from _judged(material, material.with_heads(heads))
            if setup.learned:
                yield cross_validated(setup.corpus, setup.scenarios / "dev.jsonl" if setup.scenarios else None)
        except OSError as reason:
            yield Skipped(_TITLE, f"{reason}.")


def _judged(material: Material, judge: Judge) -> Iterator[Part]:
    lines = judge.lines(material.held_out)
    yield from tables(lines, judge.tiers, "Held-out batches, heads trained apart", _HELD_OUT)
    if material.setup.show:
        yield wrong("Held-out batches, heads trained apart", lines)
    if material.scenarios:
        judged = judge.lines(material.scenarios)
        yield from tables(judged, judge.tiers, "Scenarios, heads trained apart", _SCENARIOS)
    title = "Peers on the held-out batches, heads trained apart"
    yield peer_tables.on_labelled(title, f"{_HELD_OUT}.", lines, material.peers[0])
    yield from insult_parts(material, judge, "ours with heads trained without them")
    if material.ordinary:
        yield replace(ordinary.nags(material.ordinary, judge), title="Ordinary posts, heads trained apart")


def insult_parts(material: Material, judge: Judge, says: str) -> Iterator[Part]:
    """Heated slips of the held-out batches and of the chat batch, ours beside the peers'."""
    for name, posts in {"held-out batches": material.held_out, f"batch {CHAT}": material.chat}.items():
        title = f"Insults and threats, {name}"
        if posts:
            yield peer_tables.insults(title, f"Heated slips; {says}.", judge.lines(posts), material.peers[0])
        else:
            yield Skipped(title, "the corpus has no such batch.")
