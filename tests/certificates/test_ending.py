"""Certificates are revoked or replaced, with a reason, once, and never deleted."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from elearn.certificates import reading, service
from elearn.certificates.models import Certificate
from elearn.certificates.pdf import CertificateNotMade
from elearn.certificates.reading import Issued
from elearn.database import db
from elearn.domain.certificate import CertificateStatus
from elearn.frozen import FactsStay
from elearn.hours.service import entries_of, year_of
from tests.support.completing import complete
from tests.support.courses import lessons_only

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)
WHY = "Nama salah ketik."


@pytest.fixture
def admin(people) -> int:
    return people.create("Admin", roles="admin").id


@pytest.fixture
def person(people):
    return people.create("Siti Rahma")


@pytest.fixture
def issued(person, publish) -> Issued:
    complete(person, publish(lessons_only(jp=3)))
    return reading.of_person(person.id)[0]


def _now(issued: Issued) -> Issued:
    found = reading.find(issued.code)
    assert found
    return found


def test_a_revoked_certificate_says_when_and_why(issued, admin):
    service.revoke(issued.id, WHY, by=admin, now=NOW)

    after = _now(issued)
    assert (after.status, after.ended_at, after.reason) == (CertificateStatus.REVOKED, NOW, WHY)


def test_revoking_takes_the_jp_back_by_a_counter_entry(issued, admin, person):
    service.revoke(issued.id, WHY, by=admin, now=NOW)

    assert [entry.jp for entry in entries_of(person.id, 2026)] == [-3, 3]


def test_a_certificate_is_revoked_once(issued, admin):
    service.revoke(issued.id, WHY, by=admin, now=NOW)

    with pytest.raises(service.AlreadyEnded):
        service.revoke(issued.id, WHY, by=admin, now=NOW)


def test_a_replacement_has_a_new_number_and_a_new_code(issued, admin):
    new = service.replace(issued.id, WHY, by=admin, now=NOW)

    assert new.number == "800/2/BKPSDM/2026"
    assert new.code != issued.code


def test_a_replacement_carries_the_person_as_recorded_now(issued, admin, person):
    person.name = "Siti Rahma Dewi"
    db.session.commit()

    new = service.replace(issued.id, WHY, by=admin, now=NOW)

    assert reading.find(new.code).snapshot.name == "Siti Rahma Dewi"


def test_a_replaced_certificate_points_to_the_new_one(issued, admin):
    new = service.replace(issued.id, WHY, by=admin, now=NOW)

    after = _now(issued)
    assert (after.status, after.successor, after.reason) == (CertificateStatus.REPLACED, new.code, WHY)


def test_replacing_leaves_the_jp(issued, admin, person):
    service.replace(issued.id, WHY, by=admin, now=NOW)

    assert year_of(person.id, "pns", NOW).jp == 3


def test_revoking_a_replacement_takes_the_jp_back(issued, admin, person):
    new = service.replace(issued.id, WHY, by=admin, now=NOW)

    service.revoke(new.id, WHY, by=admin, now=NOW)

    assert year_of(person.id, "pns", NOW).jp == 0


def test_what_was_replaced_is_not_replaced_again(issued, admin):
    service.replace(issued.id, WHY, by=admin, now=NOW)

    with pytest.raises(service.AlreadyEnded):
        service.replace(issued.id, WHY, by=admin, now=NOW)


def test_a_replacement_that_cannot_be_made_leaves_the_old_one_valid(issued, admin, person):
    person.name = "李"
    db.session.commit()

    with pytest.raises(CertificateNotMade):
        service.replace(issued.id, WHY, by=admin, now=NOW)

    assert _now(issued).valid


def test_a_refused_replacement_uses_up_no_number(issued, admin, person):
    person.name = "李"
    db.session.commit()
    with pytest.raises(CertificateNotMade):
        service.replace(issued.id, WHY, by=admin, now=NOW)
    person.name = "Li"
    db.session.commit()

    new = service.replace(issued.id, WHY, by=admin, now=NOW)

    assert new.running == 2


@pytest.mark.parametrize("end", [service.revoke, service.replace])
def test_ending_a_certificate_needs_a_reason(issued, admin, end: Callable[..., object]):
    with pytest.raises(service.ReasonMissing):
        end(issued.id, "  ", by=admin, now=NOW)


@pytest.mark.parametrize("end", [service.revoke, service.replace])
def test_an_ended_certificate_keeps_its_file(issued, admin, end: Callable[..., object]):
    before = reading.file_of(issued.code)

    end(issued.id, WHY, by=admin, now=NOW)

    assert reading.file_of(issued.code) == before


def test_a_revoked_certificate_never_becomes_valid_again(issued, admin):
    service.revoke(issued.id, WHY, by=admin, now=NOW)
    row = db.session.scalars(select(Certificate)).one()

    row.status = "valid"

    with pytest.raises(FactsStay):
        db.session.commit()
    db.session.rollback()
