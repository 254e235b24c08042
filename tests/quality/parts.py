"""The parts of the report, in order: which table needs which folder, judge and warning."""

from __future__ import annotations

from collections.abc import Iterator

import identifier_tables
import ordinary
import peer_tables
from apart import insult_parts, trained_apart
from judges import ALL_TIERS
from labelled_tables import by_batch, by_category, wrong
from material import Material
from scenarios import TUNED, tables
from tables import Listing, Part, Skipped

_ASK_SCENARIOS = "it needs the labelled scenarios; give their folder (make quality SCENARIOS=folder)."
_ASK_DATA = "it needs ordinary posts; give their folder (make quality DATA=folder)."


def all_parts(material: Material) -> Iterator[Part]:
    """Every part, the quick ones first."""
    if not material.setup.no_meaning and material.shipped.tiers != ALL_TIERS:
        yield Skipped("The meaning tier", "its encoder or its trained heads are missing, so it is off below.")
    yield from _scenarios(material)
    yield from _corpus_by_rules(material)
    yield from _ordinary(material)
    yield from _identifiers(material)
    yield from _beside_peers(material)
    yield from trained_apart(material)


def _scenarios(material: Material) -> Iterator[Part]:
    if not material.scenarios:
        yield Skipped("Scenarios", _ASK_SCENARIOS)
        return
    lines = material.shipped.lines(material.scenarios)
    yield from tables(lines, material.shipped.tiers)
    if material.setup.show:
        yield wrong("Scenarios", lines)


def _corpus_by_rules(material: Material) -> Iterator[Part]:
    says = "Recognizers and rules only: the shipped heads were trained on every batch. Believe the held-out rows."
    yield by_batch("Corpus per batch", says, material.rules_only.lines(material.corpus), material.held_out_batches)
    lines = material.rules_only.lines(material.held_out)
    title = "Held-out batches per language and category, rules only"
    yield by_category(title, "No rule was tuned on these lines; recognizers and rules only.", lines)
    if material.setup.show:
        yield wrong("Held-out batches, rules only", lines)


def _ordinary(material: Material) -> Iterator[Part]:
    if not material.ordinary:
        yield Skipped("Ordinary posts", _ASK_DATA)
        return
    yield ordinary.nags(material.ordinary, material.shipped)
    yield ordinary.loudest(material.ordinary, material.shipped)
    if material.setup.show:
        posts = ordinary.flagged_posts(material.ordinary, material.shipped)
        yield Listing("Ordinary posts with a finding", "Set, id, level, post, rules and what they marked.", posts)


def _identifiers(material: Material) -> Iterator[Part]:
    yield identifier_tables.recall(material.shipped)
    if material.setup.data:
        yield identifier_tables.false_spans(material.ordinary, material.shipped)
        yield identifier_tables.secrets(material.setup.data, material.shipped)
    else:
        yield Skipped("Identifiers in ordinary posts, and secrets", _ASK_DATA)


def _beside_peers(material: Material) -> Iterator[Part]:
    found, missing = material.peers
    yield from (Skipped(f"Peer: {name}", why) for name, why in missing.items())
    if material.scenarios:
        lines = material.shipped.lines(material.scenarios)
        yield peer_tables.on_labelled("Peers on the scenarios", f"{TUNED}. The peers saw none.", lines, found)
    says = "No rule was tuned on these lines; ours by recognizers and rules only."
    lines = material.rules_only.lines(material.held_out)
    yield peer_tables.on_labelled("Peers on the held-out batches", says, lines, found)
    yield from insult_parts(material, material.rules_only, "ours by recognizers and rules only")
    if material.ordinary:
        yield peer_tables.on_ordinary(material.ordinary, material.shipped, found)
        yield peer_tables.insult_alarms(material.ordinary, material.shipped)
