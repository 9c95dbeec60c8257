"""Giving an opinion of a completed course, and reading one's own."""

from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import select

from elearn.database import db, transaction
from elearn.domain.questionnaire import Opinion
from elearn.learning.models import Enrolment
from elearn.ratings.models import CourseRating


class NotCompleted(Exception):
    """A course is judged by who completed it."""


class NothingSaid(Exception):
    """The questionnaire holds neither an answer nor a comment."""


def opinion_of(enrolment_id: int) -> Opinion | None:
    """What a learner answered; None if they never did; one query."""
    found = select(*_ANSWERS).where(CourseRating.enrolment_id == enrolment_id).order_by(CourseRating.id.desc()).limit(1)
    row = db.session.execute(found).one_or_none()
    return Opinion(*row) if row else None


@transaction
def rate(enrolment_id: int, opinion: Opinion, *, now: datetime) -> None:
    """Keep a learner's opinion in the place of the one they gave before.

    Raises:
        NotCompleted, NothingSaid: as their docstrings say.
    """
    enrolment = db.session.scalars(select(Enrolment).where(Enrolment.id == enrolment_id).with_for_update()).one()
    if enrolment.completed_at is None:
        raise NotCompleted
    if opinion.empty:
        raise NothingSaid
    if opinion != opinion_of(enrolment_id):
        db.session.add(CourseRating(enrolment_id=enrolment_id, created_at=now, **asdict(opinion)))


_ANSWERS = tuple(getattr(CourseRating, field.name) for field in fields(Opinion))
