"""What the office asks: how many, who completed what, and whose certificate waits."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from elearn.accounts.models import User
from elearn.certificates.models import CertificateRequest
from elearn.courses.editions import editions, live_courses
from elearn.courses.models import Course
from elearn.database import db
from elearn.learning.models import Enrolment
from elearn.organisation.models import OrgUnit

PAGE_LENGTH = 50


@dataclass(frozen=True)
class CourseCount:
    """How many take a course and how many completed it."""

    slug: str
    title: str
    jp: int
    enrolled: int
    completed: int


@dataclass(frozen=True)
class Summary:
    """The office's first page: people with an account in use, requests that wait, and courses."""

    people: int
    waiting: int
    completed: int
    courses: tuple[CourseCount, ...]


@dataclass(frozen=True)
class Participation:
    """A person's taking of a course."""

    name: str
    nip: str
    unit: str
    course: str
    enrolled_at: datetime
    completed_at: datetime | None


@dataclass(frozen=True)
class ParticipationPage:
    """A page of a list. Pages count from 1; an empty list has one."""

    rows: tuple[Participation, ...]
    page: int
    pages: int
    total: int


def summary() -> Summary:
    """Figures of the first page, in a constant number of queries."""
    counts = {
        row.course_id: row
        for row in db.session.execute(
            select(
                Enrolment.course_id,
                func.count().label("enrolled"),
                func.count(Enrolment.completed_at).label("completed"),
            ).group_by(Enrolment.course_id)
        )
    }
    courses = tuple(
        CourseCount(
            edition.course.slug,
            edition.course.title,
            edition.course.jp,
            counts[edition.course_id].enrolled if edition.course_id in counts else 0,
            counts[edition.course_id].completed if edition.course_id in counts else 0,
        )
        for edition in live_courses()
    )
    people = db.session.scalar(select(func.count()).select_from(User).where(User.active)) or 0
    waiting = db.session.scalar(
        select(func.count()).select_from(CertificateRequest).where(CertificateRequest.state == "waiting")
    )
    return Summary(people, waiting or 0, sum(row.completed for row in counts.values()), courses)


def participation(*, search: str, slug: str, completed: bool | None, page: int) -> ParticipationPage:
    """Who takes or completed which course, the newest first.

    `search` holds words of name or unit; `slug` and `completed` narrow the list when given.
    """
    wanted = _conditions(search, slug, completed)
    total = db.session.scalar(_joined(select(func.count())).where(*wanted)) or 0
    pages = max(1, -(-total // PAGE_LENGTH))
    page = min(max(1, page), pages)
    latest = func.coalesce(Enrolment.completed_at, Enrolment.enrolled_at)
    rows = db.session.execute(
        _joined(
            select(
                User.name,
                User.nip,
                func.coalesce(OrgUnit.name, "").label("unit"),
                Course.edition_id,
                Enrolment.enrolled_at,
                Enrolment.completed_at,
            )
        )
        .where(*wanted)
        .order_by(latest.desc(), Enrolment.id.desc())
        .limit(PAGE_LENGTH)
        .offset((page - 1) * PAGE_LENGTH)
    ).all()
    titles = {id_: found.course.title for id_, found in editions({row.edition_id for row in rows}).items()}
    return ParticipationPage(
        tuple(
            Participation(row.name, row.nip, row.unit, titles[row.edition_id], row.enrolled_at, row.completed_at)
            for row in rows
        ),
        page,
        pages,
        total,
    )


def _joined(columns: Any) -> Any:
    return (
        columns.select_from(Enrolment)
        .join(User, User.id == Enrolment.user_id)
        .join(Course, Course.id == Enrolment.course_id)
        .outerjoin(OrgUnit, OrgUnit.id == User.unit_id)
    )


def _conditions(search: str, slug: str, completed: bool | None) -> list[ColumnElement[bool]]:
    places = (User.name, OrgUnit.name, OrgUnit.short_name)
    found = [or_(*(place.icontains(word, autoescape=True) for place in places)) for word in search.split()]
    if slug:
        found.append(Course.slug == slug)
    if completed is not None:
        found.append(Enrolment.completed_at.is_not(None) if completed else Enrolment.completed_at.is_(None))
    return found
