"""The privacy notice tells what is true of the platform."""

import pytest

from elearn.accounts import service
from elearn.accounts.models import SignIn, User
from elearn.security import REMEMBERED


@pytest.fixture
def notice(client):
    return client.get("/privacy").text


def test_a_stranger_reads_the_notice(notice):
    assert "<h1>Data pribadi Anda</h1>" in notice


def test_the_notice_names_who_is_responsible_and_whom_to_ask(notice, settings):
    assert f"dikelola oleh {settings.organizer} untuk {settings.issuer}." in notice
    assert "Sampaikan kepada admin kepegawaian di unit kerja Anda." in notice


@pytest.mark.parametrize(
    "fact",
    [
        "UU 20/2023 tentang ASN, Pasal 49",
        "UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 20",
        "paling lambat 3 x 24 jam setelah diminta (UU 27/2022 Pasal 32)",
        "Masa simpan data belajar belum ditetapkan oleh BKPSDM",
        "Kami tidak meminta NIK, tempat lahir, foto, agama",
    ],
)
def test_the_notice_names_the_law_and_what_is_open(notice, fact):
    assert fact in notice


def test_the_notice_tells_how_long_a_session_lasts(notice):
    hours = int(service.UNREMEMBERED.total_seconds() // 3600)

    assert f"setelah {hours} jam, atau {REMEMBERED.days} hari bila Anda memilih tetap masuk" in notice
    assert f"ketika Anda masuk lagi {service.KEPT_AFTER_END.days} hari setelahnya" in notice


def test_of_a_person_nothing_is_kept_that_the_notice_leaves_out():
    told = {"nip", "name", "status", "position", "rank", "grade", "unit_id", "roles", "password_hash", "language"}

    assert set(User.__table__.columns.keys()) == told | {"id", "active", "created_at"}


def test_of_a_session_nothing_is_kept_that_the_notice_leaves_out():
    told = {"device", "created_at", "seen_at", "expires_at", "ended_at", "remembered"}

    assert set(SignIn.__table__.columns.keys()) == told | {"id", "user_id", "token_hash"}


def test_who_is_signed_in_is_led_to_what_is_recorded_of_them(people, visit):
    assert (
        'Data yang tercatat tentang Anda ada di <a href="/account">Akun saya</a>.'
        in visit(people.create()).get("/privacy").text
    )
