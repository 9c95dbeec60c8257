"""Attempts at quizzes: begun, submitted and graded, each exactly once."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from elearn.courses import editions
from elearn.database import db, transaction
from elearn.domain import grading
from elearn.domain.codec import to_data
from elearn.domain.course import QuizRules, Unit
from elearn.learning.completion import complete_unit
from elearn.learning.models import Enrolment
from elearn.learning.service import enrol, open_unit
from elearn.learning.standing import Standing
from elearn.quizzes.models import Attempt
from elearn.quizzes.reading import NoSuchAttempt, Sitting, Tried, attempts_at, paper_of, saved_in, sitting


class NoAttemptsLeft(Exception):
    """The learner has used every attempt at this quiz."""


class NotYetOpen(Exception):
    """The next attempt opens later."""

    def __init__(self, opens_at: datetime) -> None:
        super().__init__(opens_at.isoformat())
        self.opens_at = opens_at


def tried(standing: Standing, unit: Unit, *, now: datetime) -> tuple[Tried, ...]:
    """A learner's attempts at a quiz; one whose time is over is graded on the way."""
    found = attempts_at(standing.enrolment_id, unit)
    if any(each.overdue(now) for each in found):
        close_overdue(now=now, enrolment_id=standing.enrolment_id)
        found = attempts_at(standing.enrolment_id, unit)
    return found


def look(attempt_id: int, user_id: int, *, now: datetime) -> Sitting:
    """A learner's attempt; one whose time is over is graded on the way.

    Raises:
        NoSuchAttempt: there is none, or it is another person's.
    """
    found = sitting(attempt_id, user_id)
    if found.overdue(now):
        close_overdue(now=now, attempt_id=attempt_id)
        found = sitting(attempt_id, user_id)
    return found


def start(user_id: int, standing: Standing, unit: Unit, *, now: datetime) -> int:
    """Begin an attempt, enrolling on the way, and return its id; an open attempt is gone on with instead.

    Raises:
        PrerequisitesMissing: other courses have to be completed first.
        NoAttemptsLeft, NotYetOpen: as their docstrings say.
    """
    if standing.enrolment_id is not None:
        close_overdue(now=now, enrolment_id=standing.enrolment_id)
    return _start(user_id, standing, unit, now=now)


@transaction
def _start(user_id: int, standing: Standing, unit: Unit, *, now: datetime) -> int:
    enrolment_id = enrol(user_id, standing, now=now)
    _lock_enrolment(enrolment_id)
    earlier = attempts_at(enrolment_id, unit)
    current = next((each for each in earlier if each.submitted_at is None), None)
    if current is not None:
        return current.id
    _refuse_another(unit.quiz or QuizRules(), earlier, now)
    open_unit(replace(standing, enrolment_id=enrolment_id), unit, now=now)
    return _add(enrolment_id, standing, unit, number=len(earlier) + 1, now=now)


def _refuse_another(rules: QuizRules, earlier: Iterable[Tried], now: datetime) -> None:
    ends = [each.submitted_at for each in earlier if each.submitted_at]
    opens_at = grading.next_attempt_at(rules, max(ends, default=None), len(ends))
    if opens_at is None:
        raise NoAttemptsLeft
    if opens_at > now:
        raise NotYetOpen(opens_at)


def _add(enrolment_id: int, standing: Standing, unit: Unit, *, number: int, now: datetime) -> int:
    seed = secrets.token_hex(16)
    paper = grading.set_paper(standing.course, unit, standing.edition.number, seed)
    attempt = Attempt(
        enrolment_id=enrolment_id,
        identity=unit.identity,
        number=number,
        edition_id=standing.edition.id,
        seed=seed,
        paper=json.dumps(to_data(paper), ensure_ascii=False, separators=(",", ":")),
        passing_score=paper.rules.passing_score,
        started_at=now,
        deadline_at=grading.deadline(paper.rules, now),
    )
    db.session.add(attempt)
    db.session.flush()
    return attempt.id


@transaction
def submit(attempt_id: int, user_id: int, *, now: datetime) -> None:
    """Hand an attempt in and grade it by its paper; once, however often it is asked for.

    Raises:
        NoSuchAttempt: there is none, or it is another person's.
    """
    enrolment_id = db.session.scalar(
        select(Attempt.enrolment_id)
        .join(Enrolment, Enrolment.id == Attempt.enrolment_id)
        .where(Attempt.id == attempt_id, Enrolment.user_id == user_id)
    )
    if enrolment_id is None:
        raise NoSuchAttempt
    _close_once(attempt_id, enrolment_id, now)


def close_overdue(*, now: datetime, attempt_id: int | None = None, enrolment_id: int | None = None) -> int:
    """Grade open attempts whose time is over, with what was saved: of one attempt, of an enrolment, or all.

    Each is its own transaction. Returns how many were graded.
    """
    overdue = select(Attempt.id, Attempt.enrolment_id).where(
        Attempt.submitted_at.is_(None), Attempt.deadline_at < now - grading.GRACE
    )
    if attempt_id is not None:
        overdue = overdue.where(Attempt.id == attempt_id)
    if enrolment_id is not None:
        overdue = overdue.where(Attempt.enrolment_id == enrolment_id)
    return sum(_close_one(*row, now) for row in db.session.execute(overdue).all())


@transaction
def _close_one(attempt_id: int, enrolment_id: int, now: datetime) -> bool:
    return _close_once(attempt_id, enrolment_id, now)


def _close_once(attempt_id: int, enrolment_id: int, now: datetime) -> bool:
    """Close an attempt that is still open, under its locks; False if somebody was faster."""
    _lock_enrolment(enrolment_id)
    attempt = db.session.scalars(
        select(Attempt).where(Attempt.id == attempt_id).with_for_update().execution_options(populate_existing=True)
    ).one()
    if attempt.submitted_at is not None:
        return False
    _close(attempt, now)
    return True


def _close(attempt: Attempt, now: datetime) -> None:
    """Grade an open attempt; passing completes its unit."""
    grade = grading.grade(paper_of(attempt.paper), saved_in(attempt.id).answers)
    attempt.expired = not grading.takes_answers(attempt.deadline_at, now)
    attempt.submitted_at = attempt.deadline_at if attempt.expired else now
    attempt.earned_numerator, attempt.earned_denominator = grade.earned.as_integer_ratio()
    attempt.total = grade.total
    attempt.passed = grade.passed
    db.session.flush()
    if grade.passed:
        _complete(attempt, now)


def _complete(attempt: Attempt, now: datetime) -> None:
    """Complete the quiz's unit in the course as it is now, or, should it have gone meanwhile, as it was."""
    given = editions.edition(attempt.edition_id)
    current = editions.live(given.course.slug) or given
    unit = current.unit(attempt.identity) or given.unit(attempt.identity)
    if unit is not None:
        complete_unit(attempt.enrolment_id, current, unit, now=now)


def _lock_enrolment(enrolment_id: int) -> None:
    """Everything that begins or ends attempts takes this lock first, so that no two wait for each other."""
    db.session.execute(select(Enrolment.id).where(Enrolment.id == enrolment_id).with_for_update())
