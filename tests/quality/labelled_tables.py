"""Tables over labelled lines: per language, per language and category, per batch."""

from __future__ import annotations

from collections.abc import Sequence

from labelled import Line, languages_of
from scores import Flagged, Score, any_finding, score, warning_or_alert
from tables import Cell, Column, Listing, Table

from porte_parole.model import CATEGORIES

COLUMNS = (
    Column("risky"),
    Column("safe"),
    Column("precision", ".2f"),
    Column("recall", ".2f"),
    Column("F1", ".2f"),
    Column("span hit", ".0%"),
    Column("category", ".0%"),
    Column("safe flagged", ".0%"),
    Column("protected flagged"),
    Column("harmless flagged", ".1%"),
)


def figures(of: Score) -> list[Cell]:
    """One row under COLUMNS."""
    return [
        *(of.risky, of.safe, of.precision, of.recall, of.f1, of.span_hit, of.category_accuracy, of.safe_flagged),
        f"{of.protected_nagged} of {of.protected}" if of.protected else None,
        of.harmless_rate,
    ]


def by_language(title: str, says: str, lines: Sequence[Line]) -> list[Table]:
    """Two tables: any finding, and posts at warning or alert."""
    return [
        _by_language(f"{title}: any finding", says, lines, any_finding),
        _by_language(f"{title}: posts that reach a warning or an alert", says, lines, warning_or_alert),
    ]


def _by_language(title: str, says: str, lines: Sequence[Line], flagged: Flagged) -> Table:
    languages = languages_of([line.wanted for line in lines])
    rows: list[list[Cell]] = [[name, *figures(score(_in(lines, name), flagged))] for name in languages]
    return Table(title, says, [Column("language"), *COLUMNS], [*rows, ["all", *figures(score(lines, flagged))]])


def by_category(title: str, says: str, lines: Sequence[Line]) -> Table:
    """One row a language and category, any finding; a category's safe lines are those that look like it."""
    rows: list[list[Cell]] = []
    for language in languages_of([line.wanted for line in lines]):
        spoken = _in(lines, language)
        for category in CATEGORIES:
            of_it = [line for line in spoken if line.wanted.category == category]
            if of_it:
                rows.append([f"{language} {category}", *figures(score(of_it))[:-1]])
    return Table(title, says, [Column("language and category"), *COLUMNS[:-1]], rows)


def by_batch(title: str, says: str, lines: Sequence[Line], held_out: Sequence[str]) -> Table:
    """One row a batch and language, any finding; says of each batch whether rules were tuned on it."""
    rows: list[list[Cell]] = []
    for batch in sorted({line.wanted.batch for line in lines}):
        of_it = [line for line in lines if line.wanted.batch == batch]
        use = "held out" if batch in held_out else "tuned on"
        for language in languages_of([line.wanted for line in of_it]):
            rows.append([f"{batch} {language}", use, *figures(score(_in(of_it, language)))])
    for use in ("held out", "tuned on"):
        of_use = [line for line in lines if (line.wanted.batch in held_out) == (use == "held out")]
        for language in languages_of([line.wanted for line in of_use]):
            rows.append([f"all {language}", use, *figures(score(_in(of_use, language)))])
    return Table(title, says, [Column("batch"), Column("rules"), *COLUMNS], rows)


def wrong(title: str, lines: Sequence[Line]) -> Listing:
    """Each risky line without a finding and each other line with one, for the person who tunes."""
    rows = []
    for line in lines:
        wanted, rules = line.wanted, ", ".join(one.rule for one in line.verdict.found)
        if (wanted.label == "risky") != bool(rules):
            word = "MISSED" if wanted.label == "risky" else "NAGGED"
            rows.append(f"{word} {wanted.language} {wanted.category} | {wanted.text} | {rules}")
    says = "Missed or nagged, language, category, post, rules."
    return Listing(f"{title}: lines that went wrong", says, "\n".join(rows))


def _in(lines: Sequence[Line], language: str) -> list[Line]:
    return [line for line in lines if line.wanted.language == language]
