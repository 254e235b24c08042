"""Identifiers and secrets: spans found in running text, false ones in ordinary posts, key formats of D7."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from identifiers import EACH, SEED, Text, generated
from judges import Judge
from labelled import Found
from ordinary import Post, read_rows
from scores import share
from tables import Cell, Column, Table

RECOGNIZERS = {
    "nir": "french_social_security",
    "iban": "iban",
    "card": "payment_card",
    "phone": "phone",
    "mail": "email",
}
"""Kind of identifier -> the recognizer that should find it."""

SECRETS = "D7_secrets.jsonl.gz"


def recall(judge: Judge) -> Table:
    """Spans found among the generated ones, by kind and language."""
    texts = list(generated())
    rows: list[list[Cell]] = []
    for kind, language in dict.fromkeys((text.kind, text.language) for text in texts):
        rows.append(
            _recall(f"{kind} {language}", [t for t in texts if (t.kind, t.language) == (kind, language)], judge)
        )
    columns = [Column("kind"), Column("spans"), *(Column(name, ".1%") for name in ("marked", "exactly", "right kind"))]
    says = (
        f"{EACH} generated texts a row, seed {SEED}. Marked: a recognizer covers the value; exactly: and no more; "
        "right kind: by the recognizer of that kind. Wanted: 95 %."
    )
    return Table("Identifiers in running text", says, columns, rows)


def _recall(name: str, texts: Sequence[Text], judge: Judge) -> list[Cell]:
    covering = [[one for one in judge.verdict(text.text).found if covers(one, text)] for text in texts]
    exact = sum(
        any((one.start, one.end) == (text.start, text.end) for one in of_it)
        for text, of_it in zip(texts, covering, strict=True)
    )
    right = sum(
        any(one.recognizer == RECOGNIZERS[text.kind] for one in of_it)
        for text, of_it in zip(texts, covering, strict=True)
    )
    return [name, len(texts), *(share(count, len(texts)) for count in (sum(map(bool, covering)), exact, right))]


def covers(one: Found, text: Text) -> bool:
    """Whether a recognizer's finding holds the whole value."""
    return bool(one.recognizer) and one.start <= text.start and text.end <= one.end


def false_spans(sets: Mapping[str, Iterable[Post]], judge: Judge) -> Table:
    """Spans of those recognizers per 100 ordinary posts; posts that may hold a real phone or mail are left out."""
    rows: list[list[Cell]] = []
    for name, posts in sets.items():
        chosen = [post for post in posts if not post.has_contact]
        found = [one.recognizer for post in chosen for one in judge.verdict(post.text).found]
        counts = [sum(one == recognizer for one in found) for recognizer in RECOGNIZERS.values()]
        rows.append([name, len(chosen), *counts, 100 * sum(counts) / len(chosen)])
    columns = [Column("set"), Column("posts"), *map(Column, RECOGNIZERS), Column("per 100 posts", ".2f")]
    says = "False spans by kind; posts marked contact_like are left out. Wanted: at most 0.3 per 100."
    return Table("Identifiers in ordinary posts", says, columns, rows)


def secrets(data: Path, judge: Judge) -> Table:
    """Key formats found among D7's secrets, and its clean rows flagged, by any finding about credentials."""
    rows_of = read_rows(data / SECRETS)
    rows: list[list[Cell]] = []
    for label, name in (("secret", "well-known key formats found"), ("clean", "clean rows flagged")):
        texts = [str(row["text"]) for row in rows_of if row["label"] == label]
        flagged = sum(any(one.category == "credentials-secrets" for one in judge.verdict(text).found) for text in texts)
        rows.append([name, len(texts), flagged, share(flagged, len(texts))])
    columns = [Column("D7"), Column("rows"), Column("flagged"), Column("share", ".1%")]
    says = "Rule examples of gitleaks; half of them were read when the formats were written. Wanted: 80 % at 5 %."
    return Table("Secrets", says, columns, rows)
