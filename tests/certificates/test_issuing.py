"""A completed course gives its certificate."""

import hashlib
import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, select, update

from elearn.certificates import issuing, service, waiting
from elearn.certificates.models import Certificate, CertificateCounter, CertificateRequest
from elearn.certificates.pdf import CertificateNotMade
from elearn.database import db
from elearn.domain.certificate import RequestState, Snapshot
from elearn.domain.codec import from_data
from elearn.frozen import FactsStay
from elearn.hours.service import year_of
from elearn.learning.completion import complete_unit
from elearn.learning.models import Enrolment
from elearn.learning.service import finish_lesson
from tests.quizzes.taking import Taker, course_with, quiz_md
from tests.support.completing import COMPLETED, STARTED, complete, enrol
from tests.support.courses import lessons_only

UNPRINTABLE = "李"


def _certificates() -> list[Certificate]:
    return list(db.session.scalars(select(Certificate).order_by(Certificate.id)))


def _snapshot() -> Snapshot:
    return from_data(Snapshot, json.loads(_certificates()[0].snapshot))


def test_an_automatic_course_issues_its_certificate_at_once(people, publish):
    complete(people.create(), publish(lessons_only()))

    assert [each.number for each in _certificates()] == ["800/1/BKPSDM/2026"]


@pytest.mark.parametrize("rule", ["approval", "none"])
def test_other_courses_issue_nothing_by_themselves(people, publish, rule):
    complete(people.create(), publish(lessons_only(certificate=rule)))

    assert _certificates() == []


def test_a_course_without_certificate_asks_no_admin(people, publish):
    complete(people.create(), publish(lessons_only(certificate="none")))

    assert waiting.undecided().total == 0


def test_reading_on_after_completion_issues_no_second_certificate(people, publish):
    person, edition = people.create(), publish(lessons_only())
    enrolment_id = complete(person, edition)
    newer = publish(lessons_only(count=3))

    for unit in newer.course.units:
        complete_unit(enrolment_id, newer, unit, now=COMPLETED)

    assert len(_certificates()) == 1


def test_the_snapshot_holds_what_was_true_on_the_day(people, publish):
    unit = people.unit("Kelurahan Contoh")
    person = people.create(
        "Siti Rahma", unit_id=unit.id, position="Pranata", rank="Penata", grade="III/c", status="pns"
    )

    complete(person, publish(lessons_only(jp=3, legal_basis="[UU 25/2009]")))

    it = _snapshot()
    assert (it.name, it.nip, it.unit, it.position, it.rank, it.grade) == (
        "Siti Rahma",
        person.nip,
        "Kelurahan Contoh",
        "Pranata",
        "Penata",
        "III/c",
    )
    assert (it.course, it.jp, it.legal_basis, it.edition) == ("Menyapa warga", 3, ("UU 25/2009",), 1)
    assert (it.started_on, it.completed_on, it.issued_on) == (
        date(2026, 11, 2),
        date(2026, 11, 20),
        date(2026, 11, 20),
    )
    assert [(row.title, row.minutes, str(row.jp)) for row in it.outline] == [("Mulai", 8, "3")]


def test_the_snapshot_holds_the_score_of_the_quiz_that_completed_the_course(people, publish):
    learner = Taker(people.create(), publish(course_with(quiz_md(passing_score=60))))
    finish_lesson(learner.person.id, learner.standing, learner.standing.course.units[0], now=STARTED)

    learner.finish(right=2)

    assert _snapshot().score == 66


def test_a_course_without_a_quiz_states_no_score(people, publish):
    complete(people.create(), publish(lessons_only()))

    assert _snapshot().score is None


def test_a_later_change_of_the_person_or_the_course_changes_no_certificate(people, publish):
    person = people.create("Siti Rahma")
    complete(person, publish(lessons_only(title="Judul lama")))
    before = (_certificates()[0].snapshot, _certificates()[0].sha256)

    person.name = "Siti Rahma Dewi"
    db.session.commit()
    publish(lessons_only(title="Judul baru"))

    assert (_certificates()[0].snapshot, _certificates()[0].sha256) == before


def test_the_hash_is_that_of_the_file(people, publish):
    complete(people.create(), publish(lessons_only()))

    certificate = _certificates()[0]

    assert hashlib.sha256(certificate.pdf).hexdigest() == certificate.sha256


