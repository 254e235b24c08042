from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from porte_parole import service_key
from porte_parole.errors import UsageError


def test_a_key_that_was_made_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "key.pem"
    made = service_key.create(file)

    assert service_key.public_text(service_key.load(file)) == service_key.public_text(made)
    assert len(service_key.public_text(made)) == 87  # 65 bytes in base64url


def test_only_its_owner_may_read_it_and_the_folder_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    service_key.create(tmp_path / "key.pem")

    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, kind: str) -> None:
    file, target = tmp_path / "key.pem", tmp_path / "target"
    if kind == "file":
        file.write_text("mine", "utf-8")
    elif kind == "link":
        file.symlink_to(target)
    else:
        file.mkdir()

    with pytest.raises(UsageError, match="exists already"):
        service_key.create(file)
    assert kind != "file" or file.read_text("utf-8") == "mine"
    assert not target.exists()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        service_key.create(tmp_path / "nowhere" / "key.pem")


def test_a_missing_file_is_said_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist; make a key with: porte-parole service-key"):
        service_key.load(tmp_path / "key.pem")


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "key.pem"
    service_key.create(file)
    file.chmod(0o640)

    with pytest.raises(UsageError, match="chmod 600"):
        service_key.load(file)


PEM = (Encoding.PEM, PrivateFormat.PKCS8)
P256 = ec.generate_private_key(ec.SECP256R1())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        P256.private_bytes(*PEM, BestAvailableEncryption(b"x")),
        P256.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        ec.generate_private_key(ec.SECP384R1()).private_bytes(*PEM, NoEncryption()),
        ed25519.Ed25519PrivateKey.generate().private_bytes(*PEM, NoEncryption()),
    ],
    ids=["empty", "nonsense", "damaged", "with a password", "public", "another curve", "another kind"],
)
def test_another_content_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "key.pem"
    file.write_bytes(content)
    file.chmod(0o600)

    with pytest.raises(UsageError, match="holds no P-256 key"):
        service_key.load(file)
