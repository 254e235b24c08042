"""The company profile: what loads, and what an administrator reads when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from porte_parole.company import NO_COMPANY, Company, load_company
from porte_parole.errors import CompanyError

COMPLETE = """\
name: Novassur
display_name: la maison
own_names: [Novassur, Luméo]
own_names_file: names.txt
competitors: [Polmera]
official_accounts: ["@novassur"]
project_code_names: [Bételgeuse]
public_facts: [ouverture à Lille]
regulated: insurance
public_sector: false
countries: [FR, be]
policy_url: https://novassur.example/policy
contact: communication@novassur.example
guide_url: https://novassur.example/guide
sealed_terms: [a1b2c3]
"""


def load(folder: Path, content: str) -> Company:
    file = folder / "company.yml"
    file.write_text(content, encoding="utf-8")
    return load_company(file)


def test_every_key_reaches_the_profile(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Helvaxia\n\n Boréal Assurances \nLuméo\n", encoding="utf-8")

    company = load(tmp_path, COMPLETE)

    assert company == Company(
        name="Novassur",
        display_name="la maison",
        own_names=("Novassur", "Luméo", "Helvaxia", "Boréal Assurances"),
        competitors=("Polmera",),
        official_accounts=("@novassur",),
        project_code_names=("Bételgeuse",),
        public_facts=("ouverture à Lille",),
        regulated="insurance",
        public_sector=False,
        countries=("FR", "BE"),
        policy_url="https://novassur.example/policy",
        contact="communication@novassur.example",
        guide_url="https://novassur.example/guide",
        sealed_terms=("a1b2c3",),
    )


def test_the_name_alone_is_enough_and_is_an_own_name(tmp_path: Path) -> None:
    assert load(tmp_path, "name: Novassur") == Company(name="Novassur", own_names=("Novassur",))


def test_no_company_has_no_names() -> None:
    assert (NO_COMPANY.name, NO_COMPANY.own_names, NO_COMPANY.competitors) == ("", (), ())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("own_names: [a]", ":1:1: The key 'name' is missing."),
        ("", ":1:1: Keys and values"),
        ("name: a\ncompetitor: [b]", ":2:1: Unknown key 'competitor'; did you mean 'competitors'?"),
        ("name: a\ncompetitors: b", ":2:14: A list is expected"),
        ("name: a\nregulated: banque", ":2:12: Unknown value 'banque'; did you mean 'bank'?"),
        ("name: a\npublic_sector: 'yes'", ":2:16: Unknown value 'yes'; use one of: true, false."),
        ("name: a\ncountries: [FR, UK]", ":2:17: 'UK' is not an ISO country code of two letters; did you mean 'GB'?"),
        ("name: a\ncountries: [France]", ":2:13: 'FRANCE' is not an ISO country code"),
        ("name: a\npolicy_url: http://a.example", ":2:13: A link must be a complete https:// address."),
        ("name: a\nown_names_file: absent.txt", ":2:17: There is no such file"),
    ],
)
def test_a_mistake_is_named_with_its_place(content: str, expected: str, tmp_path: Path) -> None:
    with pytest.raises(CompanyError) as caught:
        load(tmp_path, content)

    assert expected in str(caught.value)


def test_a_line_too_long_for_a_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("fine\n" + "x" * 201)

    with pytest.raises(CompanyError, match=r"names\.txt:2: .*one name a line"):
        load(tmp_path, "name: a\nown_names_file: names.txt")
