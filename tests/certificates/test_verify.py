"""A stranger checks a certificate."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from elearn.accounts.models import Throttle
from elearn.certificates import reading, service, verifying
from elearn.certificates.reading import Issued
from elearn.database import db
from elearn.domain.certificate import show_code
from tests.support.completing import complete
from tests.support.courses import lessons_only
from tests.support.queries import counted

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)
UNKNOWN = "7KQ4M2XWPZ9D3HRA"
PERSON = {"position": "Pranata Komputer", "rank": "Penata Muda", "grade": "III/a", "nip": "198609262015052001"}


@pytest.fixture
def person(people):
    return people.create("Siti Rahma", unit_id=people.unit("Kelurahan Contoh").id, **PERSON)


@pytest.fixture
def issued(person, publish) -> Issued:
    complete(person, publish(lessons_only(jp=3, legal_basis="[UU 25/2009]")))
    return reading.of_person(person.id)[0]


@pytest.fixture
def stranger(visit):
    return visit(None)


def test_a_stranger_reads_that_a_certificate_is_genuine(issued, stranger):
    page = stranger.get(f"/v/{issued.code}").text

    assert "Sertifikat ini asli dan berlaku." in page


@pytest.mark.parametrize(
    "printed",
    [
        "800/1/BKPSDM/2026",
        "Siti Rahma",
        "Kelurahan Contoh",
        "Menyapa warga",
        "BKPSDM Kota Tangerang Selatan",
        "Pemerintah Kota Tangerang Selatan",
        "2 November 2026 sampai dengan 20 November 2026",
        "3 JP",
        "Kepala BKPSDM, Kepala Contoh",
        "Mulai",
        "UU 25/2009",
        "Edisi pelatihan ke-1",
        "Sertifikat ini belum ditandatangani secara elektronik.",
    ],
)
def test_a_stranger_reads_what_is_printed(issued, stranger, printed):
    assert printed in stranger.get(f"/v/{issued.code}").text


@pytest.mark.parametrize("private", ["198609262015052001", "19860926", "Pranata Komputer", "Penata Muda", "III/a"])
def test_a_stranger_reads_nothing_private(issued, stranger, private):
    assert private not in stranger.get(f"/v/{issued.code}").text


def test_what_strangers_are_told_holds_nothing_private(issued):
    told = verifying.check(issued.code, "192.0.2.1", NOW).snapshot

    assert (told.nip, told.score, told.position, told.rank, told.grade) == ("", None, "", "", "")


def test_the_page_names_the_hash_of_the_file(issued, stranger):
    assert issued.sha256 in stranger.get(f"/v/{issued.code}").text


def test_search_engines_are_asked_to_leave_names_alone(issued, stranger):
    assert '<meta name="robots" content="noindex">' in stranger.get(f"/v/{issued.code}").text


@pytest.mark.parametrize("change", [str.lower, show_code, lambda code: show_code(code).lower().replace("-", " ")])
def test_a_code_typed_by_hand_is_read(issued, stranger, change):
    answer = stranger.get("/v/", query_string={"code": change(issued.code)})

    assert (answer.status_code, answer.location) == (303, f"/v/{issued.code}")


def test_a_revoked_certificate_tells_day_and_reason(issued, stranger, people):
    service.revoke(issued.id, "Kuis dikerjakan orang lain.", by=people.create(roles="admin").id, now=NOW)

    page = stranger.get(f"/v/{issued.code}").text

    assert "dicabut pada 1 Desember 2026" in page
    assert "Kuis dikerjakan orang lain." in page
    assert "asli dan berlaku" not in page


def test_a_replaced_certificate_leads_to_the_new_one(issued, stranger, people):
    new = service.replace(issued.id, "Nama salah ketik.", by=people.create(roles="admin").id, now=NOW)

    page = stranger.get(f"/v/{issued.code}").text

    assert f'href="/v/{new.code}"' in page
    assert "asli dan berlaku" not in page


@pytest.mark.parametrize("address", [f"/v/{UNKNOWN}", "/v/bukan-kode", "/v/?code=bukan", "/v/" + "A" * 5000])
def test_an_unknown_code_is_answered_kindly(stranger, address):
    answer = stranger.get(address)

    assert answer.status_code == 404
    assert "Kode ini belum kami kenal" in answer.text


def test_what_was_typed_is_shown_as_text(stranger):
    page = stranger.get("/v/", query_string={"code": '"><script>alert(1)</script>'}).text

    assert "<script>alert" not in page


def test_guessing_codes_leads_to_a_pause(stranger):
    for _ in range(verifying.GUESSES.tries):
        stranger.client.get(f"/v/{UNKNOWN}")

    answer = stranger.get(f"/v/{UNKNOWN}")

    assert answer.status_code == 429
    assert "Retry-After" in answer.headers


def test_reading_certificates_that_exist_never_leads_to_a_pause(issued, stranger):
    for _ in range(verifying.GUESSES.tries + 1):
        answer = stranger.client.get(f"/v/{issued.code}")

    assert answer.status_code == 200
    assert db.session.scalars(select(Throttle)).all() == []


def test_a_check_asks_the_database_at_most_three_times(issued, stranger):
    with counted() as statements:
        stranger.client.get(f"/v/{issued.code}")

    assert len(statements) <= 3


def test_the_form_asks_for_the_code(stranger):
    page = stranger.get("/v/").text

    assert 'name="code"' in page
