"""Who takes a course now, and what a new edition means for them."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import case, func, select

from elearn.courses.editions import LiveEdition
from elearn.database import db
from elearn.domain.consequences import Consequences, Records, Tries, consequences, shut_out
from elearn.domain.course import Course
from elearn.domain.progress import Done
from elearn.learning.models import Enrolment, UnitProgress
from elearn.quizzes.models import Attempt


@dataclass(frozen=True)
class MidCourse:
    """Numbers of people: those in the middle, those who completed the course, those with an attempt begun.

    `shut_out` are those who used up what the new rules allow and haven't passed.
    """

    consequences: Consequences
    completed: int = 0
    in_quiz: int = 0
    shut_out: int = 0


def mid_course(live: LiveEdition, new: Course) -> MidCourse:
    """What happens to the people in a course when `new` follows its current edition; four queries."""
    taken = Enrolment.course_id == live.course_id
    completed = select(func.count()).select_from(Enrolment).where(taken, Enrolment.completed_at.is_not(None))
    sitting = (
        select(func.count(Attempt.enrolment_id.distinct()))
        .join(Enrolment, Enrolment.id == Attempt.enrolment_id)
        .where(taken, Attempt.submitted_at.is_(None))
    )
    return MidCourse(
        consequences(live.course, new, _records(live)),
        db.session.scalar(completed) or 0,
        db.session.scalar(sitting) or 0,
        shut_out(live.course, new, _tries(live)),
    )


def _tries(live: LiveEdition) -> list[Tries]:
    """The attempts of people in mid-course at quizzes that they haven't passed; one query."""
    is_open = func.max(case((Attempt.submitted_at.is_(None), 1), else_=0))
    rows = db.session.execute(
        select(Attempt.enrolment_id, Attempt.identity, func.count(), is_open)
        .join(Enrolment, Enrolment.id == Attempt.enrolment_id)
        .where(Enrolment.course_id == live.course_id, Enrolment.completed_at.is_(None))
        .group_by(Attempt.enrolment_id, Attempt.identity)
        .having(func.max(case((Attempt.passed, 1), else_=0)) == 0)
    )
    return [Tries(enrolment_id, identity, used, bool(begun)) for enrolment_id, identity, used, begun in rows]


def _records(live: LiveEdition) -> list[Records]:
    """What is recorded of each person in the middle of the course; one query."""
    rows = db.session.execute(
        select(Enrolment.id, UnitProgress.identity, UnitProgress.completed_hash)
        .outerjoin(UnitProgress, UnitProgress.enrolment_id == Enrolment.id)
        .where(Enrolment.course_id == live.course_id, Enrolment.completed_at.is_(None))
    )
    found: defaultdict[int, set[Done]] = defaultdict(set)
    for enrolment_id, identity, completed_hash in rows:
        records = found[enrolment_id]
        if identity is not None:
            records.add(Done(identity, completed_hash))
    return [frozenset(records) for records in found.values()]
