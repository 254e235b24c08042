from __future__ import annotations

from porte_parole.characters.showing import shown


def test_what_can_be_seen_is_shown_as_it_is() -> None:
    assert shown("La clé « été » 🙂.") == "La clé « été » 🙂."


def test_controls_directions_and_line_ends_are_marked() -> None:
    assert shown("a\u202eb\x1b[31mc\nd\ufeff") == "a\ufffdb\ufffd[31mc\ufffdd\ufffd"
