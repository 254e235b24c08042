"""The company profile: what loads, and what an administrator reads when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from porte_parole.company import MAX_WARNINGS, NO_COMPANY, Company, load_company, names_file
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
sealed_terms: [s1-0123456789abcdef01234567]
protected_topics: [badgeage facial]
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
        sealed_terms=frozenset(["s1-0123456789abcdef01234567"]),
        protected_topics=("badgeage facial",),
    )


def test_the_name_alone_is_enough_and_is_an_own_name(tmp_path: Path) -> None:
    assert load(tmp_path, "name: Novassur") == Company(name="Novassur", own_names=("Novassur",))


def test_no_company_has_no_names() -> None:
    assert (NO_COMPANY.name, NO_COMPANY.own_names, NO_COMPANY.competitors) == ("", (), ())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("own_names: [ab]", ":1:1: The key 'name' is missing."),
        ("", ":1:1: Keys and values"),
        ("name: Kalmor\ncompetitor: [Polmera]", ":2:1: Unknown key 'competitor'; did you mean 'competitors'?"),
        ("name: Kalmor\ncompetitors: Polmera", ":2:14: A list is expected"),
        ("name: Kalmor\nregulated: banque", ":2:12: Unknown value 'banque'; did you mean 'bank'?"),
        ("name: Kalmor\npublic_sector: 'yes'", ":2:16: Unknown value 'yes'; use one of: true, false."),
        (
            "name: Kalmor\ncountries: [FR, UK]",
            ":2:17: 'UK' is not an ISO country code of two letters; did you mean 'GB'?",
        ),
        ("name: Kalmor\ncountries: [France]", ":2:13: 'FRANCE' is not an ISO country code"),
        ("name: Kalmor\npolicy_url: http://a.example", ":2:13: A link must be a complete https:// address."),
        ("name: K", ":1:7: A name needs two letters at least"),
        ("name: ''", ":1:7: This text is empty; write something or remove the key."),
        ("name: [Kalmor]", ":1:7: A text is expected here."),
        ("name: Kalmor\ncompetitors: [Polmera, '']", ":2:24: This text is empty"),
        ("name: Kalmor\ncompetitors: [Polmera, '&']", ":2:24: A name needs two letters at least"),
        ("name: Kalmor\nown_names: {a: b}", ":2:12: A list is expected"),
        ("name: Kalmor\nname: Polmera", ":2:1:"),
        ("name: Kalmor\nsealed_terms: [Grand Large]", ":2:16: A sealed term looks like 's1-'"),
        ("name: Kalmor\nown_names_file: absent.txt", ":2:17: There is no such file"),
        ("name: Kalmor\nown_names_file: " + "n" * 300, ":2:17: There is no such file"),
        ("name: Kalmor\n\u202enames: x", ":2:1: Unknown key '\ufffdnames'"),
    ],
)
def test_a_mistake_is_named_with_its_place(content: str, expected: str, tmp_path: Path) -> None:
    with pytest.raises(CompanyError) as caught:
        load(tmp_path, content)

    assert expected in str(caught.value)


def test_a_line_too_long_for_a_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("fine\n" + "x" * 201)

    with pytest.raises(CompanyError, match=r"names\.txt:2: .*one name a line"):
        load(tmp_path, "name: Kalmor\nown_names_file: names.txt")


@pytest.mark.parametrize("name", ["Orange", "La Poste", "Apple", "Free", "Total", "Partners", "EY"])
def test_a_name_that_is_an_ordinary_word_loads_with_a_warning_that_names_its_place(name: str, tmp_path: Path) -> None:
    company = load(tmp_path, f"name: Kalmor\ncompetitors: [{name}]")

    (warning,) = company.warnings
    assert company.competitors == (name,)
    assert warning.startswith(f"{tmp_path / 'company.yml'}:2:15: '{name}' is also an ordinary word")


def test_an_unmistakable_name_gives_no_warning(tmp_path: Path) -> None:
    assert load(tmp_path, COMPLETE.replace("own_names_file: names.txt\n", "")).warnings == ()


def test_warnings_about_a_long_list_of_names_come_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Helvaxia\nOrange\n" + "pomme\npoire\nlune\nloup\nours\n" * 6)
    company = load(tmp_path, "name: Kalmor\nown_names_file: names.txt")

    assert company.warnings[0].startswith(f"{tmp_path / 'names.txt'}:2: 'Orange'")
    assert len(company.warnings) == MAX_WARNINGS


def test_the_names_file_of_a_profile_is_known_without_loading_it(tmp_path: Path) -> None:
    file = tmp_path / "company.yml"
    file.write_text("name: Kalmor\nown_names_file: lists/names.txt", "utf-8")

    assert names_file(file) == tmp_path / "lists" / "names.txt"
    assert names_file(tmp_path / "absent.yml") is None


@pytest.mark.parametrize("name", ['"\\0"', "[a]", '"a\\0b"'])
def test_a_names_file_that_cannot_be_a_file_is_no_reason_to_stop(name: str, tmp_path: Path) -> None:
    file = tmp_path / "company.yml"
    file.write_text(f"name: Kalmor\nown_names_file: {name}", "utf-8")

    found = names_file(file)

    assert found is None or not found.exists()
