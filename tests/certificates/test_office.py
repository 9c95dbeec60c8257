"""What admins see and do about certificates."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from elearn.certificates import reading, service
from elearn.certificates.models import Certificate
from elearn.certificates.reading import Issued
from elearn.database import db
from tests.support.completing import complete
from tests.support.courses import lessons_only
from tests.support.queries import counted

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)
WHY = "Nama salah ketik pada data."


@pytest.fixture
def admin(people):
    return people.create("Admin Satu", roles="admin")


@pytest.fixture
def office(admin, visit):
    return visit(admin)


@pytest.fixture
def asked(people, publish) -> int:
    return complete(people.create("Siti Rahma"), publish(lessons_only(jp=3, certificate="approval")))


@pytest.fixture
def issued(people, publish) -> Issued:
    person = people.create("Budi Santoso")
    complete(person, publish(lessons_only(jp=3), slug="lain"))
    return reading.of_person(person.id)[0]


def _count() -> int:
    return db.session.scalar(select(func.count(Certificate.id)))


def test_an_admin_sees_who_waits(asked, office):
    page = office.get("/office/certificates/").text

    assert "Siti Rahma" in page
    assert f'value="{asked}"' in page


def test_ticked_names_are_approved_and_told_of(asked, office):
    page = office.post("/office/certificates/approve", {"enrolment": [str(asked)]}).text

    assert "Sertifikat terbit dengan nomor 800/1/BKPSDM/2026." in page


def test_all_that_are_shown_are_approved_by_one_button(people, publish, office):
    edition = publish(lessons_only(certificate="approval"))
    shown = [str(complete(people.create(), edition)) for _ in range(3)]

    office.post("/office/certificates/approve", {"shown": shown, "which": "shown"})

    assert _count() == 3


def test_what_is_only_shown_is_not_approved_with_what_is_ticked(people, publish, office):
    edition = publish(lessons_only(certificate="approval"))
    shown = [str(complete(people.create(), edition)) for _ in range(3)]

    office.post("/office/certificates/approve", {"shown": shown, "enrolment": shown[:1]})

    assert _count() == 1


def test_nobody_ticked_is_a_kind_sentence(asked, office):
    page = office.post("/office/certificates/approve", {}).text

    assert "Belum ada yang dicentang" in page


def test_the_second_admin_reads_that_it_was_decided(asked, office, admin):
    service.approve([asked], by=admin.id, now=NOW)

    page = office.post("/office/certificates/approve", {"enrolment": [str(asked)]}).text

    assert "Sudah diputuskan oleh admin lain. Tidak ada yang berubah." in page


@pytest.mark.parametrize("nonsense", ["x", "999999", "-1", ""])
def test_nonsense_among_the_ticked_names_approves_nothing(asked, office, nonsense):
    office.post("/office/certificates/approve", {"enrolment": [nonsense]})

    assert _count() == 0


def test_a_request_is_declined_with_a_reason(asked, office):
    answer = office.post(f"/office/certificates/requests/{asked}/decline", {"reason": "Unggah dulu surat tugas."})

    assert answer.location == "/office/certificates/"
    assert "Unggah dulu surat tugas." in office.get("/office/certificates/?state=declined").text


def test_declining_without_a_reason_asks_for_one(asked, office):
    page = office.post(f"/office/certificates/requests/{asked}/decline", {"reason": " "}).text

    assert "Tulis alasannya" in page


def test_declining_what_another_admin_decided_says_so(asked, office, admin):
    service.approve([asked], by=admin.id, now=NOW)

    office.post(f"/office/certificates/requests/{asked}/decline", {"reason": "Unggah dulu surat tugas."})

    assert "sudah diputuskan oleh admin lain" in office.get("/office/certificates/").text


def test_a_request_that_does_not_exist_cannot_be_declined(office):
    assert office.get("/office/certificates/requests/999/decline").status_code == 404


@pytest.mark.parametrize("words", ["budi", "santoso BUDI", "800/1/", "lain"])
def test_certificates_are_found_by_name_number_or_course(issued, office, words):
    page = office.post("/office/certificates/", {"q": words}).text

    assert issued.number in page


def test_a_certificate_is_found_by_its_code_as_printed(issued, office):
    page = office.post("/office/certificates/", {"q": issued.code.lower()}).text

    assert issued.number in page


@pytest.mark.parametrize("words", ["siapa", "budi siapa", "%", "_"])
def test_what_is_not_there_is_not_found(issued, office, words):
    page = office.post("/office/certificates/", {"q": words}).text

    assert issued.number not in page


def test_a_list_of_many_has_pages_of_fifty(people, publish, app):
    edition = publish(lessons_only(count=1))
    for _ in range(51):
        complete(people.create(), edition)

    first, second, beyond = (reading.search("", page) for page in (1, 2, 99))

    assert (len(first.rows), len(second.rows), first.pages) == (50, 1, 2)
    assert beyond == second


def test_the_office_page_asks_the_database_as_often_for_many_as_for_few(people, publish, office):
    waits = publish(lessons_only(count=1, certificate="approval"), slug="waits")
    gives = publish(lessons_only(count=1), slug="gives")

    def statements() -> int:
        with counted() as sent:
            office.client.get("/office/certificates/")
        return len(sent)

    complete(people.create(), waits)
    complete(people.create(), gives)
    few = statements()
    for _ in range(6):
        complete(people.create(), waits)
        complete(people.create(), gives)

    assert statements() == few


def test_the_form_to_revoke_says_what_follows(issued, office):
    page = office.get(f"/office/certificates/{issued.code}/revoke").text

    assert "3 JP dikurangkan dari catatan peserta." in page
    assert "Pencabutan tidak dapat dibatalkan." in page


def test_revoking_through_the_form_revokes(issued, office):
    answer = office.post(f"/office/certificates/{issued.code}/revoke", {"reason": WHY})

    assert answer.location == f"/office/certificates/{issued.code}"
    assert not reading.find(issued.code).valid


@pytest.mark.parametrize("what", ["revoke", "replace"])
@pytest.mark.parametrize("reason", ["", "  ", "pendek", "x" * 501])
def test_without_a_sensible_reason_nothing_ends(issued, office, what, reason):
    office.post(f"/office/certificates/{issued.code}/{what}", {"reason": reason})

    assert reading.find(issued.code).valid


def test_replacing_through_the_form_leads_to_the_new_certificate(issued, office):
    answer = office.post(f"/office/certificates/{issued.code}/replace", {"reason": WHY})

    assert answer.location == f"/office/certificates/{reading.find(issued.code).successor}"


@pytest.mark.parametrize("what", ["revoke", "replace"])
def test_ending_what_another_admin_ended_says_so(issued, office, admin, what):
    service.revoke(issued.id, WHY, by=admin.id, now=NOW)

    office.post(f"/office/certificates/{issued.code}/{what}", {"reason": WHY})

    assert "sudah dicabut atau diganti oleh admin lain" in office.get("/office/certificates/").text


def test_a_replacement_that_cannot_be_made_says_that_the_old_one_holds(people, issued, office):
    person = db.session.get_one(type(people.create()), db.session.scalars(select(Certificate.user_id)).one())
    person.name = "李"
    db.session.commit()

    office.post(f"/office/certificates/{issued.code}/replace", {"reason": WHY})

    assert "Sertifikat lama tetap berlaku." in office.get(f"/office/certificates/{issued.code}").text


@pytest.mark.parametrize("roles", ["", "trainer"], ids=["learner", "trainer"])
@pytest.mark.parametrize(
    "address",
    [
        "/office/certificates/",
        "/office/certificates/{code}",
        "/office/certificates/{code}/revoke",
        "/office/certificates/{code}/replace",
    ],
)
def test_only_admins_come_in(people, visit, issued, roles, address):
    assert visit(people.create(roles=roles)).get(address.format(code=issued.code)).status_code == 403


def test_only_admins_approve(asked, people, visit):
    answer = visit(people.create()).post("/office/certificates/approve", {"enrolment": [str(asked)]})

    assert (answer.status_code, _count()) == (403, 0)


def test_approving_needs_the_token_of_the_form(asked, office):
    answer = office.client.post("/office/certificates/approve", data={"enrolment": [str(asked)]})

    assert (answer.status_code, _count()) == (400, 0)
