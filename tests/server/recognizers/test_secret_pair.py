from __future__ import annotations

import pytest

CASES = [
    "mon compte Canal : leo.roc@example.org / [[Allez0M!]]",
    "admin / [[Chocolat77!]] si le NAS tombe",
    "admin:[[Admin2031]] marche encore",
    "VPN : invite / [[Brume2031]]",
    "lea@example.org / 2e étage",
    "lea@example.org, lundi",
    "compte courant / épargne",
    "admin / support",
    "le compte de Léa / 12h30",
    "N'utilisez jamais admin / Azerty123",
]


@pytest.mark.parametrize("case", CASES)
def test_a_password_beside_its_login_is_seen(mark, case) -> None:
    assert mark("secret_pair", case) == case