def test_the_year_of_a_number_is_the_year_in_the_zone_of_the_settings(people, publish):
    complete(people.create(), publish(lessons_only()), datetime(2026, 12, 31, 17, 30, tzinfo=UTC))

    assert _certificates()[0].number == "800/1/BKPSDM/2027"


def test_each_year_counts_from_one(people, publish):
    edition = publish(lessons_only())
    complete(people.create(), edition, COMPLETED)
    complete(people.create(), edition, COMPLETED.replace(year=2027))
    complete(people.create(), edition, COMPLETED)

    assert [each.number for each in _certificates()] == ["800/1/BKPSDM/2026", "800/1/BKPSDM/2027", "800/2/BKPSDM/2026"]


def test_a_course_that_isnt_completed_has_nothing_to_certify(people, publish):
    enrolment_id = enrol(people.create(), publish(lessons_only()))

    with pytest.raises(issuing.NotCompleted):
        issuing.issue(enrolment_id, by=None, now=COMPLETED)


def test_a_completed_course_is_certified_once(people, publish):
    enrolment_id = complete(people.create(), publish(lessons_only()))

    with pytest.raises(issuing.AlreadyIssued):
        issuing.issue(enrolment_id, by=None, now=COMPLETED)


def test_a_file_that_cannot_be_made_leaves_the_completion_and_its_jp(people, publish):
    person = people.create(UNPRINTABLE)

    enrolment_id = complete(person, publish(lessons_only(jp=3)))

    assert db.session.get_one(Enrolment, enrolment_id).completed_at == COMPLETED
    assert year_of(person.id, "pns", COMPLETED).jp == 3


def test_a_file_that_cannot_be_made_uses_up_no_number(people, publish):
    edition = publish(lessons_only())
    complete(people.create(UNPRINTABLE), edition)
    complete(people.create(), edition)

    assert [each.running for each in _certificates()] == [1]


def test_a_file_that_cannot_be_made_is_put_before_an_admin(people, publish):
    complete(people.create(UNPRINTABLE), publish(lessons_only()))

    assert [each.state for each in waiting.undecided().rows] == [RequestState.FAILED]


def test_a_missing_emblem_issues_nothing(people, publish, app, settings, monkeypatch):
    enrolment_id = complete(people.create(), publish(lessons_only(certificate="approval")))
    monkeypatch.setitem(app.extensions, "settings", type(settings)(**{**vars(settings), "emblem": "/no/such.svg"}))

    with pytest.raises(CertificateNotMade):
        issuing.issue(enrolment_id, by=None, now=COMPLETED)

    assert db.session.scalars(select(CertificateCounter)).all() == []


@pytest.mark.parametrize("field", ["pdf", "sha256", "snapshot", "number", "code", "running", "year", "issued_at"])
def test_nothing_that_was_issued_ever_changes(people, publish, field):
    complete(people.create(), publish(lessons_only()))
    certificate = _certificates()[0]
    others = {"pdf": b"x", "running": 9, "year": 2020, "issued_at": datetime(2020, 1, 1, tzinfo=UTC)}

    setattr(certificate, field, others.get(field, "lain"))

    with pytest.raises(FactsStay):
        db.session.commit()
    db.session.rollback()


def test_a_certificate_is_never_deleted(people, publish):
    complete(people.create(), publish(lessons_only()))
    db.session.delete(_certificates()[0])

    with pytest.raises(FactsStay):
        db.session.commit()
    db.session.rollback()


@pytest.mark.parametrize(
    "statement", [update(Certificate).values(status="valid"), delete(Certificate)], ids=["update", "delete"]
)
def test_certificates_are_not_changed_in_bulk_either(app, statement):
    with pytest.raises(FactsStay):
        db.session.execute(statement)
    db.session.rollback()


def test_what_was_never_asked_for_cannot_be_approved(people, publish):
    enrolment_id = complete(people.create(), publish(lessons_only()))

    (outcome,) = service.approve([enrolment_id], by=people.create(roles="admin").id, now=COMPLETED)

    assert outcome.refusal is service.AlreadyDecided
    assert db.session.scalars(select(CertificateRequest)).all() == []
