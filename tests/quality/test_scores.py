"""The arithmetic and the layout of the quality report."""

from __future__ import annotations

import re

from identifier_tables import covers
from identifiers import EACH, SENTENCES, generated
from labelled import Found, Line, Verdict, Wanted
from labelled_tables import by_batch, by_category, by_language
from peers import Peer, in_lists
from scores import Score, any_finding, score, share, warning_or_alert
from stdnum import iban, luhn
from stdnum.fr import nir
from tables import Column, Listing, Skipped, Table


def line(
    label: str = "risky",
    *,
    level: str = "hint",
    found: tuple[Found, ...] = (),
    note: str = "",
    batch: str = "b01",
    language: str = "fr",
    category: str = "rumour",
) -> Line:
    """A line about a bankrupt competitor; flagged unless `level` is "clear"."""
    spans = ("en faillite",) if label == "risky" else ()
    text = "Il paraît que Polmera est en faillite"
    return Line(Wanted("x", batch, language, label, category, text, spans, note), Verdict(level, found))


def finding(start: int, end: int, category: str = "rumour", recognizer: str = "") -> Found:
    return Found(start, end, category, "fr.rumour.paraît", recognizer)


def test_precision_recall_and_f1_count_risky_and_safe_lines() -> None:
    lines = [line(), line(), line(), line(level="clear"), line("safe"), line("safe", level="clear")]

    of = score(lines)

    assert (of.caught, of.risky, of.nagged, of.safe) == (3, 4, 1, 2)
    assert of.precision == 0.75
    assert of.recall == 0.75
    assert of.f1 == 0.75
    assert of.safe_flagged == 0.5


def test_harmless_lines_stand_apart_from_precision() -> None:
    of = score([line(), line("harmless"), line("harmless", level="clear")])

    assert of.precision == 1.0
    assert of.harmless_rate == 0.5


def test_what_has_nothing_to_divide_by_is_said_to_be_unknown() -> None:
    of = score([line("safe", level="clear")])

    assert (of.precision, of.recall, of.f1, of.span_hit, of.harmless_rate) == (None, None, None, None, None)
    assert share(0, 0) is None


def test_a_flagged_line_without_any_risky_one_has_precision_zero() -> None:
    assert score([line("safe")]).precision == 0.0


def test_warnings_count_in_the_second_reading_only() -> None:
    lines = [line(level="hint"), line(level="warning"), line(level="alert")]

    assert score(lines, any_finding).caught == 3
    assert score(lines, warning_or_alert).caught == 2


def test_a_span_is_hit_when_a_finding_overlaps_it_and_not_when_it_only_touches() -> None:
    start = "Il paraît que Polmera est en faillite".index("en faillite")

    assert line(found=(finding(start - 4, start + 1),)).hits_a_span
    assert not line(found=(finding(start - 4, start),)).hits_a_span
    assert not line(found=(finding(len("Il paraît que Polmera est en faillite"), 40),)).hits_a_span


def test_spans_and_categories_count_among_the_caught_only() -> None:
    right, elsewhere = finding(26, 37), finding(0, 2, "disparagement")
    beside = finding(0, 2)
    of = score([line(found=(right,)), line(found=(elsewhere,)), line(found=(beside,)), line(level="clear")])

    assert of.span_hit == 1 / 3
    assert of.category_accuracy == 2 / 3


def test_protected_lines_are_known_by_the_beginning_of_their_note() -> None:
    notes = ("protégé : syndicat", "protected: pay", "borderline: beschermd", "not protected")
    of = score([line("safe", note=note) for note in notes])

    assert (of.protected, of.protected_nagged) == (3, 3)


def test_a_risky_line_is_never_protected() -> None:
    assert score([line(note="protected: no longer")]).protected == 0


def test_languages_have_a_row_each_and_all_of_them_one() -> None:
    tables = by_language("Title", "Says.", [line(language="en"), line(language="fr")])

    assert [[row[0] for row in table.rows] for table in tables] == [["fr", "en", "all"]] * 2


def test_categories_without_lines_have_no_row() -> None:
    table = by_category("Title", "Says.", [line(), line("safe", category="permanence")])

    assert [row[0] for row in table.rows] == ["fr rumour", "fr permanence"]


def test_batches_say_whether_rules_were_tuned_on_them_and_are_summed_apart() -> None:
    table = by_batch("Title", "Says.", [line(batch="b07"), line(batch="b01", level="clear")], ["b07"])

    assert [row[:2] for row in table.rows] == [
        ["b01 fr", "tuned on"],
        ["b07 fr", "held out"],
        ["all fr", "held out"],
        ["all fr", "tuned on"],
    ]
    assert [row[5] for row in table.rows] == [0.0, 1.0, 1.0, 0.0]


def test_columns_are_aligned_and_the_unknown_is_a_dash() -> None:
    table = Table("Title", "Says.", [Column("name"), Column("F1", ".2f")], [["short", 0.5], ["rather long", None]])

    assert table.as_text().splitlines() == [
        "Title",
        "  Says.",
        "  name           F1",
        "  short        0.50",
        "  rather long     –",
    ]


def test_machines_get_unrounded_numbers_by_name() -> None:
    table = Table("Title", "Says.", [Column("name"), Column("F1", ".2f")], [["fr", 0.123456], ["en", None]])

    assert table.as_json()["rows"] == [{"name": "fr", "F1": 0.123456}, {"name": "en", "F1": None}]


def test_a_skipped_part_says_why_in_both_forms() -> None:
    part = Skipped("Secrets", "no folder.")

    assert part.as_text() == "Secrets\n  Skipped: no folder."
    assert part.as_json() == {"title": "Secrets", "skipped": "no folder."}


def test_a_listing_is_indented_below_its_title() -> None:
    assert Listing("Missed", "Says.", "one\ntwo\n").as_text() == "Missed\n  Says.\n  one\n  two"


def test_word_lists_flag_whole_words_and_phrases_of_the_posts_language() -> None:
    peer = Peer("lists", in_lists({"en": frozenset({"ass", "son of a gun"}), "fr": frozenset({"con"})}))
    posts = [("What an ASS!", "en"), ("first class", "en"), ("that son of a gun", "en"), ("con", "en"), ("ass", "nl")]

    assert peer.flags(posts) == [True, False, True, False, False]


def test_peers_judge_labelled_lines_without_findings() -> None:
    of = score(Peer("all", lambda posts: (True for _ in posts)).lines([line().wanted, line("safe").wanted]))

    assert of == Score(1, 1, 0, 0, 1, 1, 0, 0, 0, 0)


def test_generated_identifiers_are_valid_and_stand_where_they_are_said_to() -> None:
    texts = list(generated())
    values = {kind: [t.text[t.start : t.end] for t in texts if t.kind == kind] for kind, _ in SENTENCES}

    assert len(texts) == EACH * len(SENTENCES)
    assert all(nir.is_valid(value) for value in values["nir"])
    assert all(iban.is_valid(value) for value in values["iban"])
    assert all(luhn.is_valid(re.sub(r"\D", "", value)) for value in values["card"])


def test_generated_texts_are_the_same_in_every_run() -> None:
    assert list(generated()) == list(generated())


def test_an_identifier_is_found_when_a_recognizer_covers_all_of_it() -> None:
    text = next(generated())
    whole, part = (text.start, text.end), (text.start, text.end - 1)

    assert covers(finding(*whole, recognizer="iban"), text)
    assert not covers(finding(*part, recognizer="iban"), text)
    assert not covers(finding(*whole), text)
