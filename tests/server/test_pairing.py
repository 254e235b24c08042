from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porte_parole.errors import UsageError
from porte_parole.files.private_file import write_private
from porte_parole.pairing import FollowedPairing, Pairing, code, create, load, load_or_create, parse_code

PAIRING = Pairing(bytes(range(32)))
VECTOR = json.loads((Path(__file__).parent.parent / "contract" / "pp1.json").read_text("utf-8"))["pairing"]
CODE = VECTOR["code"]

AS_ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() != 0, reason="only root can give a file to somebody else"
)


def test_a_created_pairing_is_loaded_again(tmp_path: Path) -> None:
    created = create(tmp_path / "pairing.json")

    assert load(tmp_path / "pairing.json") == created
    assert len(created.key) == 32


def test_there_is_no_pairing_before_one_is_created(tmp_path: Path) -> None:
    assert load(tmp_path / "pairing.json") is None


def test_a_pairing_is_replaced_only_when_asked(tmp_path: Path) -> None:
    first = create(tmp_path / "pairing.json")

    with pytest.raises(UsageError, match="exists already"):
        create(tmp_path / "pairing.json")
    assert load(tmp_path / "pairing.json") == first
    assert create(tmp_path / "pairing.json", replace=True) != first


def test_a_pairing_is_made_once_and_kept(tmp_path: Path) -> None:
    assert load_or_create(tmp_path / "pairing.json") == load_or_create(tmp_path / "pairing.json")


