"""Taking a course: enrolling, opening and finishing lessons, practising."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from elearn.courses import editions
from elearn.courses.editions import LiveEdition
from elearn.database import db, transaction
from elearn.domain import answers
from elearn.domain.changes import Change, blocks_of, differences
from elearn.domain.course import Credit, Question, Unit
from elearn.learning.completion import complete_unit, complete_what_is_done
from elearn.learning.models import Enrolment, PracticeResponse, UnitProgress
from elearn.learning.standing import Standing, UnitRecord, standing_in

FARTHEST_PLACE = 100_000


class PrerequisitesMissing(Exception):
    """Other courses have to be completed first."""


class CourseArchived(Exception):
    """The course is archived: who takes it may finish it, nobody begins it any more."""


class PracticeResult(StrEnum):
    """What a practice answer was worth."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


@transaction
def enrol(user_id: int, standing: Standing, *, now: datetime) -> int:
    """Let a person take a course; who takes it already simply goes on. Returns the enrolment's id.

    Raises:
        PrerequisitesMissing, CourseArchived: as their docstrings say.
    """
    if standing.enrolment_id is not None:
        return standing.enrolment_id
    if standing.closed:
        raise CourseArchived
    if standing.locked:
        raise PrerequisitesMissing
    course_id = standing.edition.course_id
    try:
        with db.session.begin_nested():
            enrolment = Enrolment(user_id=user_id, course_id=course_id, enrolled_at=now, active_at=now)
            db.session.add(enrolment)
    except IntegrityError:
        of_pair = select(Enrolment.id).where(Enrolment.user_id == user_id, Enrolment.course_id == course_id)
        return db.session.scalars(of_pair).one()
    return enrolment.id


def open_unit(standing: Standing, unit: Unit, *, now: datetime) -> None:
    """Remember that an enrolled learner opened a unit, the first time; later looks write nothing."""
    if standing.enrolment_id is not None and not standing.record(unit):
        _record_opening(standing.enrolment_id, unit, now)


@transaction
def _record_opening(enrolment_id: int, unit: Unit, now: datetime) -> None:
    try:
        with db.session.begin_nested():
            db.session.add(UnitProgress(enrolment_id=enrolment_id, identity=unit.identity, opened_at=now))
    except IntegrityError:
        return
    _touch(enrolment_id, now)


@transaction
def keep_place(standing: Standing, unit: Unit, place: int, *, now: datetime) -> None:
    """Remember at which block of the text an enrolled learner is."""
    if standing.enrolment_id is None or not 0 <= place <= FARTHEST_PLACE:
        return
    record = standing.record(unit)
    db.session.execute(
        update(UnitProgress)
        .where(
            UnitProgress.enrolment_id == standing.enrolment_id,
            UnitProgress.identity == (record.identity if record else unit.identity),
        )
        .values(place=place)
    )
    _touch(standing.enrolment_id, now)


@transaction
def finish_lesson(user_id: int, standing: Standing, unit: Unit, *, now: datetime) -> bool:
    """Record that the learner read the lesson, enrolling on the way; True if that completed the course.

    Raises:
        PrerequisitesMissing: other courses have to be completed first.
    """
    return complete_unit(enrol(user_id, standing, now=now), standing.edition, unit, now=now)


def up_to_date(user_id: int, standing: Standing, *, now: datetime) -> Standing:
    """The standing, its course completed if a new edition took away all that was left of it."""
    if standing.enrolment_id is None or not standing.all_done:
        return standing
    complete_what_is_done(standing.enrolment_id, standing.edition, now=now)
    return standing_in(user_id, standing.course.slug) or standing


def judged(question: Question, answer: answers.Answer) -> PracticeResult:
    """What a practice answer is worth."""
    share = answers.score(question, answer, Credit.PROPORTIONAL)
    return PracticeResult.RIGHT if share == 1 else PracticeResult.PARTLY if share else PracticeResult.WRONG


@transaction
def practise(
    standing: Standing, unit: Unit, question: Question, answer: answers.Answer, *, now: datetime
) -> PracticeResult:
    """Judge a practice answer; an enrolled learner's is kept."""
    result = judged(question, answer)
    if standing.enrolment_id is not None:
        db.session.add(
            PracticeResponse(
                enrolment_id=standing.enrolment_id,
                identity=unit.identity,
                question_id=question.id,
                answer=answer,
                right=result is PracticeResult.RIGHT,
                answered_at=now,
            )
        )
        _touch(standing.enrolment_id, now)
    return result


def changes_since(record: UnitRecord, edition: LiveEdition, unit: Unit) -> tuple[Change, ...]:
    """How the text of a unit differs from the one that the learner completed."""
    old_edition = editions.edition(record.completed_edition_id or edition.id)
    old = old_edition.unit(record.identity) or unit
    return differences(blocks_of(old), blocks_of(unit))


def _touch(enrolment_id: int, now: datetime) -> None:
    """Note that the learner was active, at most once a minute."""
    db.session.execute(
        update(Enrolment)
        .where(Enrolment.id == enrolment_id, Enrolment.active_at < now - timedelta(minutes=1))
        .values(active_at=now)
    )
