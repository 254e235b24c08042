from __future__ import annotations

from time import perf_counter

import pytest

from porte_parole.secret_values import entropy, is_chosen, is_password, is_placeholder, is_random


@pytest.mark.parametrize(("value", "bits"), [("", 0), ("aaaa", 0), ("abab", 1), ("abcd", 2), ("0123456789abcdef", 4)])
def test_entropy_counts_bits_a_character(value: str, bits: float) -> None:
    assert entropy(value) == bits


@pytest.mark.parametrize(
    "value",
    [
        "YOUR_API_KEY",
        "votreMotDePasse1",
        "AKIAIOSFODNN7EXAMPLE",
        "xxxxxxxx",
        "abc-xxxx-123",
        "12345678",
        "abcdefgh1",
        "87654321",
        "a1b2a1b2a1b2",
        "000000000001",
        "${TOKEN}",
        "<secret>",
        "{{ token }}",
        "%PASSWORD%",
        "process.env.KEY1",
        "/run/secrets/k1",
        "eyJhbGciOi...",
    ],
)
def test_what_only_marks_the_place_is_a_placeholder(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize(
    "value", ["Tulipe99!", "8f3b0c6d27e94a51", "7012345678:AAFh3k_9sLqWz7Yx2VbNm", "A3391", "kiwi&mangue"]
)
def test_a_value_is_no_placeholder(value: str) -> None:
    assert not is_placeholder(value)


@pytest.mark.parametrize(
    ("value", "random"),
    [
        ("8f3b0c6d27e94a51", True),
        ("dae05e6e-8a53-3eb2-5cc1-a45451d99e95", True),
        ("hT7vQ2mLz9XcB4nR8yKp1WsD6fGj3EaUo5iNqV0t", True),
        ("nv-77c0ffee41", True),
        ("31142626551104754121267888610158", True),
        ("nv-77c0ff", False),
        ("my-app-secret-2024", False),
        ("eu-west-1-prod-cluster-01", False),
        ("onlywordsandnothingelse", False),
        ("4111111111112", False),
        ("2031-04-01T10:00", False),
        ("lea.martin1@example.org", False),
        ("config.keys.api2", False),
        ("192.168.10.12", False),
        ("token-2031.json", False),
    ],
)
def test_randomness_is_told_from_words_names_and_dates(value: str, random: bool) -> None:
    assert is_random(value) is random


@pytest.mark.parametrize(
    ("value", "password", "chosen"),
    [
        ("Tulipe99", True, True),
        ("kiwi&mangue", True, True),
        ("Zo&e1", False, True),
        ("tulipe", False, False),
        ("tulipe!", False, False),
        ("482913", False, False),
        ("500Mbps", True, False),
        ("Office365", True, False),
        ("covid-19", True, False),
        ("WPA3-EAP", True, False),
    ],
)
def test_a_password_has_letters_with_digits_or_inner_signs(value: str, password: bool, chosen: bool) -> None:
    assert (is_password(value), is_chosen(value)) == (password, chosen)


def test_a_value_as_long_as_a_post_is_looked_at_quickly() -> None:
    value = "9f8e7d6c5bK2" * 830
    started = perf_counter()
    for _ in range(60):  # one for each name that secret_assignment looks at
        is_placeholder(value)

    assert perf_counter() - started < 0.25  # 0.5 s and more when all of it is looked at
