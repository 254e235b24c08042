"""`porte-parole company`: what an administrator learns about a profile, and how a code name is sealed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.server.cli.conftest import Run

PROFILE = """\
name: Novassur
own_names: [Novassur, Orange]
competitors: [Polmera]
regulated: insurance
countries: [FR, BE]
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "company.yml"
    file.write_text(PROFILE, "utf-8")
    return file


def test_what_was_read_is_shown_with_what_is_odd(run: Run, profile: Path) -> None:
    ran = run("company", "check", str(profile))

    assert ran.code == 0
    assert "Own names                 2\n" in ran.out
    assert "Code names                none\n" in ran.out
    assert "Countries                 FR, BE\n" in ran.out
    assert f"{profile}:2:23: 'Orange' is also an ordinary word" in ran.err


def test_json_stands_alone_on_standard_output(run: Run, profile: Path) -> None:
    ran = run("company", "check", str(profile), "--json")
    facts = json.loads(ran.out)

    assert (ran.code, ran.err) == (0, "")
    assert (facts["name"], facts["own_names"], facts["countries"]) == ("Novassur", 2, ["FR", "BE"])
    assert len(facts["warnings"]) == 1


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_mistake_is_told_with_its_place_and_exit_code_2(run: Run, profile: Path, options: tuple[str, ...]) -> None:
    profile.write_text(PROFILE + "competitor: [Kerdial]\n", "utf-8")
    ran = run("company", "check", str(profile), *options)
    said = json.loads(ran.out)["error"]["message"] if options else ran.err

    assert ran.code == 2
    assert f"{profile}:6:1: Unknown key 'competitor'; did you mean 'competitors'?" in said
    assert (ran.err if options else ran.out) == ""


def test_without_a_file_the_installed_profile_is_meant(run: Run) -> None:
    ran = run("company", "check", "--json")

    assert ran.code == 2
    assert json.loads(ran.out)["error"]["code"] == "usage"


def test_a_sealed_term_can_be_pasted_into_the_profile(run: Run, profile: Path) -> None:
    ran = run("company", "seal", "Grand Large", "--company", str(profile))
    profile.write_text(f"{PROFILE}sealed_terms: [{ran.out.strip()}]\n", "utf-8")

    assert ran.code == 0
    assert "whoever guesses" in ran.err
    assert json.loads(run("company", "check", str(profile), "--json").out)["sealed_terms"] == 1


def test_a_term_too_long_to_seal_is_refused(run: Run, profile: Path) -> None:
    assert run("company", "seal", "one two three four five", "--company", str(profile)).code == 2
