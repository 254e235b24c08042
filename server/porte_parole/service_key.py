"""The key pair of a shared service (P-256): its file, and the public half as browsers are told it.

Sealing with it is left to `shared_channel.py`, where browsers are told to the company's policy.
"""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from porte_parole.errors import UsageError
from porte_parole.files.private_file import read_private
from porte_parole.sealing import to_base64url

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


def create(file: Path) -> EllipticCurvePrivateKey:
    """Make a new key and keep it in `file` (PEM, mode 0600).

    Raises:
        UsageError: there is something of that name already, or the file cannot be written.
    """
    key = generate_private_key(SECP256R1())
    try:
        # The folder is the administrator's: its mode is left as it is, unlike that of our own folders.
        with os.fdopen(os.open(file, _CREATE, 0o600), "wb") as stream:
            stream.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    except FileExistsError as problem:
        raise UsageError(f"{file} exists already; browsers that know its public key would be cut off.") from problem
    except OSError as problem:
        raise UsageError(f"{file} cannot be written ({problem.strerror}).") from problem
    return key


def load(file: Path) -> EllipticCurvePrivateKey:
    """The key kept in `file`.

    Raises:
        UsageError: there is no such file, it is not private to this user (see `files/private_file.py`), or it holds
            something else than a P-256 key without a password.
    """
    data = read_private(file)
    if data is None:
        raise UsageError(f"{file} does not exist; make a key with: porte-parole service-key --out {file}")
    try:
        key = load_pem_private_key(data, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, EllipticCurvePrivateKey) or not isinstance(key.curve, SECP256R1):
        raise UsageError(
            f"{file} holds no P-256 key in PEM without a password; make one with porte-parole service-key."
        )
    return key


def point_of(key: EllipticCurvePublicKey) -> bytes:
    """The public half: 65 bytes, 4 and both coordinates."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def public_text(key: EllipticCurvePrivateKey) -> str:
    """The public half as the setting `service_public_key` takes it: base64url without padding."""
    return to_base64url(point_of(key.public_key()))
