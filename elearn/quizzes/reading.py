"""Reading attempts: the paper that was given, the newest answers, and how earlier attempts ended."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import func, select

from elearn.database import db
from elearn.domain import grading
from elearn.domain.answers import Answer
from elearn.domain.codec import from_data
from elearn.domain.course import Course, UnitKind
from elearn.domain.grading import Grade, Paper
from elearn.learning.models import Enrolment
from elearn.quizzes.models import Attempt, Response


class NoSuchAttempt(Exception):
    """There is no attempt of this learner with that number."""


@dataclass(frozen=True)
class Sitting:
    """An attempt as its learner meets it: its paper, the newest answer of each question, its grade once it is in."""

    id: int
    enrolment_id: int
    identity: str
    number: int
    edition_id: int
    seed: str
    started_at: datetime
    deadline_at: datetime | None
    submitted_at: datetime | None
    expired: bool
    paper: Paper
    answers: dict[str, Answer]
    saved_at: datetime | None
    grade: Grade | None

    @property
    def open(self) -> bool:
        """Whether it isn't submitted yet."""
        return self.submitted_at is None

    def overdue(self, now: datetime) -> bool:
        """Whether it is open although its time is over."""
        return self.open and not grading.takes_answers(self.deadline_at, now)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Which questions have no answer, counted from 1 as on the page."""
        return tuple(
            place for place, question in enumerate(self.paper.questions, 1) if self.answers.get(question.id) is None
        )


@dataclass(frozen=True)
class Ended:
    """A submitted attempt in a list."""

    id: int
    number: int
    submitted_at: datetime
    expired: bool
    grade: Grade


def paper_of(text: str) -> Paper:
    """The paper kept with an attempt."""
    return from_data(Paper, json.loads(text))


def newest_answers(attempt_id: int) -> tuple[dict[str, Answer], datetime | None]:
    """The newest saved answer of each question, and when the last save was; one query."""
    rows = db.session.execute(
        select(Response.question_id, Response.answer, Response.saved_at)
        .where(Response.attempt_id == attempt_id)
        .order_by(Response.id)
    ).all()
    return {row.question_id: row.answer for row in rows}, max((row.saved_at for row in rows), default=None)


def sitting(attempt_id: int, user_id: int) -> Sitting:
    """A learner's attempt, in two queries.

    Raises:
        NoSuchAttempt: there is none, or it is another person's.
    """
    found = db.session.execute(
        select(Attempt)
        .join(Enrolment, Enrolment.id == Attempt.enrolment_id)
        .where(Attempt.id == attempt_id, Enrolment.user_id == user_id)
        .execution_options(populate_existing=True)
    ).scalar()
    if found is None:
        raise NoSuchAttempt
    paper = paper_of(found.paper)
    answers, saved_at = newest_answers(attempt_id)
    return Sitting(
        found.id,
        found.enrolment_id,
        found.identity,
        found.number,
        found.edition_id,
        found.seed,
        found.started_at,
        found.deadline_at,
        found.submitted_at,
        found.expired,
        paper,
        answers,
        saved_at,
        _grade(found, paper) if found.submitted_at else None,
    )


def _grade(attempt: Attempt, paper: Paper) -> Grade:
    earned = Fraction(attempt.earned_numerator, attempt.earned_denominator)
    return Grade(earned, attempt.total, paper.rules.passing_score)


def ended_attempts(enrolment_id: int | None, identities: Iterable[str]) -> list[Ended]:
    """A learner's submitted attempts at a quiz, the newest first; one query."""
    if enrolment_id is None:
        return []
    rows = db.session.scalars(
        select(Attempt)
        .where(
            Attempt.enrolment_id == enrolment_id,
            Attempt.identity.in_(tuple(identities)),
            Attempt.submitted_at.is_not(None),
        )
        .order_by(Attempt.number.desc())
    )
    return [
        Ended(row.id, row.number, row.submitted_at, row.expired, _grade(row, paper_of(row.paper)))
        for row in rows
        if row.submitted_at
    ]


def open_attempt_id(enrolment_id: int | None, identities: Iterable[str]) -> int | None:
    """The attempt at a quiz that a learner has begun and not submitted."""
    if enrolment_id is None:
        return None
    return db.session.scalar(
        select(func.max(Attempt.id)).where(
            Attempt.enrolment_id == enrolment_id,
            Attempt.identity.in_(tuple(identities)),
            Attempt.submitted_at.is_(None),
        )
    )


def final_score(enrolment_id: int, course: Course) -> int | None:
    """Whole percent of the best passed attempt at the course's last quiz; None if it has none that was passed."""
    quizzes = [unit for unit in course.units if unit.kind is UnitKind.QUIZ and unit.required]
    if not quizzes:
        return None
    final = quizzes[-1]
    ended = ended_attempts(enrolment_id, (final.identity, *final.formerly))
    return max((each.grade.percent for each in ended if each.grade.passed), default=None)
