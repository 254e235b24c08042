from __future__ import annotations

import pytest

from porte_parole.analyzer import Analyzer
from porte_parole.company import Company
from porte_parole.guard import SILENCED, Guard
from porte_parole.model import CATEGORIES, Finding, Post, Severity
from porte_parole.reading.document import Document

PROTECTED = [
    "Mon salaire : 2 350 € brut, et vous ? parlons-en",
    "Nos salaires n'ont pas bougé depuis trois ans chez Novassur, on veut négocier",
    "Les horaires du samedi nous épuisent, on en parle avec les délégués",
    "Grève jeudi chez Novassur, l'intersyndicale appelle à rejoindre le piquet à 8h ✊",
    "J'ai signalé les risques d'incendie à l'inspection du travail",
    "twelve-hour shifts with no break isn't ok, we raised it with the union rep",
    "walkout Thursday at the Novassur depot, picket from 7, bring flasks ✊",
    "I reported the fire exits to the inspector twice, nothing changed",
    "het rooster in het weekend is te zwaar, we bespreken het met de vakbond",
    "unsere Schichten sind zu lang, wir reden mit dem Betriebsrat",
]
NOT_PROTECTED = [
    "Franchement notre chef est un escroc",
    "Le rachat de Polmera sera signé mardi, gardez-le pour vous",
    "our customers are idiots, they never read anything",
    "I love the new colour of the office",
    "",
]


GUARD = Guard(Company(name="Novassur", own_names=("Novassur",), competitors=("Polmera",)))


def protected(text: str) -> list[int]:
    """Indexes of the protected sentences."""
    return sorted(GUARD.protects(Document(text)))


@pytest.mark.parametrize("text", PROTECTED)
def test_speech_about_work_is_protected(text: str) -> None:
    assert protected(text)


@pytest.mark.parametrize("text", NOT_PROTECTED)
def test_other_speech_is_not(text: str) -> None:
    assert not protected(text)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("J'ai signalé le chariot sans freins. Rien. Chez Novassur ils attendent un mort.", [0, 1, 2]),
        ("We never got our breaks. What a dump.", [0, 1]),
        ("Novassur is a joke. They haven't paid our overtime since May.", [0, 1]),
        ("Nos salaires sont bloqués. Sinon, le logo de la boîte est affreux.", [0]),
        ("Nos salaires sont bloqués. Polmera, quelle bande d'escrocs.", [0]),
        ("Nos salaires sont bloqués. Le nouveau comptable du deuxième étage est un abruti fini.", [0]),
    ],
)
def test_a_neighbour_is_protected_when_the_subject_goes_on(text: str, sentences: list[int]) -> None:
    assert protected(text) == sentences


def test_a_company_can_add_topics_of_its_own() -> None:
    text = "Le nouveau badgeage facial, quelle honte"

    assert not protected(text)
    assert Guard(Company(name="", protected_topics=("badgeage facial",))).protects(Document(text))


def test_where_staff_speaks_its_statements_are_its_own(make_rule) -> None:
    rule = make_rule("phrase", "fr.official-statement.x", any_of=("confirme",))
    analyzer = Analyzer([rule])

    assert not analyzer.check(Post("Le syndicat confirme la grève de jeudi")).findings
    assert analyzer.check(Post("Nos salaires ? La direction confirme tout")).findings


@pytest.mark.parametrize("category", CATEGORIES)
def test_on_protected_sentences_exactly_the_silenced_categories_fall_silent(make_rule, category) -> None:
    rule = make_rule("phrase", f"fr.{category}.x", any_of=("quelle honte",))
    report = Analyzer([rule]).check(Post("Quelle honte, nos salaires chez nous !", explain=True))

    assert bool(report.findings) is (category not in SILENCED)
    assert [one.suppressed_by for one in report.suppressed] == (["guard"] if category in SILENCED else [])


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize(("sentences", "is_silenced"), [(0, True), (2, True), (3, False)])
def test_the_trained_heads_say_nothing_on_protected_speech_or_right_beside_it(
    make_rule, category, sentences, is_silenced
) -> None:
    text = "Nos salaires sont bloqués chez nous. " + "Le chat dort. " * sentences
    start = len(text) - 4
    opinion = Finding(
        make_rule("meaning", f"neutral.{category}.sens", trained=True),
        start,
        start + 2,
        category,
        Severity.LOW,
        0.9,
        (),
    )
    (after,) = GUARD.watch(Document(text), [opinion])

    assert (after.suppressed_by == "guard") is is_silenced


def test_insults_on_protected_sentences_weigh_one_level_less(make_rule) -> None:
    rule = make_rule("phrase", any_of=("bande de voleurs",), severity=Severity.HIGH)
    analyzer = Analyzer([rule])

    assert analyzer.check(Post("Nos salaires sont bloqués, bande de voleurs")).findings[0].severity is Severity.MEDIUM
    assert analyzer.check(Post("Rendez l'argent, bande de voleurs")).findings[0].severity is Severity.HIGH


def test_a_proven_identifier_is_never_touched(make_rule) -> None:
    rule = make_rule("recognizer", "neutral.disparagement.iban", recognizer="iban", severity=Severity.HIGH)
    (finding,) = Analyzer([rule]).check(Post("Mon salaire arrive sur BE68 5390 0754 7034")).findings

    assert (finding.severity, finding.suppressed_by) == (Severity.HIGH, None)


def test_only_the_protected_sentence_is_guarded(make_rule) -> None:
    rule = make_rule("phrase", "fr.disparagement.x", any_of=("quelle honte",))
    report = Analyzer([rule]).check(Post("Nos salaires, quelle honte. Et le logo, quelle honte."))

    assert [finding.start for finding in report.findings] == [40]
