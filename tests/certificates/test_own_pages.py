"""One's own certificates: what the page shows, and whom the file is given to."""

from datetime import UTC, datetime

import pytest

from elearn.certificates import reading, service
from elearn.certificates.reading import Issued
from tests.support.completing import complete
from tests.support.courses import lessons_only

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)


@pytest.fixture
def person(people):
    return people.create("Siti Rahma")


@pytest.fixture
def issued(person, publish) -> Issued:
    complete(person, publish(lessons_only(jp=3)))
    return reading.of_person(person.id)[0]


def test_a_newcomer_reads_how_to_get_a_certificate(people, visit):
    page = visit(people.create()).get("/certificates/").text

    assert "Belum ada sertifikat" in page


def test_the_page_lists_ones_certificates_with_the_way_to_the_file(person, issued, visit):
    page = visit(person).get("/certificates/").text

    assert issued.number in page
    assert f'href="/certificates/{issued.code}.pdf"' in page


def test_the_fields_for_myasn_stand_in_a_block_to_copy(person, issued, visit):
    page = visit(person).get("/certificates/").text

    block = page.split("readonly>")[1].split("</textarea>")[0].strip().splitlines()
    assert "Nama diklat: Menyapa warga" in block
    assert "Tanggal selesai: 20-11-2026" in block
    assert f"Nomor sertifikat: {issued.number}" in block


def test_another_persons_certificates_are_not_listed(people, issued, visit):
    page = visit(people.create()).get("/certificates/").text

    assert issued.number not in page


def test_a_waiting_certificate_is_named(person, publish, visit):
    complete(person, publish(lessons_only(certificate="approval")))

    page = visit(person).get("/certificates/").text

    assert "Sertifikat dan JP menunggu persetujuan admin." in page


def test_a_declined_certificate_tells_its_learner_why(person, people, publish, visit):
    enrolment_id = complete(person, publish(lessons_only(certificate="approval")))
    service.decline(enrolment_id, "Unggah dulu <surat> tugas.", by=people.create(roles="admin").id, now=NOW)

    page = visit(person).get("/certificates/").text

    assert "Alasan: Unggah dulu &lt;surat&gt; tugas." in page


def test_a_revoked_certificate_tells_its_owner_why(person, people, issued, visit):
    service.revoke(issued.id, "Kuis dikerjakan orang lain.", by=people.create(roles="admin").id, now=NOW)

    page = visit(person).get("/certificates/").text

    assert "Alasan: Kuis dikerjakan orang lain." in page
    assert "Salin untuk MyASN" not in page


def test_the_file_is_the_one_that_was_issued(person, issued, visit):
    answer = visit(person).client.get(f"/certificates/{issued.code}.pdf")

    assert answer.data == reading.file_of(issued.code).pdf
    assert answer.mimetype == "application/pdf"


def test_the_file_is_named_after_its_number(person, issued, visit):
    answer = visit(person).client.get(f"/certificates/{issued.code}.pdf")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="Sertifikat-800-1-BKPSDM-2026.pdf"'


def test_a_file_that_the_browser_has_is_not_sent_again(person, issued, visit):
    browser = visit(person).client
    etag = browser.get(f"/certificates/{issued.code}.pdf").headers["ETag"]

    answer = browser.get(f"/certificates/{issued.code}.pdf", headers={"If-None-Match": etag})

    assert (answer.status_code, answer.data) == (304, b"")


def test_no_cache_keeps_the_file(person, issued, visit):
    answer = visit(person).client.get(f"/certificates/{issued.code}.pdf")

    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("roles", "status"), [("", 404), ("trainer", 404), ("admin", 200)], ids=["learner", "trainer", "admin"]
)
def test_others_get_the_file_only_as_admins(people, issued, visit, roles, status):
    answer = visit(people.create(roles=roles)).client.get(f"/certificates/{issued.code}.pdf")

    assert answer.status_code == status


def test_a_stranger_is_asked_to_sign_in(issued, visit):
    answer = visit(None).client.get(f"/certificates/{issued.code}.pdf")

    assert (answer.status_code, answer.location.split("?")[0]) == (302, "/sign-in")


def test_a_code_that_does_not_exist_has_no_file(person, visit):
    assert visit(person).client.get("/certificates/7KQ4M2XWPZ9D3HRA.pdf").status_code == 404
