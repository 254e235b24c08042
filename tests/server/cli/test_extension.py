"""`porte-parole extension`: the built extension, handed out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.server.cli.conftest import Run


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two invented builds."""
    for name in ("chrome-mv3", "firefox-mv3"):
        (tmp_path / "extension" / name / "chunks").mkdir(parents=True)
        (tmp_path / "extension" / name / "manifest.json").write_text(name, "utf-8")
        (tmp_path / "extension" / name / "chunks" / "a.js").write_text("", "utf-8")
    monkeypatch.setattr("porte_parole.cli.extension.shipped", lambda folder: tmp_path / folder)
    return tmp_path / "extension"


def test_each_browser_gets_its_folder_and_its_line(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    ran = run("extension", "--out", str(out))

    assert (ran.code, ran.out.count("\n")) == (0, 2)
    assert [(out / name / "manifest.json").read_text("utf-8") for name in ("chrome", "firefox")] == [
        "chrome-mv3",
        "firefox-mv3",
    ]
    assert (out / "chrome" / "chunks" / "a.js").exists()
    assert str(out / "chrome") in ran.out.splitlines()[0]
    assert str(out / "firefox" / "manifest.json") in ran.out.splitlines()[1]


def test_one_browser_can_be_chosen(run: Run, tmp_path: Path) -> None:
    run("extension", "--out", str(tmp_path / "out"), "--browser", "firefox")

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["firefox"]


def test_a_folder_with_something_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("", "utf-8")
    ran = run("extension", "--out", str(tmp_path / "out"))

    assert (ran.code, ran.out) == (2, "")
    assert "not empty" in ran.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine"]


def test_an_extension_that_is_not_built_is_said_with_the_remedy(run: Run, tmp_path: Path, built: Path) -> None:
    (built / "firefox-mv3" / "manifest.json").unlink()
    ran = run("extension", "--out", str(tmp_path / "out"))

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "make setup" in ran.err
    assert not (tmp_path / "out").exists()
