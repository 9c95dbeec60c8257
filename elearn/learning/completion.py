"""Completing units, and by that a course: once, for good."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from elearn.courses.editions import LiveEdition
from elearn.database import db, transaction
from elearn.domain.course import Unit
from elearn.domain.progress import Done, progress
from elearn.learning.events import course_completed
from elearn.learning.models import Enrolment, UnitProgress


@dataclass(frozen=True)
class Completion:
    """A learner completed a course, reading the edition named."""

    enrolment_id: int
    user_id: int
    course_id: int
    edition_id: int
    started_at: datetime
    completed_at: datetime


@transaction
def complete_unit(enrolment_id: int, edition: LiveEdition, unit: Unit, *, now: datetime) -> bool:
    """Record that the learner completed this text of the unit; True if that completed the course.

    Completing again after the text changed records the new text; the day of the first completion stays.
    """
    enrolment = db.session.scalars(select(Enrolment).where(Enrolment.id == enrolment_id).with_for_update()).one()
    record = _record(enrolment_id, unit, now)
    record.completed_at = record.completed_at or now
    record.completed_hash = unit.text_hash
    record.completed_edition_id = edition.id
    enrolment.active_at = now
    db.session.flush()
    return _complete_course(enrolment, edition, now)


@transaction
def complete_what_is_done(enrolment_id: int, edition: LiveEdition, *, now: datetime) -> bool:
    """Complete a course of which everything required is done: a new edition may have taken away what was left."""
    enrolment = db.session.scalars(select(Enrolment).where(Enrolment.id == enrolment_id).with_for_update()).one()
    return _complete_course(enrolment, edition, now)


def _record(enrolment_id: int, unit: Unit, now: datetime) -> UnitProgress:
    """The record of a unit, also under an identity that it had formerly: the first completion stays one."""
    known = select(UnitProgress).where(
        UnitProgress.enrolment_id == enrolment_id, UnitProgress.identity.in_((unit.identity, *unit.formerly))
    )
    records = sorted(db.session.scalars(known), key=lambda each: each.identity != unit.identity)
    record = records[0] if records else None
    if record is None:
        record = UnitProgress(enrolment_id=enrolment_id, identity=unit.identity, opened_at=now)
        db.session.add(record)
    return record


def _complete_course(enrolment: Enrolment, edition: LiveEdition, now: datetime) -> bool:
    rows = db.session.execute(
        select(UnitProgress.identity, UnitProgress.completed_hash).where(UnitProgress.enrolment_id == enrolment.id)
    )
    if not progress(edition.course, (Done(row.identity, row.completed_hash) for row in rows)).complete:
        return False
    once = (
        update(Enrolment)
        .where(Enrolment.id == enrolment.id, Enrolment.completed_at.is_(None))
        .values(completed_at=now, completed_edition_id=edition.id)
        .returning(Enrolment.id)
        .execution_options(synchronize_session="fetch")
    )
    if db.session.scalar(once) is None:
        return False
    course_completed.send(
        Completion(enrolment.id, enrolment.user_id, enrolment.course_id, edition.id, enrolment.enrolled_at, now)
    )
    return True
