from __future__ import annotations

import pytest

CASES = [
    "écrivez à [[lea.martin@example.org]] !",
    "mail:[[lea.martin@example.org]].",
    "📧[[LEA_MARTIN+promo@mail.example.co.uk]]",
    "<[[lea-martin@example.org]]>, ([[marc@example.org]])",
    "[[hélène.dûpont@société.fr]]",
    "l'[[anne.o'neil@example.org]]",
    "[[lea@xn--80ak6aa92e.com]]",
    "[[jean.roc (at) exemple (point) fr]]",
    "[[jean.roc [at] exemple.fr]] merci",
    "[[jean arobase exemple point fr]]",
    "[[jean.roc @ exemple.fr]]",
    "write to [[jean at example dot com]]",
    "service-client@example.org ou [[marie.info@example.org]]",
    "contact@example.org, info.be@example.org, press@example.org, no-reply@example.org, Réservation@example.org",
    "prenom.nom@example.org, you@example.com",
    "suivez @lea, @lea@mastodon.example et a@b",
    "dinner @ restaurant.com",
    "webmas...@example.org",
    "https://lea:x@example.org/photos",
    "look at example.com (at noon)",
]


@pytest.mark.parametrize("case", CASES)
def test_addresses_of_persons_are_seen_plain_or_spelled_out(mark, case) -> None:
    assert mark("email", case) == case
