"""Attempts at quizzes: begun, saved, submitted and graded, each exactly once."""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.exc import IntegrityError

from elearn.courses import editions
from elearn.database import db, transaction
from elearn.domain import grading
from elearn.domain.answers import Answer
from elearn.domain.codec import to_data
from elearn.domain.course import QuizRules, Unit
from elearn.learning.completion import complete_unit
from elearn.learning.models import Enrolment
from elearn.learning.service import enrol
from elearn.learning.standing import Standing
from elearn.quizzes.models import Attempt, Response
from elearn.quizzes.reading import NoSuchAttempt, newest_answers, paper_of


class NoAttemptsLeft(Exception):
    """The learner has used every attempt at this quiz."""


class NotYetOpen(Exception):
    """The next attempt opens later."""

    def __init__(self, opens_at: datetime) -> None:
        super().__init__(opens_at.isoformat())
        self.opens_at = opens_at


class AttemptOver(Exception):
    """The attempt is submitted, or its time is over: what was saved before counts, nothing more can be added."""


@dataclass(frozen=True)
class Receipt:
    """What a learner is told about a save: when the server had it, and a short code to quote."""

    saved_at: datetime
    code: str


@transaction
def start(user_id: int, standing: Standing, unit: Unit, *, now: datetime) -> int:
    """Begin an attempt, enrolling on the way, and return its id; an open attempt is gone on with instead.

    Raises:
        PrerequisitesMissing: other courses have to be completed first.
        NoAttemptsLeft, NotYetOpen: as their docstrings say.
    """
    enrolment_id = enrol(user_id, standing, now=now)
    _lock_enrolment(enrolment_id)
    identities = (unit.identity, *unit.formerly)
    attempts = db.session.scalars(
        select(Attempt)
        .where(Attempt.enrolment_id == enrolment_id, Attempt.identity.in_(identities))
        .order_by(Attempt.number)
    ).all()
    current = next((each for each in attempts if each.submitted_at is None), None)
    if current is not None and grading.takes_answers(current.deadline_at, now):
        return current.id
    if current is not None:
        _close(current, now)
    _refuse_another(unit.quiz or QuizRules(), attempts, now)
    return _add(enrolment_id, standing, unit, number=len(attempts) + 1, now=now)


def _refuse_another(rules: QuizRules, attempts: Sequence[Attempt], now: datetime) -> None:
    last = max((each.submitted_at for each in attempts if each.submitted_at), default=None)
    opens_at = grading.next_attempt_at(rules, last, len(attempts))
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
        started_at=now,
        deadline_at=grading.deadline(paper.rules, now),
    )
    db.session.add(attempt)
    db.session.flush()
    return attempt.id


def save(attempt_id: int, user_id: int, given: Mapping[str, Answer], request_key: str, *, now: datetime) -> Receipt:
    """Save answers; the same request sent again saves nothing twice and gets the same receipt.

    Answers to questions that the paper doesn't have are left out.

    Raises:
        NoSuchAttempt: there is none, or it is another person's.
        AttemptOver: it is submitted or its time is over.
    """
    receipt = _save(attempt_id, user_id, given, request_key, now=now)
    if receipt is None:
        close_overdue(now=now, attempt_id=attempt_id)
        raise AttemptOver
    return receipt


@transaction
def _save(
    attempt_id: int, user_id: int, given: Mapping[str, Answer], request_key: str, *, now: datetime
) -> Receipt | None:
    attempt = _locked(attempt_id, user_id)
    if attempt.submitted_at is not None or not grading.takes_answers(attempt.deadline_at, now):
        return None
    known = {question.id for question in paper_of(attempt.paper).questions}
    for question_id in sorted(given.keys() & known):
        _save_one(attempt_id, question_id, given[question_id], request_key, now)
    return _receipt(attempt_id, request_key, now)


def _save_one(attempt_id: int, question_id: str, answer: Answer, request_key: str, now: datetime) -> None:
    response = Response(
        attempt_id=attempt_id, question_id=question_id, answer=answer, request_key=request_key, saved_at=now
    )
    try:
        with db.session.begin_nested():
            db.session.add(response)
    except IntegrityError:
        return


def _receipt(attempt_id: int, request_key: str, now: datetime) -> Receipt:
    mine = (Response.attempt_id == attempt_id, Response.request_key == request_key)
    first = db.session.execute(select(func.min(Response.id), func.min(Response.saved_at)).where(*mine)).one()
    code = f"{(first[0] or attempt_id) * 40503 % 65536:04X}"
    return Receipt(first[1] or now, code)


@transaction
def submit(attempt_id: int, user_id: int, *, now: datetime) -> None:
    """Hand an attempt in and grade it by its paper; once, however often it is asked for.

    Raises:
        NoSuchAttempt: there is none, or it is another person's.
    """
    enrolment_id = db.session.scalar(select(Attempt.enrolment_id).where(Attempt.id == attempt_id))
    if enrolment_id is None:
        raise NoSuchAttempt
    _lock_enrolment(enrolment_id)
    attempt = _locked(attempt_id, user_id)
    if attempt.submitted_at is None:
        _close(attempt, now)


def close_overdue(*, now: datetime, attempt_id: int | None = None) -> int:
    """Grade open attempts whose time is over, with what was saved; of one attempt or of all. Returns how many."""
    overdue = select(Attempt.id).where(Attempt.submitted_at.is_(None), Attempt.deadline_at < now - grading.GRACE)
    if attempt_id is not None:
        overdue = overdue.where(Attempt.id == attempt_id)
    return sum(_close_one(id_, now) for id_ in db.session.scalars(overdue).all())


@transaction
def _close_one(attempt_id: int, now: datetime) -> bool:
    enrolment_id = db.session.scalar(select(Attempt.enrolment_id).where(Attempt.id == attempt_id))
    if enrolment_id is None:
        return False
    _lock_enrolment(enrolment_id)
    attempt = db.session.scalars(_for_update().where(Attempt.id == attempt_id)).one()
    if attempt.submitted_at is not None:
        return False
    _close(attempt, now)
    return True


def _close(attempt: Attempt, now: datetime) -> None:
    """Grade an open attempt whose row and enrolment are locked; passing completes its unit."""
    paper = paper_of(attempt.paper)
    answers, _saved_at = newest_answers(attempt.id)
    grade = grading.grade(paper, answers)
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


def _for_update() -> Select[Attempt]:
    return select(Attempt).with_for_update().execution_options(populate_existing=True)


def _locked(attempt_id: int, user_id: int) -> Attempt:
    mine = select(Enrolment.id).where(Enrolment.user_id == user_id)
    found = db.session.scalars(
        _for_update().where(Attempt.id == attempt_id, Attempt.enrolment_id.in_(mine))
    ).one_or_none()
    if found is None:
        raise NoSuchAttempt
    return found
