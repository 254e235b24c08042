from __future__ import annotations

import pytest

from porte_parole.reading.document import Document


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Franchement le service client, des escrocs"),
        ("fr", "je te pourris sur tous tes reseaux"),
        ("fr", "Bande d'abrutis"),
        ("en", "keep this between us, the deal closes Monday"),
        ("en", "what is wrong with you people"),
        ("en", "total rip-off and I sell it"),
        ("nl", "mijn teamleider is een leugenaar, de hele afdeling weet het"),
        ("nl", "twee weken Kreta vanaf vrijdag, ons huis staat leeg"),
        ("de", "mein Chef ist ein Lügner und Ausbeuter, weiß doch jeder"),
        ("de", "Quartalszahlen kommen aber erst Dienstag"),
        ("unknown", "ok"),
        ("unknown", "+++ 2026 +++"),
        ("unknown", ""),
    ],
)
def test_short_posts_are_told_apart(language: str, text: str) -> None:
    assert Document(text).language == language


def test_names_alone_decide_nothing() -> None:
    assert Document("Novassur Polmera Kerdial").language == "unknown"
