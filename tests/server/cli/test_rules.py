"""`porte-parole rules test`: examples that hold, that do not, and rules that do not load."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.server.cli.conftest import RULE, Run, write_rule


def test_examples_that_hold_are_counted(run: Run, pack: Path) -> None:
    ran = run("rules", "test", str(pack))

    assert (ran.code, ran.out) == (0, "✓ Rules: 1, examples: 2. All hold.\n")


@pytest.mark.usefixtures("few_rules")
def test_without_a_folder_the_shipped_rules_and_mine_are_tested(run: Run, home: Path) -> None:
    write_rule(home / "config" / "rules")
    ran = run("rules", "test")

    assert (ran.code, ran.out) == (0, "✓ Rules: 2, examples: 4. All hold.\n")


def test_each_failure_has_its_rule_its_place_and_both_readings(run: Run, tmp_path: Path) -> None:
    wrong = RULE.replace("un [[zorglub]] !", "[[un]] zorglub !").replace("Voilà un mot.", "Un zorglub.")
    file = write_rule(tmp_path / "wrong", wrong)
    ran = run("rules", "test", str(tmp_path / "wrong"))

    assert ran.code == 1
    assert f"fr.heated-slip.zorglub  {file}:2" in ran.out
    assert "Expected  “un”\n    Found     “zorglub”" in ran.out
    assert "Expected  nothing\n    Found     “zorglub”" in ran.out
    assert "Not holding: 2." in ran.out


def test_a_rule_that_does_not_load_gives_2(run: Run, tmp_path: Path) -> None:
    file = write_rule(tmp_path / "bad", "- id: x\n")
    ran = run("rules", "test", str(tmp_path / "bad"))

    assert (ran.code, ran.out) == (2, "")
    assert f"{file}:1:" in ran.err


def test_a_folder_without_rules_is_not_a_success(run: Run, tmp_path: Path) -> None:
    assert run("rules", "test", str(tmp_path)).code == 2
