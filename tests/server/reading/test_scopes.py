from __future__ import annotations

import pytest

from porte_parole.reading.clauses import clauses
from porte_parole.reading.document import Document
from porte_parole.reading.scopes import is_excused

EXCUSED = [
    ("negation", "Je ne dis pas que Polmera est nul"),
    ("negation", "Novassur ne nul pas"),
    ("negation", "My boss isn't nul"),
    ("negation", "Novassur liegt nul nicht"),
    ("negation", "Ce chef n'est plus un nul"),
    ("negation", "Notre SAV est loin d'être nul"),
    ("negation", "Ce directeur n'a rien d'un nul"),
    ("negation", "Our boss is far from nul"),
    ("negation", "The support team is anything but nul"),
    ("negation", "Onze baas is allesbehalve nul"),
    ("negation", "Unser Chef ist alles andere als nul"),
    ("quotation", "Il a dit « Polmera est nul » hier"),
    ("quotation", "Er sagte „Polmera ist nul“ und ging"),
    ("quotation", "She wrote 'Polmera is nul' on the wall"),
    ("quotation", "> Polmera est nul"),
    ("quotation", "the test is `Polmera nul`"),
    ("quotation", "Mon chef m'a traité de nul"),
    ("quotation", "On me dit que le chef est nul"),
    ("quotation", "My boss called me nul"),
    ("quotation", "Mijn baas noemde me nul"),
    ("quotation", "Mein Chef hat mich nul genannt"),
    ("question", "Polmera est nul ?"),
    ("conditional", "Si Polmera est nul on partira"),
    ("conditional", "S'il est nul on partira"),
    ("conditional", "If my boss is nul we leave"),
    ("past", "Avant, ce SAV était nul"),
    ("past", "Ce SAV était nul, depuis la refonte ça va"),
    ("past", "Il y a deux ans le SAV semblait nul"),
    ("past", "Years ago our support was nul"),
    ("past", "Our support was nul, now it works"),
    ("past", "Vroeger was onze klantendienst nul"),
    ("past", "Früher war unser Kundendienst nul"),
    ("irony", "Mon chef est nul 😂"),
    ("irony", "Mon chef est nul ! 😜"),
    ("irony", "My boss is nul lol"),
    ("irony", "My boss is nul, just kidding"),
    ("irony", "Mon chef est nul, je rigole"),
    ("irony", "Mein Chef ist nul, Scherz"),
]
COUNTING = [
    ("negation", "Ils ne sont que des gens nul"),
    ("negation", "Ils comprennent rien, ces nul"),
    ("negation", "Ce chef est plus que nul"),
    ("negation", "Mon chef n'est pas seulement nul"),
    ("negation", "Our boss is not only nul"),
    ("quotation", "Il a dit « bonjour » et Polmera est nul"),
    ("quotation", "L'équipe d'aujourd'hui, c'est nul"),
    ("quotation", "The boss's idea and the team's work are nul"),
    ("question", "Polmera est nul !"),
    ("conditional", "Polmera est si nul"),
    ("conditional", "Novassur s'engage nul"),
    ("past", "Hier mon chef était nul"),
    ("past", "Avant l'annonce, Polmera est nul"),
    ("irony", "😂 mon chef est nul"),
    ("irony", "Mon chef est nul 😡"),
]


@pytest.mark.parametrize(("scope", "text"), EXCUSED)
def test_a_scope_excuses_what_stands_in_it(scope: str, text: str) -> None:
    assert excused(scope, text)


@pytest.mark.parametrize(("scope", "text"), COUNTING)
def test_what_stands_outside_of_a_scope_counts(scope: str, text: str) -> None:
    assert not excused(scope, text)


def excused(scope: str, text: str) -> bool:
    """Whether the word "nul" is excused."""
    document = Document(text)
    sentence, index = next(
        (sentence, index)
        for sentence in document.sentences
        for index, word in enumerate(sentence.words)
        if word.folded == "nul"
    )
    clause = next(clause for clause in clauses(document, sentence) if clause[0] <= index < clause[1])
    return is_excused(scope, document, sentence, clause, index)
