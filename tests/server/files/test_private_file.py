from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from porte_parole.errors import UsageError
from porte_parole.files.private_file import read_private, write_private

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="owner and mode bits are POSIX")


def test_only_the_owner_can_use_the_file_and_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "new" / "key.json"
    write_private(file, b"secret")

    assert read_private(file) == b"secret"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_an_open_folder_of_ours_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    write_private(tmp_path / "key.json", b"secret")

    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert read_private(tmp_path / "key.json") is None


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
def test_a_file_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "key.json"
    write_private(file, b"secret")
    file.chmod(mode)

    with pytest.raises(UsageError, match="can be used by others"):
        read_private(file)


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    write_private(tmp_path / "target.json", b"secret")
    (tmp_path / "key.json").symlink_to(tmp_path / "target.json")

    with pytest.raises(UsageError, match="put the file itself there"):
        read_private(tmp_path / "key.json")


def test_a_pipe_or_a_folder_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    (tmp_path / "folder").mkdir(mode=0o700)

    for name in ("pipe", "folder"):
        with pytest.raises(UsageError, match="not an ordinary file"):
            read_private(tmp_path / name)


def test_somebody_elses_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_private(tmp_path / "key.json", b"secret")
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)

    with pytest.raises(UsageError, match="another user"):
        read_private(tmp_path / "key.json")


def test_nothing_is_written_in_somebody_elses_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)

    with pytest.raises(UsageError, match="another user"):
        write_private(tmp_path / "key.json", b"secret")
    assert list(tmp_path.iterdir()) == []


def test_writing_replaces_a_link_and_not_what_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "target.json").write_bytes(b"precious")
    (tmp_path / "key.json").symlink_to(tmp_path / "target.json")

    write_private(tmp_path / "key.json", b"secret")

    assert (tmp_path / "target.json").read_bytes() == b"precious"
    assert read_private(tmp_path / "key.json") == b"secret"


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "key.json").mkdir()

    with pytest.raises(UsageError, match="cannot be written"):
        write_private(tmp_path / "key.json", b"secret")
    assert [path.name for path in tmp_path.iterdir()] == ["key.json"]


def test_of_two_that_must_not_replace_the_first_wins(tmp_path: Path) -> None:
    write_private(tmp_path / "key.json", b"first", replace=False)

    with pytest.raises(UsageError, match="cannot be written"):
        write_private(tmp_path / "key.json", b"second", replace=False)
    assert read_private(tmp_path / "key.json") == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["key.json"]


def test_a_link_to_nowhere_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "key.json").symlink_to(tmp_path / "nowhere")

    with pytest.raises(UsageError, match="cannot be written"):
        write_private(tmp_path / "key.json", b"secret", replace=False)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("place", ["a-file/key.json", "long" * 100])
def test_a_place_that_cannot_be_reached_is_refused_in_a_sentence(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").touch()

    with pytest.raises(UsageError, match="cannot be read"):
        read_private(tmp_path / place)
    with pytest.raises(UsageError, match="cannot be written"):
        write_private(tmp_path / place, b"secret")
