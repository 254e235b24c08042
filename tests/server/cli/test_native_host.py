"""`porte-parole native-host`: what people read when it is made known to browsers, and taken back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.cli.conftest import Run

from porte_parole import pairing
from porte_parole.native_messaging import manifests
from porte_parole.native_messaging.locations import BROWSERS, Location

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the registry has to be written")

FILE = "fr.porteparole.bootstrap.json"


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home folder, and a program beside the interpreter."""
    folder = tmp_path / "user"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "porte-parole-native-host").touch()
    monkeypatch.setattr(sys, "executable", str(folder / "bin" / "python"))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return folder


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine-wide places, moved below a folder, and a program that only administrators can change."""

    def locations(browser: str, is_machine_wide: bool) -> Iterator[Location]:
        folder = tmp_path / ("machine" if is_machine_wide else "mine") / browser
        yield Location(browser, folder / FILE, (folder,))

    monkeypatch.setattr("porte_parole.cli.native_host.find_locations", locations)
    monkeypatch.setattr("porte_parole.cli.native_host._only_administrators_can_change", lambda _: True)
    return tmp_path / "machine"


def found_below(folder: Path) -> list[Path]:
    return sorted(folder.rglob(FILE))


def test_installing_tells_every_browser_and_says_where(run: Run, user: Path) -> None:
    ran = run("native-host", "install")

    assert (ran.code, ran.err, len(found_below(user))) == (0, "", len(BROWSERS))
    assert all(f"{file}: written" in ran.out for file in found_below(user))
    assert "porte-parole serve" in ran.out
    for file in found_below(user):
        assert json.loads(file.read_text())["path"] == str(user / "bin" / "porte-parole-native-host")


def test_the_second_time_nothing_is_new(run: Run) -> None:
    run("native-host", "install")
    ran = run("native-host", "install")

    assert (ran.code, ran.out.count("already in place"), "written" in ran.out) == (0, len(BROWSERS), False)


def test_only_the_named_browsers_are_told(run: Run, user: Path) -> None:
    run("native-host", "install", "--browser", "firefox", "--browser", "edge")

    assert len(found_below(user)) == 2
    assert run("native-host", "uninstall", "--browser", "edge").out.count("removed") == 1
    assert [file.parts[-3] for file in found_below(user)] == [".mozilla"]


def test_uninstalling_leaves_no_file_of_it(run: Run, user: Path) -> None:
    run("native-host", "install")
    ran = run("native-host", "uninstall")

    assert (ran.code, ran.out.count(": removed"), found_below(user)) == (0, len(BROWSERS), [])
    assert run("native-host", "uninstall").out.count("nothing there") == len(BROWSERS)


def test_a_key_that_stays_is_mentioned(run: Run, home: Path) -> None:
    pairing.create(home / "config" / "pairing.json")

    assert str(home / "config" / "pairing.json") in run("native-host", "uninstall").out
    assert (home / "config" / "pairing.json").exists()


def test_what_names_another_program_is_left_and_said(run: Run, user: Path) -> None:
    file = user / ".mozilla" / "native-messaging-hosts" / FILE
    file.parent.mkdir(parents=True)
    file.write_text('{"path": "/somebody/elses"}')
    ran = run("native-host", "uninstall", "--browser", "firefox")

    assert (ran.code, file.exists()) == (0, True)
    assert "names another program" in ran.out


def test_status_shows_what_is_mine_and_what_is_everybodys(run: Run, machine: Path) -> None:
    run("native-host", "install", "--system", "--browser", "firefox")
    both, system = run("native-host", "status"), run("native-host", "status", "--system")

    assert (both.code, len(both.out.splitlines()), both.out.count("in place")) == (0, 2 * len(BROWSERS), 1)
    assert (len(system.out.splitlines()), system.out.count("in place")) == (len(BROWSERS), 1)
    assert found_below(machine) == [machine / "firefox" / FILE]


@pytest.mark.parametrize(("flags", "advice"), [(["--system"], "sudo"), ([], "administers")])
@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_without_permission_it_says_what_to_do(
    run: Run, machine: Path, monkeypatch: pytest.MonkeyPatch, command: str, flags: list[str], advice: str
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(manifests, command, denied)
    ran = run("native-host", command, *flags)

    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert advice in ran.err


def test_a_place_that_cannot_be_written_is_named(run: Run, user: Path) -> None:
    (user / ".mozilla").touch()
    ran = run("native-host", "install", "--browser", "firefox")

    assert (ran.code, ran.out) == (2, "")
    assert ".mozilla" in ran.err


def test_a_program_that_people_can_change_is_not_offered_to_everybody(run: Run, user: Path, tmp_path: Path) -> None:
    (user / "bin").chmod(0o777)
    ran = run("native-host", "install", "--system")

    assert (ran.code, ran.out) == (2, "")
    assert "only administrators" in ran.err


def test_a_missing_program_is_said_before_anything_is_written(
    run: Run, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (user / "bin" / "porte-parole-native-host").unlink()
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(user / "nowhere"))
    ran = run("native-host", "install")

    assert (ran.code, ran.out, found_below(user)) == (2, "", [])
    assert "install Porte-parole again" in ran.err


def test_an_unknown_browser_is_refused_with_the_known_ones(run: Run) -> None:
    ran = run("native-host", "install", "--browser", "opera")

    assert (ran.code, ran.out) == (2, "")
    assert all(browser in ran.err for browser in BROWSERS)


def test_alone_it_explains_itself(run: Run) -> None:
    assert "install" in run("native-host").err


def test_the_answer_is_in_the_users_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")

    assert "écrit" in run("native-host", "install").out
