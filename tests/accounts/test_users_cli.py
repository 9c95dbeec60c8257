"""`flask users create` and `flask users reset`."""

import pytest
from flask import Flask

from elearn import clock
from elearn.accounts import service
from elearn.organisation.service import create_unit
from tests.accounts.signing_in import NEW_PASSWORD, PHONE

NIP = "198609262015051001"


def _run(app: Flask, *words: str) -> tuple[int, str, str]:
    result = app.test_cli_runner().invoke(args=["users", *words])
    return result.exit_code, result.stdout, result.stderr


def test_a_created_person_signs_in_with_the_code_printed(app: Flask) -> None:
    exit_code, output, _ = _run(app, "create", "19860926 201505 1 001", "Siti Rahma")

    assert exit_code == 0
    assert service.set_password_by_code(NIP, output.strip(), NEW_PASSWORD, PHONE, clock.now())


def test_a_created_person_is_what_the_options_say(app: Flask) -> None:
    unit = create_unit("kel-buaran", "Kelurahan Buaran")

    options = (
        "--unit",
        "kel-buaran",
        "--role",
        "admin",
        "--role",
        "trainer",
        "--status",
        "pppk",
        "--position",
        "Lurah",
    )
    _run(app, "create", NIP, "Siti Rahma", *options)

    user = service.find_by_nip(NIP)
    assert user
    assert (user.unit_id, user.roles, user.status, user.position) == (unit.id, "admin trainer", "pppk", "Lurah")


def test_a_reset_prints_a_new_code(app: Flask) -> None:
    first = _run(app, "create", NIP, "Siti Rahma")[1]

    exit_code, output, _ = _run(app, "reset", NIP)

    assert (exit_code, output == first) == (0, False)
    assert service.set_password_by_code(NIP, output.strip(), NEW_PASSWORD, PHONE, clock.now())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("create", "1986", "Siti"), "NIP terdiri atas 18 angka"),
        (("create", NIP, "Siti", "--unit", "nowhere"), "Tidak ada unit dengan kode nowhere"),
        (("reset", NIP), "Tidak ada akun dengan NIP ini"),
    ],
)
def test_bad_input_is_answered_with_one_sentence(app: Flask, words: tuple[str, ...], sentence: str) -> None:
    exit_code, output, errors = _run(app, *words)

    assert (exit_code, output, errors.count("\n")) == (1, "", 1)
    assert sentence in errors


def test_a_nip_that_has_an_account_is_not_created_again(app: Flask) -> None:
    _run(app, "create", NIP, "Siti Rahma")

    exit_code, output, errors = _run(app, "create", NIP, "Siti Lain")

    assert (exit_code, output) == (1, "")
    assert "sudah punya akun" in errors
