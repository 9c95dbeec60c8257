"""Completed courses whose certificate waits for an admin, as the admin and the learner see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from elearn.accounts.models import User
from elearn.certificates.models import CertificateRequest
from elearn.courses.editions import editions
from elearn.database import db
from elearn.domain.certificate import UNDECIDED, RequestState
from elearn.domain.course import Course
from elearn.learning.models import Enrolment
from elearn.organisation.models import OrgUnit

SHOWN = 50
"""How many are listed, and may be approved, at once."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request and whom and what it is about; the course is as it was when completed."""

    enrolment_id: int
    state: RequestState
    requested_at: datetime
    reason: str
    name: str
    unit: str
    course: Course


@dataclass(frozen=True, slots=True)
class WaitingList:
    """The oldest requests in some states, and how many there are of them altogether."""

    rows: tuple[Waiting, ...]
    total: int


def _select() -> Select[*tuple[Any, ...]]:
    columns = (
        CertificateRequest.enrolment_id,
        CertificateRequest.state,
        CertificateRequest.requested_at,
        CertificateRequest.reason,
        User.name,
        func.coalesce(OrgUnit.name, "").label("unit"),
        Enrolment.completed_edition_id,
    )
    return (
        select(*columns)
        .join(Enrolment, Enrolment.id == CertificateRequest.enrolment_id)
        .join(User, User.id == Enrolment.user_id)
        .outerjoin(OrgUnit, OrgUnit.id == User.unit_id)
        .order_by(CertificateRequest.requested_at, CertificateRequest.enrolment_id)
    )


def _read(*conditions: ColumnElement[bool]) -> tuple[Waiting, ...]:
    rows = db.session.execute(_select().where(*conditions).limit(SHOWN)).all()
    read = editions(row.completed_edition_id for row in rows)
    return tuple(_waiting(row, read[row.completed_edition_id].course) for row in rows)


def _waiting(row: Any, course: Course) -> Waiting:
    return Waiting(row.enrolment_id, RequestState(row.state), row.requested_at, row.reason, row.name, row.unit, course)


def in_states(states: Iterable[RequestState]) -> WaitingList:
    """The oldest requests in these states; two queries, besides editions read for the first time."""
    wanted = CertificateRequest.state.in_([state.value for state in states])
    total = db.session.scalar(select(func.count()).select_from(CertificateRequest).where(wanted)) or 0
    return WaitingList(_read(wanted), total)


def undecided() -> WaitingList:
    """What an admin is expected to decide."""
    return in_states(UNDECIDED)


def of_person(user_id: int) -> tuple[Waiting, ...]:
    """A person's requests that aren't approved; one query."""
    return _read(Enrolment.user_id == user_id, CertificateRequest.state != RequestState.APPROVED.value)


def find(enrolment_id: int) -> Waiting | None:
    """The request of an enrolment, whatever its state."""
    return next(iter(_read(CertificateRequest.enrolment_id == enrolment_id)), None)
