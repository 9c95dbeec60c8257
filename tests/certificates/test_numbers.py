"""Numbers are gap-free and never reused, also when many processes issue at once."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from sqlalchemy import func, select

from elearn.certificates.models import Certificate
from elearn.courses.editions import LiveEdition
from elearn.database import db
from elearn.learning.models import Enrolment
from tests.support.certificates import begin_together, issue_all
from tests.support.completing import COMPLETED, STARTED
from tests.support.courses import lessons_only
from tests.support.people import People

PROCESSES = 5
EACH = 10


@pytest.fixture(scope="module")
def processes() -> Iterator[ProcessPoolExecutor]:
    """New interpreters, as separate as the workers of a server, which begin a task together."""
    spawn = get_context("spawn")
    together = (spawn.Barrier(PROCESSES),)
    with ProcessPoolExecutor(PROCESSES, mp_context=spawn, initializer=begin_together, initargs=together) as pool:
        yield pool


def _completed(people: People, edition: LiveEdition, name: str) -> int:
    enrolment = Enrolment(
        user_id=people.create(name).id,
        course_id=edition.course_id,
        enrolled_at=STARTED,
        active_at=COMPLETED,
        completed_at=COMPLETED,
        completed_edition_id=edition.id,
    )
    db.session.add(enrolment)
    db.session.commit()
    return enrolment.id


def _batches(people: People, edition: LiveEdition, names: list[str]) -> list[list[int]]:
    return [[_completed(people, edition, name) for name in names] for _ in range(PROCESSES)]


def _issue_at_once(processes, settings, batches) -> int:
    db.session.remove()
    return sum(processes.map(issue_all, [settings] * PROCESSES, batches))


def test_fifty_issued_at_once_get_the_numbers_one_to_fifty(people, publish, settings, processes):
    batches = _batches(people, publish(lessons_only()), ["Siti"] * EACH)

    _issue_at_once(processes, settings, batches)

    numbers = db.session.scalars(select(Certificate.running).order_by(Certificate.running)).all()
    assert numbers == list(range(1, PROCESSES * EACH + 1))


def test_files_that_cannot_be_made_leave_no_gap_between_those_that_can(people, publish, settings, processes):
    batches = _batches(people, publish(lessons_only()), ["Siti", "李", "Budi"])

    failed = _issue_at_once(processes, settings, batches)

    last, count = db.session.execute(select(func.max(Certificate.running), func.count(Certificate.id))).one()
    assert (failed, last, count) == (PROCESSES, 2 * PROCESSES, 2 * PROCESSES)
