"""Fill a database as a city would: many people, many enrolments, one learner in the middle of things."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask
from sqlalchemy import insert, select

from elearn.accounts.models import SignIn, User
from elearn.accounts.signing_in import token_hash
from elearn.certificates.models import Certificate
from elearn.courses.editions import LiveEdition, live_courses
from elearn.database import db
from elearn.domain.course import UnitKind
from elearn.learning import service as learning
from elearn.learning.completion import complete_unit
from elearn.learning.models import Enrolment, UnitProgress
from elearn.learning.standing import standing_in
from elearn.quizzes import reading
from elearn.quizzes import service as quizzes


@dataclass(frozen=True)
class Learner:
    """Whom the benchmark signs in as, and what they are looking at."""

    token: str
    lesson: str
    attempt_id: int
    question_id: str
    answer: str
    code: str


def populate(app: Flask, people: int, now: datetime) -> Learner:
    """Make `people` accounts with progress in every course, and the learner."""
    with app.app_context():
        courses = live_courses()
        _crowd(people, courses, now)
        learner = _learner(courses, now)
        db.session.remove()
        return learner


def _crowd(people: int, courses: list[LiveEdition], now: datetime) -> None:
    rows = [
        {"nip": str(10**17 + number), "name": f"Orang {number}", "status": "pns", "created_at": now}
        for number in range(people)
    ]
    db.session.execute(insert(User), rows)
    ids = list(db.session.scalars(select(User.id)))
    enrolments = [
        {"user_id": user, "course_id": edition.course_id, "enrolled_at": now, "active_at": now}
        for user in ids
        for edition in courses
    ]
    db.session.execute(insert(Enrolment), enrolments)
    units = {edition.course_id: edition.course.units for edition in courses}
    progress = [
        {"enrolment_id": row.id, "identity": unit.identity, "opened_at": now, "completed_hash": unit.text_hash}
        for row in db.session.execute(select(Enrolment.id, Enrolment.course_id))
        for unit in units[row.course_id][:8]
    ]
    for start in range(0, len(progress), 20_000):
        db.session.execute(insert(UnitProgress), progress[start : start + 20_000])
    db.session.commit()


def _learner(courses: list[LiveEdition], now: datetime) -> Learner:
    user = User(nip="199203142025212001", name="Siti Rahmawati", status="pppk", created_at=now)
    db.session.add(user)
    db.session.flush()
    token = secrets.token_urlsafe(32)
    session = SignIn(
        user_id=user.id, token_hash=token_hash(token), created_at=now, seen_at=now, expires_at=now + timedelta(days=1)
    )
    db.session.add(session)
    db.session.commit()
    free = [edition for edition in courses if not edition.course.prerequisites]
    _complete(user.id, next(e for e in free if e.course.certificate == "automatic"), now)
    reading_now = free[-1]
    lesson = next(unit for unit in reading_now.course.units[1:] if unit.kind is UnitKind.LESSON)
    standing = standing_in(user.id, reading_now.course.slug)
    learning.enrol(user.id, standing, now=now)
    standing = standing_in(user.id, reading_now.course.slug)
    learning.open_unit(standing, lesson, now=now)
    quiz = next(unit for unit in reversed(reading_now.course.units) if unit.kind is UnitKind.QUIZ)
    attempt_id = quizzes.start(user.id, standing, quiz, now=now)
    question = next(q for q in reading.sitting(attempt_id, user.id).paper.questions if q.options)
    code = db.session.scalars(select(Certificate.code)).first() or ""
    path = f"/courses/{reading_now.course.slug}/{lesson.address}/"
    return Learner(token, path, attempt_id, question.id, question.options[0].key, code)


def _complete(user_id: int, edition: LiveEdition, now: datetime) -> None:
    standing = standing_in(user_id, edition.course.slug)
    enrolment_id = learning.enrol(user_id, standing, now=now - timedelta(days=3))
    for unit in edition.course.units:
        complete_unit(enrolment_id, edition, unit, now=now)
