"""Where a learner stands, read in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, and_, bindparam, or_, select

from elearn.courses import models as course_models
from elearn.courses.editions import LiveEdition, live, live_courses
from elearn.courses.editions import edition as read_edition
from elearn.database import db
from elearn.domain.course import Course, Unit
from elearn.domain.progress import Done, Progress, progress
from elearn.learning.models import Enrolment, UnitProgress
from elearn.reads import Along, Read


@dataclass(frozen=True)
class UnitRecord:
    """What is recorded of a unit."""

    identity: str
    opened_at: datetime
    place: int
    completed_at: datetime | None
    completed_hash: str
    completed_edition_id: int | None


@dataclass(frozen=True)
class Standing:
    """A learner's standing in a course, as the course is now. `missing` are prerequisites not yet completed."""

    edition: LiveEdition
    progress: Progress
    enrolment_id: int | None = None
    enrolled_at: datetime | None = None
    active_at: datetime | None = None
    completed_at: datetime | None = None
    records: dict[str, UnitRecord] = field(default_factory=dict)
    missing: tuple[Course, ...] = ()
    archived: bool = False
    at: str = ""

    @property
    def course(self) -> Course:
        """The course as its text says it is now."""
        return self.edition.course

    @property
    def address(self) -> str:
        """Where the course's pages stand: `at`, should they be shown elsewhere than to learners."""
        return self.at or f"/courses/{self.course.slug}/"

    @property
    def enrolled(self) -> bool:
        """Whether the learner takes the course."""
        return self.enrolment_id is not None

    @property
    def locked(self) -> bool:
        """Whether the learner has to complete other courses first. Who is in already stays in."""
        return bool(self.missing) and not self.enrolled

    @property
    def closed(self) -> bool:
        """Whether the course is archived, so that nobody begins it. Who is in already may finish."""
        return self.archived and not self.enrolled

    @property
    def next_unit(self) -> Unit | None:
        """What to do next in this course; nothing once it is completed."""
        return None if self.completed_at else self.progress.next_unit

    @property
    def all_done(self) -> bool:
        """Whether everything required is done although nothing completed the course: what was left has gone."""
        return self.enrolled and not self.completed_at and self.progress.complete

    def record(self, unit: Unit) -> UnitRecord | None:
        """What is recorded of a unit, also under an identity that it had formerly."""
        known = (self.records.get(key) for key in (unit.identity, *unit.formerly))
        return next((record for record in known if record), None)


_course = course_models.Course.__table__.c
_enrolment = Enrolment.__table__.c
_progress = UnitProgress.__table__.c

_COLUMNS = (
    _course.archived_at,
    _enrolment.course_id,
    _enrolment.id,
    _enrolment.enrolled_at,
    _enrolment.active_at,
    _enrolment.completed_at,
    _progress.identity,
    _progress.opened_at,
    _progress.place,
    _progress.completed_at.label("unit_completed_at"),
    _progress.completed_hash,
    _progress.completed_edition_id,
)
_ALL = Read(
    select(*_COLUMNS)
    .select_from(
        Enrolment.__table__.join(course_models.Course.__table__, _course.id == _enrolment.course_id).outerjoin(
            UnitProgress.__table__, _progress.enrolment_id == _enrolment.id
        )
    )
    .where(_enrolment.user_id == bindparam("user_id"))
)
_PUBLISHED = and_(_course.slug == bindparam("slug"), _course.edition_id.is_not(None))


def _with_progress(start: FromClause, user_id: ColumnElement[int]) -> FromClause:
    """The enrolment of a person in the course, and what is recorded of its units, where there are any."""
    own = and_(_enrolment.course_id == _course.id, _enrolment.user_id == user_id)
    return start.outerjoin(Enrolment.__table__, own).outerjoin(
        UnitProgress.__table__, _progress.enrolment_id == _enrolment.id
    )


def _with_course(person: FromClause, user_id: ColumnElement[int]) -> FromClause:
    return _with_progress(person.outerjoin(course_models.Course.__table__, _PUBLISHED), user_id)


_IN_COURSE = Read(
    select(_course.edition_id, *_COLUMNS)
    .select_from(_with_progress(course_models.Course.__table__, bindparam("user_id", type_=Integer)))
    .where(_PUBLISHED)
)
ALONG = Along(_IN_COURSE, (_course.edition_id, *_COLUMNS), _with_course, ("slug",))
"""A course's pages read who asks and where they stand in it in one query."""
_NOT_ASKED_FOR = (
    select(_course.slug)
    .select_from(
        course_models.Course.__table__.outerjoin(
            Enrolment.__table__,
            and_(_enrolment.course_id == _course.id, _enrolment.user_id == bindparam("user_id")),
        )
    )
    .where(
        or_(_enrolment.completed_at.is_not(None), _course.archived_at.is_not(None)),
        _course.slug.in_(bindparam("slugs", expanding=True)),
    )
)


def standing_in(user_id: int, slug: str) -> Standing | None:
    """A learner's standing in one course; None if there is no such course.

    One query, and another one where the course has prerequisites.
    """
    rows = _IN_COURSE.all(user_id=user_id, slug=slug)
    if not rows:
        return None
    edition = read_edition(rows[0].edition_id)
    missing = _not_completed(user_id, edition.course.prerequisites) if edition.course.prerequisites else ()
    enrolled = [row for row in rows if row.id is not None]
    return _standing(edition, enrolled, missing, archived=rows[0].archived_at is not None)


def _not_completed(user_id: int, slugs: tuple[str, ...]) -> tuple[Course, ...]:
    """Prerequisites to complete first. Nobody can begin an archived one, so it is asked of nobody."""
    done = set(db.session.scalars(_NOT_ASKED_FOR, {"user_id": user_id, "slugs": slugs}))
    return tuple(_course_called(slug) for slug in slugs if slug not in done)


def standings_of(user_id: int) -> list[Standing]:
    """A learner's standing in every course that they take or can begin, by title, in two queries."""
    rows = defaultdict(list)
    for row in _ALL.all(user_id=user_id):
        rows[row.course_id].append(row)
    all_live = live_courses(archived=False, also=list(rows))
    courses = {edition.course.slug: edition for edition in all_live}
    done = {slug for slug, edition in courses.items() if any(map(_not_asked_for, rows[edition.course_id]))}
    return [_standing(each, rows[each.course_id], _missing(each.course, courses, done)) for each in all_live]


def _not_asked_for(row: Any) -> bool:
    return bool(row.completed_at or row.archived_at)


def _missing(course: Course, courses: dict[str, LiveEdition], done: set[str]) -> tuple[Course, ...]:
    return tuple(courses[slug].course for slug in course.prerequisites if slug in courses and slug not in done)


def _course_called(slug: str) -> Course:
    """The course of a slug as it is now; a prerequisite was there when the course was published."""
    found = live(slug)
    return found.course if found else Course(slug=slug, title=slug, jp=0, modules=())


def _standing(
    edition: LiveEdition, rows: Iterable[Any], missing: tuple[Course, ...], *, archived: bool = False
) -> Standing:
    rows = list(rows)
    records = {
        row.identity: UnitRecord(
            row.identity, row.opened_at, row.place, row.unit_completed_at, row.completed_hash, row.completed_edition_id
        )
        for row in rows
        if row.identity is not None
    }
    standing = progress(edition.course, (Done(each.identity, each.completed_hash) for each in records.values()))
    if not rows:
        return Standing(edition, standing, missing=missing, archived=archived)
    first = rows[0]
    own = (first.id, first.enrolled_at, first.active_at, first.completed_at)
    return Standing(edition, standing, *own, records, missing, archived=first.archived_at is not None)
