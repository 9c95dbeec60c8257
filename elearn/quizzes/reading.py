"""Reading attempts: the paper that was given, the newest answers, and how earlier attempts ended."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select

from elearn.database import db
from elearn.domain import grading
from elearn.domain.answers import Answer
from elearn.domain.codec import from_data
from elearn.domain.course import Course, Unit, UnitKind
from elearn.domain.grading import Grade, Paper
from elearn.learning.models import Enrolment
from elearn.quizzes.models import Attempt, Response

PAPERS_KEPT = 256
"""How many papers a process keeps as values; one takes about 100 kB."""


class NoSuchAttempt(Exception):
    """There is no attempt of this learner with that number."""


@dataclass(frozen=True)
class Receipt:
    """What a learner is told about a save: when the server had it, and a short code to quote."""

    saved_at: datetime
    code: str


@dataclass(frozen=True)
class Saved:
    """The newest answer of each question, with its receipt. `newest` is the last response they were read from."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    newest: int = 0


@dataclass(frozen=True)
class Sitting:
    """An attempt as its learner meets it: its paper, what is saved, its grade once it is in."""

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
    saved: Saved
    grade: Grade | None

    @property
    def open(self) -> bool:
        """Whether it isn't submitted yet."""
        return self.submitted_at is None

    def overdue(self, now: datetime) -> bool:
        """Whether it is open although its time is over."""
        return self.open and not grading.takes_answers(self.deadline_at, now)

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The newest answer of each question."""
        return self.saved.answers


@dataclass(frozen=True)
class Tried:
    """An attempt in a list; it has a grade once it is submitted."""

    id: int
    number: int
    started_at: datetime
    deadline_at: datetime | None
    submitted_at: datetime | None
    expired: bool
    grade: Grade | None

    def overdue(self, now: datetime) -> bool:
        """Whether it is open although its time is over."""
        return self.submitted_at is None and not grading.takes_answers(self.deadline_at, now)


@lru_cache(PAPERS_KEPT)
def paper_of(text: str) -> Paper:
    """The paper kept with an attempt."""
    return from_data(Paper, json.loads(text))


def receipt_code(attempt_id: int, request_key: str) -> str:
    """Four characters that a learner can quote to say which save they mean."""
    return sha256(f"{attempt_id}:{request_key}".encode()).hexdigest()[:4].upper()


def saved_in(attempt_id: int) -> Saved:
    """What is saved in an attempt; one query."""
    newest = select(func.max(Response.id)).where(Response.attempt_id == attempt_id).group_by(Response.question_id)
    rows = db.session.execute(
        select(Response.id, Response.question_id, Response.answer, Response.saved_at, Response.request_key).where(
            Response.id.in_(newest)
        )
    ).all()
    return Saved(
        {row.question_id: row.answer for row in rows},
        {row.question_id: Receipt(row.saved_at, receipt_code(attempt_id, row.request_key)) for row in rows},
        max((row.id for row in rows), default=0),
    )


def sitting(attempt_id: int, user_id: int) -> Sitting:
    """A learner's attempt, in two queries.

    Raises:
        NoSuchAttempt: there is none, or it is another person's.
    """
    found = db.session.execute(
        select(*_COLUMNS, Attempt.enrolment_id, Attempt.identity, Attempt.edition_id, Attempt.seed, Attempt.paper)
        .join(Enrolment, Enrolment.id == Attempt.enrolment_id)
        .where(Attempt.id == attempt_id, Enrolment.user_id == user_id)
    ).one_or_none()
    if found is None:
        raise NoSuchAttempt
    return Sitting(
        id=found.id,
        enrolment_id=found.enrolment_id,
        identity=found.identity,
        number=found.number,
        edition_id=found.edition_id,
        seed=found.seed,
        started_at=found.started_at,
        deadline_at=found.deadline_at,
        submitted_at=found.submitted_at,
        expired=found.expired,
        paper=paper_of(found.paper),
        saved=saved_in(attempt_id),
        grade=_grade(found),
    )


_COLUMNS = (
    Attempt.id,
    Attempt.number,
    Attempt.started_at,
    Attempt.deadline_at,
    Attempt.submitted_at,
    Attempt.expired,
    Attempt.earned_numerator,
    Attempt.earned_denominator,
    Attempt.total,
    Attempt.passing_score,
)


def _grade(row: Any) -> Grade | None:
    if row.submitted_at is None:
        return None
    return Grade(Fraction(row.earned_numerator, row.earned_denominator), row.total, row.passing_score)


def attempts_at(enrolment_id: int | None, unit: Unit) -> tuple[Tried, ...]:
    """A learner's attempts at a quiz under any identity that it had, in order; one query."""
    if enrolment_id is None:
        return ()
    identities = (unit.identity, *unit.formerly)
    rows = db.session.execute(
        select(*_COLUMNS)
        .where(Attempt.enrolment_id == enrolment_id, Attempt.identity.in_(identities))
        .order_by(Attempt.number)
    )
    return tuple(Tried(r.id, r.number, r.started_at, r.deadline_at, r.submitted_at, r.expired, _grade(r)) for r in rows)


def final_score(enrolment_id: int, course: Course) -> int | None:
    """Whole percent of the best passed attempt at the course's last quiz; None if it has none that was passed.

    An optional quiz is asked only where no quiz is required.
    """
    quizzes = [unit for unit in course.units if unit.kind is UnitKind.QUIZ]
    final = [unit for unit in quizzes if unit.required] or quizzes
    if not final:
        return None
    grades = [each.grade for each in attempts_at(enrolment_id, final[-1])]
    return max((grade.percent for grade in grades if grade and grade.passed), default=None)
