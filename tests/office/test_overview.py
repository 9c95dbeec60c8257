"""The office's first page, and who may come in."""

import pytest
from sqlalchemy import update

from elearn.certificates.models import CertificateRequest
from elearn.database import db
from elearn.office import service
from tests.office.pages import cards, rows
from tests.support.completing import complete, enrol
from tests.support.courses import lessons_only
from tests.support.queries import counted

PAGES = ("/office/", "/office/participation", "/office/people", "/office/people/new")


@pytest.mark.parametrize("path", PAGES)
def test_a_learner_is_refused_at_the_office(people, visit, path):
    assert visit(people.create()).get(path).status_code == 403


@pytest.mark.parametrize("path", PAGES)
def test_a_trainer_is_refused_at_the_office(people, visit, path):
    assert visit(people.create(roles="trainer")).get(path).status_code == 403


@pytest.mark.parametrize("path", ["/office/people/{}", "/office/people/{}/code"])
def test_nobody_but_an_admin_opens_a_person(people, visit, path):
    person = people.create(roles="trainer")

    assert visit(person).get(path.format(person.id)).status_code == 403


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_is_asked_to_sign_in(app, visit, path):
    assert visit().get(path).location.startswith("/sign-in")


@pytest.mark.parametrize("path", PAGES)
def test_an_admin_finds_the_way_to_every_page_of_the_office(office, path):
    page = office.get(path).text

    if path != "/office/people/new":
        for address in ("/office/", "/office/participation", "/office/people", "/office/certificates/"):
            assert f'href="{address}"' in page
    else:
        assert 'href="/office/people"' in page


def test_the_office_counts_active_accounts_only(people, office):
    people.create()
    people.create(active=False)

    page = office.get("/office/").text

    assert "2 orang punya akun aktif Cari orang" in cards(page)


def test_the_office_counts_who_takes_and_who_completed_a_course(people, publish, office):
    edition = publish(lessons_only("Menyapa warga", jp=2))
    complete(people.create(), edition)
    enrol(people.create(), edition)

    page = office.get("/office/").text

    assert rows(page) == [["Menyapa warga", "2", "2", "1"]]
    assert "1 pelatihan telah diselesaikan peserta Lihat siapa saja" in cards(page)


def test_a_course_that_nobody_takes_is_counted_with_nought(publish, office):
    publish(lessons_only("Menyapa warga", jp=2))

    assert rows(office.get("/office/").text) == [["Menyapa warga", "2", "0", "0"]]


def test_an_office_without_courses_says_so(office):
    assert "Belum ada pelatihan yang terbit." in office.get("/office/").text


@pytest.mark.parametrize("state", ["waiting", "failed"])
def test_what_waits_for_an_admin_is_counted_and_led_to(people, publish, office, state):
    complete(people.create(), publish(lessons_only(certificate="approval")))
    db.session.execute(update(CertificateRequest).values(state=state))
    db.session.commit()

    page = office.get("/office/").text

    assert "1 sertifikat menunggu keputusan Periksa sekarang" in cards(page)


def test_what_was_declined_waits_no_longer(people, publish, office):
    complete(people.create(), publish(lessons_only(certificate="approval")))
    db.session.execute(update(CertificateRequest).values(state="declined"))
    db.session.commit()

    assert "0 sertifikat menunggu keputusan" in cards(office.get("/office/").text)


@pytest.mark.parametrize("size", [1, 12])
def test_the_figures_take_four_queries_however_many_people_and_courses(people, publish, size):
    for number in range(size):
        edition = publish(lessons_only(f"Pelatihan {number}"), slug=f"pelatihan-{number}")
        enrol(people.create(), edition)
    service.summary()

    with counted() as asked:
        service.summary()

    assert len(asked) == 4
