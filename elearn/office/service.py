"""What the office asks: how many, who completed what, and whose certificate waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from elearn.accounts.models import User
from elearn.accounts.people import matching
from elearn.certificates.models import CertificateRequest
from elearn.courses.editions import editions, live_courses
from elearn.courses.models import Course
from elearn.database import db
from elearn.domain.certificate import UNDECIDED
from elearn.domain.course import Course as CourseText
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
    """A person's taking of a course. Its title is as it was when completed, or else as it is now."""

    user_id: int
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
    """Figures of the first page; four queries, besides editions read for the first time."""
    counts = _counts()
    courses = tuple(_course_count(each.course, counts.get(each.course_id)) for each in live_courses())
    people = select(func.count()).select_from(User).where(User.active)
    waiting = select(func.count()).select_from(CertificateRequest).where(CertificateRequest.state.in_(UNDECIDED))
    return Summary(
        db.session.scalar(people) or 0,
        db.session.scalar(waiting) or 0,
        sum(row.completed for row in counts.values()),
        courses,
    )


def _counts() -> dict[int, Any]:
    """How many take and completed each course, by its id."""
    numbers = (func.count().label("enrolled"), func.count(Enrolment.completed_at).label("completed"))
    rows = db.session.execute(select(Enrolment.course_id, *numbers).group_by(Enrolment.course_id))
    return {row.course_id: row for row in rows}


def _course_count(course: CourseText, row: Any) -> CourseCount:
    enrolled, completed = (row.enrolled, row.completed) if row else (0, 0)
    return CourseCount(course.slug, course.title, course.jp, enrolled, completed)


def participation(*, search: str, slug: str, completed: bool | None, page: int) -> ParticipationPage:
    """Who takes or completed which course, the newest first; two queries, besides editions read for the first time.

    `search` holds words of name or unit, or the beginning of a NIP; `slug` and `completed` narrow the list when given.
    """
    wanted = _conditions(search, slug, completed)
    total = db.session.scalar(_joined(select(func.count())).where(*wanted)) or 0
    pages = max(1, -(-total // PAGE_LENGTH))
    page = min(max(1, page), pages)
    latest = func.coalesce(Enrolment.completed_at, Enrolment.enrolled_at)
    found = _joined(select(*_COLUMNS)).where(*wanted).order_by(latest.desc(), Enrolment.id.desc())
    rows = db.session.execute(found.limit(PAGE_LENGTH).offset((page - 1) * PAGE_LENGTH)).all()
    return ParticipationPage(_participations(rows), page, pages, total)


_COLUMNS = (
    User.id,
    User.name,
    User.nip,
    func.coalesce(OrgUnit.name, "").label("unit"),
    func.coalesce(Enrolment.completed_edition_id, Course.edition_id).label("edition_id"),
    Enrolment.enrolled_at,
    Enrolment.completed_at,
)


def _participations(rows: Sequence[Any]) -> tuple[Participation, ...]:
    titles = {id_: found.course.title for id_, found in editions({row.edition_id for row in rows}).items()}
    return tuple(
        Participation(row.id, row.name, row.nip, row.unit, titles[row.edition_id], row.enrolled_at, row.completed_at)
        for row in rows
    )


def _joined(columns: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        columns.select_from(Enrolment)
        .join(User, User.id == Enrolment.user_id)
        .join(Course, Course.id == Enrolment.course_id)
        .outerjoin(OrgUnit, OrgUnit.id == User.unit_id)
    )


def _conditions(search: str, slug: str, completed: bool | None) -> list[ColumnElement[bool]]:
    found = matching(search)
    if slug:
        found.append(Course.slug == slug)
    if completed is not None:
        found.append(Enrolment.completed_at.is_not(None) if completed else Enrolment.completed_at.is_(None))
    return found
