"""People who complete a course, as learners do: unit by unit."""

from datetime import UTC, datetime

from elearn.accounts.models import User
from elearn.courses.editions import LiveEdition
from elearn.database import db
from elearn.learning.completion import complete_unit
from elearn.learning.models import Enrolment

STARTED = datetime(2026, 11, 2, 3, tzinfo=UTC)
COMPLETED = datetime(2026, 11, 20, 3, tzinfo=UTC)


def enrol(person: User, edition: LiveEdition, started: datetime = STARTED) -> int:
    """The person takes the course; returns the enrolment's id."""
    enrolment = Enrolment(user_id=person.id, course_id=edition.course_id, enrolled_at=started, active_at=started)
    db.session.add(enrolment)
    db.session.commit()
    return enrolment.id


def complete(person: User, edition: LiveEdition, completed: datetime = COMPLETED) -> int:
    """The person takes the course and finishes every unit of it; returns the enrolment's id."""
    enrolment_id = enrol(person, edition)
    for unit in edition.course.units:
        complete_unit(enrolment_id, edition, unit, now=completed)
    return enrolment_id