class TestTwoAtOnce:
    """Another process makes a pairing while this one is about to."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        return tmp_path / "pairing.json"

    @pytest.fixture
    def theirs(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> list[Pairing]:
        """What the other one made, in the moment between looking and writing."""
        made: list[Pairing] = []

        def key_after_the_other(length: int) -> bytes:
            monkeypatch.undo()
            made.append(create(file))
            return secrets.token_bytes(length)

        monkeypatch.setattr("porte_parole.pairing.secrets.token_bytes", key_after_the_other)
        return made

    def test_both_end_with_the_same(self, file: Path, theirs: list[Pairing]) -> None:
        ours = load_or_create(file)

        assert [ours] == theirs
        assert load(file) == ours
        assert list(file.parent.iterdir()) == [file]

    def test_a_new_one_takes_nobodys_place(self, file: Path, theirs: list[Pairing]) -> None:
        with pytest.raises(UsageError):
            create(file)
        assert [load(file)] == theirs


@pytest.mark.parametrize("damaged", [True, False])
def test_what_cannot_be_used_is_not_replaced_unasked(tmp_path: Path, damaged: bool) -> None:
    file = tmp_path / "pairing.json"
    if damaged:
        file.touch(0o600)
    else:
        file.mkdir(0o700)

    with pytest.raises(UsageError):
        load_or_create(file)
    assert file.exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"v":1}', '{"v":1,"key":"AAAA"}', '{"v":1,"key":"é"}', '{"v":1,"key":3}']
)
def test_a_damaged_file_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    file = tmp_path / "pairing.json"
    file.write_text(text, "utf-8")
    file.chmod(0o600)

    with pytest.raises(UsageError, match="porte-parole pair"):
        load(file)


def test_the_key_is_never_shown() -> None:
    assert "key" not in repr(PAIRING)


def test_the_kid_names_the_key_without_telling_it() -> None:
    assert PAIRING.kid == VECTOR["kid"]
    assert Pairing(bytes(32)).kid != PAIRING.kid


class TestCode:
    def test_a_code_has_the_agreed_form(self) -> None:
        assert code(PAIRING, 18440) == CODE

    @given(st.binary(min_size=32, max_size=32), st.integers(1, 65535))
    def test_every_code_is_read_back(self, key: bytes, port: int) -> None:
        assert parse_code(code(Pairing(key), port)) == (Pairing(key), port)

    def test_blanks_and_lower_case_are_accepted(self) -> None:
        pasted = " " + " ".join(code(PAIRING, 18440).lower()) + "\u00a0\n"

        assert parse_code(pasted) == (PAIRING, 18440)

    @pytest.mark.parametrize("place", range(4, len(CODE)))
    def test_one_wrong_letter_is_noticed(self, place: int) -> None:
        right = code(PAIRING, 18440)
        wrong = right[:place] + ("B" if right[place] != "B" else "C") + right[place + 1 :]

        with pytest.raises(UsageError):
            parse_code(wrong)

    @pytest.mark.parametrize("text", ["", "PP1", CODE[:-5], "PP2" + CODE[3:], CODE.replace("18440", "0"), CODE + "A"])
    def test_what_is_no_code_is_called_so(self, text: str) -> None:
        with pytest.raises(UsageError, match="not a pairing code"):
            parse_code(text)

    def test_a_port_out_of_range_is_no_code(self) -> None:
        with pytest.raises(UsageError, match="not a pairing code"):
            parse_code(code(PAIRING, 65536))


class TestFollowedPairing:
    def test_a_new_pairing_is_in_force_at_once(self, tmp_path: Path) -> None:
        file = tmp_path / "pairing.json"
        followed = FollowedPairing(file, pytest.fail)

        assert followed() is None
        first = create(file)
        assert followed() == first
        second = create(file, replace=True)
        assert followed() == second
        file.unlink()
        assert followed() is None

    def test_a_deleted_file_pairs_nobody_until_it_is_back(self, tmp_path: Path) -> None:
        file = tmp_path / "pairing.json"
        pairing = create(file)
        followed = FollowedPairing(file, pytest.fail)
        assert followed() == pairing

        kept = file.read_bytes()
        file.unlink()
        assert followed() is None

        file.touch(0o600)
        file.write_bytes(kept)
        assert followed() == pairing

    def test_a_file_cut_short_pairs_nobody_and_is_reported(self, tmp_path: Path) -> None:
        errors: list[UsageError] = []
        file = tmp_path / "pairing.json"
        pairing = create(file)
        followed = FollowedPairing(file, errors.append)
        assert followed() == pairing

        kept = file.read_bytes()
        file.write_bytes(kept[:20])
        assert [followed(), followed()] == [None, None]
        assert len(errors) == 1

        file.write_bytes(kept)
        assert followed() == pairing

    @pytest.mark.skipif(sys.platform == "win32", reason="links, owners and mode bits are POSIX")
    @pytest.mark.parametrize(
        "spoil",
        [
            pytest.param(lambda file: file.chmod(0o644), id="open to others"),
            pytest.param(lambda file: os.chown(file, 1, -1), id="another user's", marks=AS_ROOT),
            pytest.param(
                lambda file: (file.rename(file.with_suffix(".k")), file.symlink_to(file.with_suffix(".k"))), id="a link"
            ),
            pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
            pytest.param(lambda file: (file.unlink(), os.mkfifo(file, 0o600)), id="a pipe"),
        ],
    )
    def test_a_file_that_became_unsafe_pairs_nobody_and_is_reported_once(
        self, tmp_path: Path, spoil: Callable[[Path], object]
    ) -> None:
        errors: list[UsageError] = []
        file = tmp_path / "pairing.json"
        pairing = create(file)
        kept = file.read_bytes()
        followed = FollowedPairing(file, errors.append)
        assert followed() == pairing

        spoil(file)
        assert [followed(), followed()] == [None, None]
        assert len(errors) == 1
        assert str(file) in str(errors[0])

        file.rmdir() if file.is_dir() else file.unlink()
        write_private(file, kept)
        assert followed() == pairing
        assert len(errors) == 1

    @pytest.mark.skipif(sys.platform == "win32", reason="mode bits are POSIX")
    def test_a_mode_that_is_corrected_pairs_again(self, tmp_path: Path) -> None:
        file = tmp_path / "pairing.json"
        pairing = create(file)
        followed = FollowedPairing(file, lambda _: None)
        file.chmod(0o640)
        assert followed() is None

        file.chmod(0o600)
        assert followed() == pairing

    @pytest.mark.parametrize("place", ["not-there/pairing.json", "a-file/pairing.json", "long" * 100])
    def test_a_place_that_cannot_be_reached_pairs_nobody(self, tmp_path: Path, place: str) -> None:
        (tmp_path / "a-file").touch()

        assert FollowedPairing(tmp_path / place, pytest.fail)() is None
