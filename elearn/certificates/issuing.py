"""Issuing a certificate: its number, its code, its snapshot, its file, in one transaction."""

import hashlib
import json
import secrets
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, text

from elearn.certificates.models import Certificate
from elearn.certificates.pdf import make_pdf
from elearn.certificates.snapshots import Registration, snapshot_of
from elearn.database import db, transaction
from elearn.domain.certificate import ALPHABET, CODE_LENGTH, CertificateStatus
from elearn.domain.codec import to_data
from elearn.domain.hours import local_day
from elearn.extensions import settings
from elearn.learning.completion import Completion
from elearn.learning.models import Enrolment


class NotCompleted(Exception):
    """The course isn't completed, so there is nothing to certify."""


class AlreadyIssued(Exception):
    """A certificate was issued for this already."""


@transaction
def issue(enrolment_id: int, *, by: int | None, now: datetime) -> Certificate:
    """The certificate of a completed course; `by` is the admin, None when the course gives it by itself.

    Raises:
        NotCompleted, AlreadyIssued, CertificateNotMade: what their docstrings say; no number is used up.
    """
    completion = completion_of(enrolment_id)
    if db.session.scalar(select(Certificate.id).where(Certificate.enrolment_id == enrolment_id).limit(1)) is not None:
        raise AlreadyIssued
    return issue_anew(completion, by=by, now=now)


def completion_of(enrolment_id: int) -> Completion:
    """The completion that an enrolment records. Its row is held, so that of two admins one waits for the other."""
    held = select(Enrolment).where(Enrolment.id == enrolment_id).with_for_update()
    found = db.session.scalars(held.execution_options(populate_existing=True)).one()
    if found.completed_at is None or found.completed_edition_id is None:
        raise NotCompleted
    return Completion(
        found.id, found.user_id, found.course_id, found.completed_edition_id, found.enrolled_at, found.completed_at
    )


def issue_anew(completion: Completion, *, by: int | None, now: datetime) -> Certificate:
    """A certificate with a new number and code, inside the open transaction.

    Raises:
        CertificateNotMade: the file can't be made; no number is used up.
    """
    day = local_day(now, settings().zone)
    registration = Registration(_take_number(day.year), _new_code(), day)
    snapshot = snapshot_of(completion, registration)
    emblem = settings().emblem
    file = make_pdf(snapshot, Path(emblem) if emblem else None)
    certificate = Certificate(
        enrolment_id=completion.enrolment_id,
        user_id=completion.user_id,
        course_id=completion.course_id,
        code=snapshot.code,
        number=snapshot.number,
        year=day.year,
        running=registration.running,
        status=CertificateStatus.VALID.value,
        snapshot=json.dumps(to_data(snapshot), ensure_ascii=False),
        pdf=file,
        sha256=hashlib.sha256(file).hexdigest(),
        issued_at=now,
        issued_by=by,
        reason="",
    )
    db.session.add(certificate)
    db.session.flush()
    return certificate


_NEXT_NUMBER = text(
    "INSERT INTO certificate_counter (year, last) VALUES (:year, 1)"
    " ON CONFLICT (year) DO UPDATE SET last = certificate_counter.last + 1 RETURNING last"
)


def _take_number(year: int) -> int:
    """The next number of a year. Its row stays locked until the transaction ends: undone, the number is free again."""
    return int(db.session.execute(_NEXT_NUMBER, {"year": year}).scalar_one())


def _new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
