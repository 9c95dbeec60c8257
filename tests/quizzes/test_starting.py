"""Beginning attempts: who may, when, and that two at once are one."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from elearn.database import db
from elearn.learning.models import Enrolment
from elearn.learning.service import PrerequisitesMissing
from elearn.quizzes import service
from elearn.quizzes.models import Attempt
from tests.quizzes.taking import MINUTE, NOW, SECOND, Taker, course_with, quiz_md
from tests.support.courses import course_md


def test_beginning_an_attempt_enrols_the_learner(taker):
    somebody = taker()

    somebody.start()

    assert somebody.standing.enrolled


def test_a_quiz_that_is_begun_is_in_progress(taker):
    somebody = taker()

    somebody.start()

    assert somebody.standing.progress.state(somebody.unit) == "in_progress"


def test_beginning_again_goes_on_with_the_open_attempt(taker):
    somebody = taker()
    first = somebody.start()

    assert somebody.start(NOW + MINUTE) == first


def test_two_tabs_that_begin_at_once_get_the_same_attempt(app, taker):
    somebody = taker()
    standing, unit, person_id = somebody.standing, somebody.unit, somebody.person.id
    together = Barrier(4)

    def begin(_: int) -> int:
        with app.app_context():
            together.wait()
            return service.start(person_id, standing, unit, now=NOW)

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(begin, range(4)))

    db.session.rollback()
    assert len(ids) == 1
    assert db.session.scalar(select(func.count(Attempt.id))) == 1


def test_a_course_with_prerequisites_lets_nobody_begin_its_quiz_before(people, publish):
    publish(course_with(quiz_md()), slug="dasar")
    locked = {**course_with(quiz_md()), "course.md": course_md(prerequisites="[dasar]")}
    somebody = Taker(people.create(), publish(locked, slug="lanjutan"))

    with pytest.raises(PrerequisitesMissing):
        somebody.start()

    assert db.session.scalar(select(func.count(Enrolment.id))) == 0


def test_attempts_are_numbered_one_after_the_other(taker):
    somebody = taker()
    ids = [somebody.finish(right=0, now=NOW + n * MINUTE) for n in range(3)]

    assert [somebody.look(id_).number for id_ in ids] == [1, 2, 3]


def test_a_fourth_attempt_of_three_is_refused(taker):
    somebody = taker(attempts=3)
    for n in range(3):
        somebody.finish(right=0, now=NOW + n * MINUTE)

    with pytest.raises(service.NoAttemptsLeft):
        somebody.start(NOW + 5 * MINUTE)


def test_the_next_attempt_is_refused_until_the_waiting_time_is_over(taker):
    somebody = taker(wait_minutes=30)
    somebody.finish(right=0)

    with pytest.raises(service.NotYetOpen) as refused:
        somebody.start(NOW + 30 * MINUTE - SECOND)

    assert refused.value.opens_at == NOW + 30 * MINUTE


def test_the_next_attempt_opens_when_the_waiting_time_is_over(taker):
    somebody = taker(wait_minutes=30)
    first = somebody.finish(right=0)

    assert somebody.start(NOW + 30 * MINUTE) != first


def test_waiting_counts_from_the_deadline_of_an_attempt_that_expired(taker):
    somebody = taker(time_limit=20, wait_minutes=30)
    somebody.start()

    with pytest.raises(service.NotYetOpen) as refused:
        somebody.start(NOW + 40 * MINUTE)

    assert refused.value.opens_at == NOW + 50 * MINUTE


def test_an_expired_attempt_is_graded_even_where_the_next_one_is_refused(taker):
    somebody = taker(time_limit=20, attempts=1)
    attempt_id = somebody.start()

    with pytest.raises(service.NoAttemptsLeft):
        somebody.start(NOW + 40 * MINUTE)

    assert db.session.get_one(Attempt, attempt_id).submitted_at == NOW + 20 * MINUTE


def test_an_expired_attempt_uses_up_one_of_those_allowed(taker):
    somebody = taker(time_limit=20, attempts=2)
    first = somebody.start()

    second = somebody.start(NOW + 40 * MINUTE)

    assert second != first
    assert [each.number for each in service.tried(somebody.standing, somebody.unit, now=NOW + 40 * MINUTE)] == [1, 2]


def test_a_quiz_that_was_renamed_goes_on_counting_its_attempts(people, publish):
    somebody = Taker(people.create(), publish(course_with(quiz_md(attempts=1))))
    somebody.finish(right=0)
    renamed = course_with(quiz_md(attempts=1, formerly="[mulai/kuis]"))
    renamed["01-mulai/03-evaluasi.md"] = renamed.pop("01-mulai/03-kuis.md")
    publish(renamed)

    with pytest.raises(service.NoAttemptsLeft):
        somebody.start(NOW + MINUTE)


def test_who_has_passed_may_try_for_a_better_score(taker):
    somebody = taker(passing_score=60)
    first = somebody.finish(right=2)

    assert somebody.start(NOW + MINUTE) != first


def test_one_learner_never_gets_the_attempt_of_another(people, publish):
    edition = publish(course_with(quiz_md()))
    one, other = Taker(people.create(), edition), Taker(people.create(), edition)

    assert one.start() != other.start()
