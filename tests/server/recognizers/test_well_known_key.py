from __future__ import annotations

import pytest

CASES = [
    "[[AKIAQ3XZ7LMB2VNKD4TY]] marche encore ?",
    "https://example.org?token=[[dapi8f3b0c6d27e94a51b7d20c93fae615d8]]&x=1",
    "-----BEGIN CERTIFICATE----- MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG",
    "voici : [[-----BEGIN RSA PRIVATE KEY-----\nMIIEpQIBAAKCAQEA3Tz2mr7S\n]]et voilà".replace("\n]]", "]]\n"),
    "[[PuTTY-User-Key-File-3: ssh-ed25519 Comment: lea Private-Lines: 1 AAAAIHk3Vb9tQx7LmZp2]] oups",
    "Le format PuTTY-User-Key-File-3: est récent",
    "AKIAIOSFODNN7EXAMPLE est celle de la documentation",
    "dapiXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
    "task_dapi8f3b0c6d27e94a51b7d20c93fae615d8",
    "dapi8f3b0c6d27e94a51b7d20c93fae615d8_more",
    "dapi8f3b0c6d27e94a51",
]


@pytest.mark.parametrize("case", CASES)
def test_whole_keys_of_known_formats_are_seen(mark, case) -> None:
    assert mark("well_known_key", case) == case
