from __future__ import annotations

import pytest

CASES = [
    "Base de recette : [[postgres://app:Lapin42@db.example.org/clients]], si qq veut tester",
    "[[redis://:Lapin42x@cache.example.org:6379]]",
    "curl -u api:[[7fGh29Kd]] https://api.example.org/v2",
    "sshpass -p [[Tulipe99!]] ssh lea@srv",
    "mysql -u root -p[[Tulipe99]] paie",
    "postgres://user:password@host/db",
    "https://user:${TOKEN}@example.org/x",
    "https://example.org/page:2@home",
    "mailto:lea@example.org",
    "curl -u lea https://example.org",
    "On se voit à 18:30 - au 12 rue Haute",
]


@pytest.mark.parametrize("case", CASES)
def test_a_password_in_an_address_or_a_command_is_seen(mark, case) -> None:
    assert mark("secret_address", case) == case
