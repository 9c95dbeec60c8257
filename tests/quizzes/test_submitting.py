"""Handing in: graded once by the paper, late or in time, and what passing brings."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.database import db
from elearn.domain.grading import GRACE
from elearn.frozen import FactsStay
from elearn.hours.models import HourEntry
from elearn.quizzes import reading, service
from elearn.quizzes.models import Attempt
from elearn.quizzes.reading import NoSuchAttempt
from elearn.quizzes.saving import AttemptOver, Save, save
from tests.quizzes.taking import MINUTE, NOW, SECOND, Taker, course_with, quiz_md
from tests.support.courses import lesson


def _attempt(attempt_id):
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Attempt, attempt_id)


def test_an_attempt_is_graded_when_it_is_handed_in(taker):
    somebody = taker(passing_score=60)

    grade = somebody.look(somebody.finish(right=2, wrong=1)).grade

    assert (grade.earned, grade.total, grade.passed) == (2, 3, True)


def test_two_of_three_do_not_pass_at_sixty_seven_percent(taker):
    somebody = taker(passing_score=67)

    assert not somebody.look(somebody.finish(right=2)).grade.passed


def test_an_attempt_handed_in_empty_earns_nothing(taker):
    somebody = taker()

    assert somebody.look(somebody.finish(right=0)).grade.earned == 0


def test_handing_in_twice_grades_once(taker):
    somebody = taker()
    attempt_id = somebody.finish(right=3)

    somebody.submit(attempt_id, NOW + MINUTE)

    assert _attempt(attempt_id).submitted_at == NOW


def test_handing_in_from_many_places_at_once_grades_and_credits_once(app, taker):
    somebody = taker()
    attempt_id, person_id = somebody.start(), somebody.person.id
    somebody.save(attempt_id, {f"s{n}": f"Benar {n}" for n in (1, 2, 3)})
    lesson_unit = somebody.standing.course.units[0]
    _complete_lesson(somebody, lesson_unit)
    together = Barrier(4)

    def hand_in(n: int) -> None:
        with app.app_context():
            together.wait()
            service.submit(attempt_id, person_id, now=NOW + n * SECOND)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(hand_in, range(4)))

    assert _attempt(attempt_id).passed
    assert len(db.session.scalars(select(HourEntry)).all()) == 1


def test_a_save_and_handing_in_at_once_leave_no_answer_half_counted(app, taker):
    """Either the save came first and is graded, or it was refused; never shown as saved and not counted."""
    somebody = taker(1)
    attempt_id, person_id = somebody.start(), somebody.person.id
    given = Save(frozenset(["s1"]), somebody.fields(attempt_id, {"s1": "Benar 1"}), "satu")
    together = Barrier(2)

    def try_save() -> bool:
        with app.app_context():
            together.wait()
            try:
                save(attempt_id, person_id, given, now=NOW)
            except AttemptOver:
                return False
            return True

    def hand_in() -> None:
        with app.app_context():
            together.wait()
            service.submit(attempt_id, person_id, now=NOW)

    with ThreadPoolExecutor(2) as pool:
        saved, done = pool.submit(try_save), pool.submit(hand_in)
        done.result()

    assert _attempt(attempt_id).passed is saved.result()


def test_nobody_hands_in_for_another(taker, people):
    somebody = taker()
    attempt_id = somebody.start()

    with pytest.raises(NoSuchAttempt):
        service.submit(attempt_id, people.create().id, now=NOW)

    assert somebody.look(attempt_id).open


def test_looking_at_an_expired_attempt_grades_it_with_what_was_saved(taker):
    somebody = taker(time_limit=20)
    attempt_id = somebody.start()
    somebody.save(attempt_id, {"s1": "Benar 1"}, NOW + MINUTE)

    sitting = somebody.look(attempt_id, NOW + 60 * MINUTE)

    assert (sitting.expired, sitting.submitted_at, sitting.grade.earned) == (True, NOW + 20 * MINUTE, 1)


def test_an_attempt_is_not_expired_within_its_grace(taker):
    somebody = taker(time_limit=20)
    attempt_id = somebody.start()

    assert somebody.look(attempt_id, NOW + 20 * MINUTE + GRACE).open


def test_handing_in_within_the_grace_is_in_time(taker):
    somebody = taker(time_limit=20)
    attempt_id = somebody.start()

    somebody.submit(attempt_id, NOW + 20 * MINUTE + GRACE)

    assert not _attempt(attempt_id).expired


def test_handing_in_after_the_time_is_graded_as_expired(taker):
    somebody = taker(time_limit=20)
    attempt_id = somebody.start()

    somebody.submit(attempt_id, NOW + 60 * MINUTE)

    assert (_attempt(attempt_id).expired, _attempt(attempt_id).submitted_at) == (True, NOW + 20 * MINUTE)


def test_closing_what_expired_leaves_attempts_that_have_time(people, publish):
    edition = publish(course_with(quiz_md(time_limit=20)))
    early, late = Taker(people.create(), edition), Taker(people.create(), edition)
    over, running = early.start(), late.start(NOW + 10 * MINUTE)

    closed = service.close_overdue(now=NOW + 21 * MINUTE)

    assert closed == 1
    assert (_attempt(over).expired, _attempt(running).submitted_at) == (True, None)


def test_closing_what_expired_waits_for_a_save_on_its_way(taker):
    somebody = taker(time_limit=20)
    somebody.start()

    assert service.close_overdue(now=NOW + 20 * MINUTE + GRACE) == 0


def test_closing_what_expired_again_does_nothing(taker):
    somebody = taker(time_limit=20)
    somebody.start()
    service.close_overdue(now=NOW + 21 * MINUTE)

    assert service.close_overdue(now=NOW + 22 * MINUTE) == 0


def test_the_command_grades_what_expired(app, taker):
    somebody = taker(time_limit=20)
    attempt_id = somebody.start(clock.now() - 60 * MINUTE)

    result = app.test_cli_runner().invoke(args=["quizzes", "close-expired"])

    assert result.output == "graded: 1\n"
    assert _attempt(attempt_id).expired


def test_passing_completes_the_quiz(taker):
    somebody = taker()

    somebody.finish(right=3)

    assert somebody.standing.progress.done(somebody.unit)


def test_not_passing_does_not_complete_the_quiz(taker):
    somebody = taker()

    somebody.finish(right=1, wrong=2)

    assert not somebody.standing.progress.done(somebody.unit)


def test_a_later_attempt_that_is_not_passed_takes_nothing_away(taker):
    somebody = taker()
    somebody.finish(right=3)

    somebody.finish(right=0, now=NOW + MINUTE)

    assert somebody.standing.progress.done(somebody.unit)


def test_an_expired_attempt_that_reached_the_score_is_passed(taker):
    somebody = taker(time_limit=20)
    attempt_id = somebody.start()
    somebody.save(attempt_id, {f"s{n}": f"Benar {n}" for n in (1, 2, 3)})

    service.close_overdue(now=NOW + 60 * MINUTE)

    assert _attempt(attempt_id).passed
    assert somebody.standing.progress.done(somebody.unit)


def test_passing_the_last_required_unit_completes_the_course(taker):
    somebody = taker()
    somebody.start()
    _complete_lesson(somebody, somebody.standing.course.units[0])

    somebody.finish(right=3)

    assert somebody.standing.completed_at == NOW


def test_a_new_edition_in_mid_attempt_changes_nothing_of_the_attempt(people, publish):
    somebody = Taker(people.create(), publish(course_with(quiz_md(passing_score=60))))
    attempt_id = somebody.start()
    paper = somebody.look(attempt_id).paper
    somebody.save(attempt_id, {"s1": "Benar 1"})
    publish(course_with(quiz_md(5, wording=" yang baru", passing_score=100)))

    somebody.save(attempt_id, {"s2": "Benar 2"}, NOW + MINUTE)
    somebody.submit(attempt_id, NOW + MINUTE)

    after = somebody.look(attempt_id)
    assert after.paper == paper
    assert (after.grade.earned, after.grade.total, after.grade.passed) == (2, 3, True)


def test_a_quiz_passed_by_an_old_paper_is_completed_in_the_course_of_now(people, publish):
    somebody = Taker(people.create(), publish(course_with(quiz_md())))
    attempt_id = somebody.start()
    somebody.save(attempt_id, {f"s{n}": f"Benar {n}" for n in (1, 2, 3)})
    newer = course_with(quiz_md(5, formerly="[mulai/kuis]"))
    newer["01-mulai/03-evaluasi.md"] = newer.pop("01-mulai/03-kuis.md")
    edition = publish(newer)

    somebody.submit(attempt_id)

    record = somebody.standing.record(edition.course.units[-1])
    assert record.completed_hash == edition.course.units[-1].text_hash


def test_an_attempt_at_a_quiz_that_is_gone_is_still_graded(people, publish):
    somebody = Taker(people.create(), publish(course_with(quiz_md())))
    attempt_id = somebody.start()
    somebody.save(attempt_id, {f"s{n}": f"Benar {n}" for n in (1, 2, 3)})
    without = course_with(lesson("Penutup"))
    publish(without)

    somebody.submit(attempt_id)

    assert somebody.look(attempt_id).grade.passed


def test_a_grade_is_a_fact_that_nobody_changes(taker):
    somebody = taker()
    attempt = _attempt(somebody.finish(right=0))
    attempt.passed = True
    attempt.total = 1

    with pytest.raises(FactsStay):
        db.session.flush()
    db.session.rollback()


def test_a_paper_is_a_fact_that_nobody_changes(taker):
    somebody = taker()
    attempt = _attempt(somebody.start())
    attempt.paper = "{}"

    with pytest.raises(FactsStay):
        db.session.flush()
    db.session.rollback()


def test_the_final_score_is_the_best_that_passed(taker):
    somebody = taker(passing_score=60)
    for n, right in enumerate((2, 3, 0)):
        somebody.finish(right=right, now=NOW + n * MINUTE)

    assert reading.final_score(somebody.standing.enrolment_id, somebody.standing.course) == 100


def test_who_has_not_passed_has_no_final_score(taker):
    somebody = taker()
    somebody.finish(right=1)

    assert reading.final_score(somebody.standing.enrolment_id, somebody.standing.course) is None


def test_the_final_score_is_that_of_the_last_required_quiz(people, publish):
    files = course_with(quiz_md(passing_score=60))
    files["01-mulai/04-latihan.md"] = quiz_md(1, required="false").replace("#s", "#z")
    somebody = Taker(people.create(), publish(files))
    final = somebody.standing.course.units[2]
    attempt_id = service.start(somebody.person.id, somebody.standing, final, now=NOW)
    somebody.save(attempt_id, {"s1": "Benar 1", "s2": "Benar 2"})
    somebody.submit(attempt_id)

    assert reading.final_score(somebody.standing.enrolment_id, somebody.standing.course) == 66


def test_a_course_without_a_quiz_has_no_final_score(people, publish):
    edition = publish(course_with(lesson("Penutup")))

    assert reading.final_score(1, edition.course) is None


def _complete_lesson(somebody, unit):
    service.complete_unit(somebody.standing.enrolment_id, somebody.standing.edition, unit, now=NOW)
