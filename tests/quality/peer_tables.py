"""Porte-parole and its peers side by side, on the same posts in the same run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from judges import Judge
from labelled import Line, Wanted, languages_of
from ordinary import Post
from peers import Peer
from scores import score, share
from tables import Cell, Column, Table

US = "Porte-parole"
INSULTS = ("heated-slip", "disparagement")
"""Categories whose findings count as alarms about insults and threats."""


def on_labelled(title: str, says: str, lines: Sequence[Line], peers: Sequence[Peer]) -> Table:
    """Per language: what each catches and how it nags. `lines` carry our own verdicts."""
    wanted = [line.wanted for line in lines]
    judged = [(US, list(lines)), *((peer.name, peer.lines(wanted)) for peer in peers)]
    rows: list[list[Cell]] = []
    for language in languages_of(wanted):
        for name, said in judged:
            of = score(line for line in said if line.wanted.language == language)
            protected = f"{of.protected_nagged} of {of.protected}" if of.protected else None
            rows.append([f"{language} {name}", of.precision, of.recall, of.f1, of.safe_flagged, protected])
    columns = [Column("language and judge"), *(Column(name, ".2f") for name in ("precision", "recall", "F1"))]
    columns += [Column("safe flagged", ".0%"), Column("protected flagged")]
    return Table(title, says, columns, rows)


def on_ordinary(sets: Mapping[str, Sequence[Post]], judge: Judge, peers: Sequence[Peer]) -> Table:
    """Posts flagged per 100 ordinary posts."""
    asked = {name: [(post.text, post.language) for post in posts] for name, posts in sets.items()}
    rows: list[list[Cell]] = [[US, *(_per_100([judge.verdict(text).is_flagged for text, _ in asked[n]]) for n in sets)]]
    rows += [[peer.name, *(_per_100(peer.flags(asked[name])) for name in sets)] for peer in peers]
    columns = [Column("judge"), *(Column(f"{name} per 100", ".2f") for name in sets)]
    return Table("Peers on ordinary posts", f"Posts flagged, all rows; ours with {judge.tiers}.", columns, rows)


def insults(title: str, says: str, lines: Sequence[Line], peers: Sequence[Peer]) -> Table:
    """Heated slips caught, by us and by the peers, per language; safe lines of the category flagged beside it."""
    chosen = [line for line in lines if line.wanted.category == "heated-slip"]
    wanted: list[Wanted] = [line.wanted for line in chosen]
    rows: list[list[Cell]] = []
    for name, said in [(US, chosen), *((peer.name, peer.lines(wanted)) for peer in peers)]:
        for language in languages_of(wanted):
            of = score(line for line in said if line.wanted.language == language)
            rows.append([f"{language} {name}", of.risky, of.recall, of.safe, of.safe_flagged])
    columns = [Column("language and judge"), Column("risky"), Column("recall", ".0%"), Column("safe")]
    return Table(title, says, [*columns, Column("safe flagged", ".0%")], rows)


def insult_alarms(sets: Mapping[str, Sequence[Post]], judge: Judge) -> Table:
    """Ordinary posts with one of our findings about insults."""
    rows: list[list[Cell]] = []
    for name, posts in sets.items():
        flags = [any(one.category in INSULTS for one in judge.verdict(post.text).found) for post in posts]
        rows.append([name, len(flags), sum(flags), _per_100(flags)])
    columns = [Column("set"), Column("posts"), Column("flagged"), Column("per 100", ".2f")]
    says = f"Posts with a finding of {' or '.join(INSULTS)}; wanted at most 1 per 100; {judge.tiers}."
    return Table("Insults: alarms in ordinary posts", says, columns, rows)


def _per_100(flags: Sequence[bool]) -> float | None:
    return None if (part := share(sum(flags), len(flags))) is None else 100 * part
