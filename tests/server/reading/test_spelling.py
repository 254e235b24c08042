from __future__ import annotations

import pytest

from porte_parole.model import Finding, Reason, Rule
from porte_parole.reading.document import Document
from porte_parole.reading.spelling import second_reading


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("c vrmt nul ce que jsuis en train de faire", "c'est vraiment nul ce que je suis en train de faire"),
        ("ur boss is gonna know what u did to these ppl", "your boss is going to know what you did to these people"),
        ("Ce directeur est un incapbale et nous le savons", "Ce directeur est un incapable et nous le savons"),
        ("gwn niet te doen met dat rooster van onze baas", "gewoon niet te doen met dat rooster van onze baas"),
        ("Mon chef est nuuuul et vraiment incapaaable", "Mon chef est nul et vraiment incapable"),
        ("Quel connnnard ce chef, c'est vraiment dommage", "Quel connard ce chef, c'est vraiment dommage"),
        ("C'est de la m*rde et le chef est un c0nnard", "C'est de la merde et le chef est un connard"),
        ("What the f*** is wrong with you people", "What the fuck is wrong with you people"),
    ],
)
def test_chat_forms_and_slips_are_written_out(text: str, read: str) -> None:
    reading = second_reading(Document(text))

    assert reading is not None
    assert reading.document.text == read


@pytest.mark.parametrize(
    "text",
    [
        "C'est l'équipe qui t'a dit que j'ai la valeur et la couleur",
        "The U.S. lovers of the vitamin C and the R&D team were homeless",
        "Le canard et le monteur ont un ordre",
        "https://u.example/ur/nuuul @u www.m*rde.example",
        "Le 3*4 et le 2*2 sont ici, cours de 5* et c'est tout",
        "",
    ],
)
def test_ordinary_spelling_has_no_second_reading(text: str) -> None:
    assert second_reading(Document(text)) is None


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        ("Franchement jsuis sûr que tt le monde ment ici", "permanence", "tt le monde"),
        ("Ce directeur est un incapbale et nous le savons", "disparagement", "incapbale"),
        ("Ce directeur est un incapbale et nous le savons", "permanence", None),
        ("Franchement jsuis sûr que nous partons tous ici", "permanence", None),
    ],
)
def test_findings_lead_back_to_the_post(make_rule, text: str, category: str, marked: str | None) -> None:
    rule: Rule = make_rule("phrase", f"fr.{category}.x", any_of=("x",))
    reading = second_reading(Document(text))
    assert reading is not None
    new = reading.document.text
    words = next(words for words in ("tout le monde", "incapable", "nous partons") if words in new)
    start, end = new.index(words), new.index(words) + len(words)
    finding = Finding(rule, start, end, category, rule.severity, 0.8, (Reason("phrase", start, end, 0.8),))

    back = reading.found(finding)

    assert (back and text[back.start : back.end]) == marked
    assert back is None or back.confidence < finding.confidence


def test_only_the_sentences_concerned_are_read_again(make_rule) -> None:
    text = "Belle journée à tous. Ce directeur est un incapbale. Demain il pleut. Jsuis parti."
    reading = second_reading(Document(text))
    assert reading is not None
    assert reading.document.text == "Ce directeur est un incapable. je suis parti."

    rule = make_rule("phrase", "fr.disparagement.x", any_of=("x",))
    for new, old in (("un incapable", "un incapbale"), ("je suis", "Jsuis")):
        start, end = reading.document.text.index(new), reading.document.text.index(new) + len(new)
        found = reading.found(Finding(rule, start, end, rule.category, rule.severity, 0.8, ()))
        assert found is not None
        assert text[found.start : found.end] == old

    across = Finding(rule, 20, 40, rule.category, rule.severity, 0.8, ())
    assert reading.found(across) is None
