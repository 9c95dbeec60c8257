"""Which passwords are refused, and how they are kept."""

import unicodedata
from dataclasses import replace

import pytest
from flask import Flask

from elearn.accounts import passwords

NIP = "198609262015051001"


@pytest.mark.parametrize("password", ["kopi pahit di teras", "Tiga7Kambing", "becak-hijau-04", "081298765432"])
def test_a_password_that_others_would_not_guess_is_taken(password: str) -> None:
    passwords.refuse_weak(password, NIP)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("kopi teras", None),
        ("kopi-teri", "short"),
        ("k" * 201, "long"),
        (NIP, "nip"),
        ("19860926 201505 1 001", "nip"),
        ("nip saya 19860926.201505.1.001!", "nip"),
        ("Password123", "common"),
        ("Indonesia 2026!", "common"),
        ("tangsel-2026", "common"),
        ("Kata Sandi 1", "common"),
        ("BISMILLAH99", "common"),
        ("1234567890", "common"),
        ("qwertyuiop", "common"),
        ("abababababab", "common"),
    ],
)
def test_a_password_that_others_would_guess_is_refused_with_its_reason(password: str, reason: str | None) -> None:
    try:
        passwords.refuse_weak(password, NIP)
        refused = None
    except passwords.WeakPassword as wrong:
        refused = wrong.reason

    assert refused == reason


def test_a_password_is_kept_as_a_hash_that_tells_it_from_others(app: Flask) -> None:
    kept = passwords.hash_password("kopi pahit di teras")

    assert "kopi" not in kept
    assert passwords.matches(kept, "kopi pahit di teras")
    assert not passwords.matches(kept, "kopi manis di teras")


def test_who_has_no_password_is_let_in_by_none(app: Flask) -> None:
    assert not passwords.matches(None, "nobody's password")


def test_a_hash_that_is_none_lets_nobody_in(app: Flask) -> None:
    assert not passwords.matches("not a hash", "kopi pahit di teras")


def test_the_same_character_written_in_two_ways_is_the_same_password(app: Flask) -> None:
    composed, decomposed = (unicodedata.normalize(form, "kopi café pahit") for form in ("NFC", "NFD"))

    assert passwords.matches(passwords.hash_password(composed), decomposed)


def test_in_production_a_hash_takes_19_mebibytes_and_two_passes(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    real = replace(app.extensions["settings"], environment="production")
    monkeypatch.setitem(app.extensions, "settings", real)

    kept = passwords.hash_password("kopi pahit di teras")

    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
