"""An admin approves, declines, and meets another admin."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from elearn.certificates import reading, service, waiting
from elearn.certificates.models import Certificate, CertificateRequest
from elearn.certificates.pdf import CertificateNotMade
from elearn.database import db
from elearn.domain.certificate import RequestState
from elearn.hours.models import HourEntry
from elearn.hours.service import year_of
from tests.support.completing import COMPLETED, complete
from tests.support.courses import lessons_only

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)


@pytest.fixture
def admin(people) -> int:
    return people.create("Admin", roles="admin").id


@pytest.fixture
def asked(people, publish) -> int:
    """An enrolment whose certificate waits for approval."""
    return complete(people.create("Siti Rahma"), publish(lessons_only(jp=3, certificate="approval")))


def _count() -> int:
    return db.session.scalar(select(func.count(Certificate.id)))


def _at_once(app: Flask, task: Callable[[], object]) -> list[object]:
    """What a task gives in each of two threads that begin it together."""
    barrier = Barrier(2)

    def run() -> object:
        with app.app_context():
            barrier.wait()
            try:
                return task()
            finally:
                db.session.remove()

    with ThreadPoolExecutor(2) as threads:
        futures = [threads.submit(run) for _ in range(2)]
        return [future.result() for future in futures]


def test_a_completed_course_waits_for_approval(asked):
    assert [(each.enrolment_id, each.state) for each in waiting.undecided().rows] == [(asked, RequestState.WAITING)]


def test_approval_issues_the_certificate_on_that_day(asked, admin):
    (outcome,) = service.approve([asked], by=admin, now=NOW)

    certificate = db.session.scalars(select(Certificate)).one()
    assert (outcome.name, outcome.number) == ("Siti Rahma", certificate.number)
    assert (certificate.issued_at, certificate.issued_by) == (NOW, admin)


def test_approval_credits_the_jp_for_the_day_of_completion(asked, admin):
    service.approve([asked], by=admin, now=NOW)

    entry = db.session.scalars(select(HourEntry)).one()
    assert (entry.jp, entry.earned_on, entry.created_by) == (3, date(2026, 11, 20), admin)


def test_what_was_approved_waits_no_longer(asked, admin):
    service.approve([asked], by=admin, now=NOW)

    assert waiting.undecided().total == 0


def test_many_are_approved_at_once_and_each_is_told_of(people, publish, admin):
    edition = publish(lessons_only(certificate="approval"))
    enrolments = [complete(people.create(name), edition) for name in ("Citra", "李", "Anton")]

    outcomes = service.approve(enrolments, by=admin, now=NOW)

    assert [(each.name, each.number, each.refusal) for each in outcomes] == [
        ("Anton", "800/1/BKPSDM/2026", None),
        ("Citra", "800/2/BKPSDM/2026", None),
        ("李", "", CertificateNotMade),
    ]


def test_an_approval_whose_file_cannot_be_made_leaves_everything_as_it_was(people, publish, admin):
    person = people.create("李")
    enrolment_id = complete(person, publish(lessons_only(jp=3, certificate="approval")))

    service.approve([enrolment_id], by=admin, now=NOW)

    assert waiting.undecided().rows[0].state is RequestState.WAITING
    assert year_of(person.id, "pns", NOW).jp == 0


def test_a_corrected_name_lets_a_failed_certificate_be_issued(people, publish, admin):
    person = people.create("李")
    enrolment_id = complete(person, publish(lessons_only(jp=3)))
    person.name = "Li"
    db.session.commit()

    service.approve([enrolment_id], by=admin, now=NOW)

    assert reading.of_person(person.id)[0].snapshot.name == "Li"
    assert year_of(person.id, "pns", NOW).jp == 3


def test_the_second_admin_is_told_that_it_was_decided(asked, admin, people):
    service.approve([asked], by=admin, now=NOW)

    (outcome,) = service.approve([asked], by=people.create(roles="admin").id, now=NOW)

    assert (outcome.number, outcome.refusal) == ("", service.AlreadyDecided)


def test_two_admins_who_approve_at_the_same_moment_issue_one_certificate(app, asked, admin):
    db.session.remove()

    outcomes = _at_once(app, lambda: service.approve([asked], by=admin, now=NOW)[0].refusal)

    assert _count() == 1
    assert sorted(outcomes, key=str) == [service.AlreadyDecided, None]


def test_a_declined_request_tells_the_learner_why(asked, admin):
    service.decline(asked, " Unggah dulu surat tugas. ", by=admin, now=NOW)

    owner = db.session.scalars(select(CertificateRequest)).one()
    assert (owner.state, owner.reason, owner.decided_by) == ("declined", "Unggah dulu surat tugas.", admin)


def test_a_declined_request_can_be_approved_later(asked, admin):
    service.decline(asked, "Unggah dulu surat tugas.", by=admin, now=NOW)

    (outcome,) = service.approve([asked], by=admin, now=NOW)

    assert outcome.number == "800/1/BKPSDM/2026"


def test_what_was_approved_cannot_be_declined(asked, admin):
    service.approve([asked], by=admin, now=NOW)

    with pytest.raises(service.AlreadyDecided):
        service.decline(asked, "Terlambat sudah.", by=admin, now=NOW)


def test_declining_needs_a_reason(asked, admin):
    with pytest.raises(service.ReasonMissing):
        service.decline(asked, " ", by=admin, now=NOW)


def test_a_newer_edition_changes_nothing_of_what_is_approved(people, publish, admin):
    person = people.create()
    enrolment_id = complete(person, publish(lessons_only(title="Judul lama", jp=3, certificate="approval")))
    publish(lessons_only(title="Judul baru", jp=9, certificate="approval"))

    service.approve([enrolment_id], by=admin, now=NOW)

    it = reading.of_person(person.id)[0].snapshot
    assert (it.course, it.jp, it.completed_on) == ("Judul lama", 3, COMPLETED.date())


def test_only_the_oldest_fifty_are_listed_and_the_rest_are_counted(people, publish):
    edition = publish(lessons_only(count=1, certificate="approval"))
    for _ in range(52):
        complete(people.create(), edition)

    found = waiting.undecided()

    assert (len(found.rows), found.total) == (50, 52)
