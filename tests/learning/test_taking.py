"""Taking a course: enrolling, opening, keeping the place, practising, finishing."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from elearn.database import db
from elearn.domain.progress import UnitState
from elearn.hours.models import HourEntry
from elearn.learning import service
from elearn.learning.events import course_completed
from elearn.learning.models import Enrolment, PracticeResponse, UnitProgress
from elearn.learning.service import PracticeResult, PrerequisitesMissing
from tests.learning.reading import NOW, where
from tests.support.courses import demo_course, lesson, lessons_only, small_course

LATER = NOW + timedelta(days=3)


@pytest.fixture
def learner(people):
    """Somebody who takes no course yet."""
    return people.create()


def finish(learner, at, now=NOW, slug="kursus"):
    """The learner reads the unit at a place of the course."""
    standing = where(learner, slug)
    return service.finish_lesson(learner.id, standing, standing.course.units[at], now=now)


def count(model):
    """How many rows there are."""
    return db.session.scalar(select(func.count()).select_from(model))


def test_enrolling_remembers_when(learner, publish):
    publish(small_course())

    service.enrol(learner.id, where(learner), now=NOW)

    assert where(learner).enrolled_at == NOW


def test_enrolling_again_changes_nothing(learner, publish):
    publish(small_course())
    before = where(learner)
    first = service.enrol(learner.id, before, now=NOW)

    again = service.enrol(learner.id, where(learner), now=LATER)
    from_an_old_page = service.enrol(learner.id, before, now=LATER)

    assert first == again == from_an_old_page
    assert where(learner).enrolled_at == NOW


def test_a_course_with_a_prerequisite_waits_for_it(learner, publish):
    publish(lessons_only("Dasar"), "dasar")
    publish(small_course(prerequisites="[dasar]"))

    with pytest.raises(PrerequisitesMissing):
        service.enrol(learner.id, where(learner), now=NOW)

    assert [course.title for course in where(learner).missing] == ["Dasar"]
    assert count(Enrolment) == 0


def test_a_completed_prerequisite_opens_the_course(learner, publish):
    publish(lessons_only("Dasar", count=1), "dasar")
    publish(small_course(prerequisites="[dasar]"))
    finish(learner, 0, slug="dasar")

    service.enrol(learner.id, where(learner), now=NOW)

    assert where(learner).enrolled


def test_reading_a_lesson_does_not_pass_by_a_missing_prerequisite(learner, publish):
    publish(lessons_only("Dasar"), "dasar")
    publish(small_course(prerequisites="[dasar]"))

    with pytest.raises(PrerequisitesMissing):
        finish(learner, 0)

    assert count(UnitProgress) == 0


def test_opening_a_unit_is_remembered_once(learner, publish):
    publish(small_course())
    service.enrol(learner.id, where(learner), now=NOW)
    standing = where(learner)
    unit = standing.course.units[0]

    service.open_unit(standing, unit, now=NOW)
    service.open_unit(standing, unit, now=LATER)

    assert where(learner).record(unit).opened_at == NOW
    assert where(learner).progress.state(unit) is UnitState.IN_PROGRESS


def test_who_only_looks_leaves_no_trace(learner, publish):
    publish(small_course())
    standing = where(learner)

    service.open_unit(standing, standing.course.units[0], now=NOW)
    service.keep_place(standing, standing.course.units[0], 3, now=NOW)

    assert count(UnitProgress) == 0


@pytest.fixture
def opened(learner, publish):
    """The standing and the first unit of somebody who opened it."""
    publish(demo_course())
    service.enrol(learner.id, where(learner), now=NOW)
    standing = where(learner)
    service.open_unit(standing, standing.course.units[0], now=NOW)
    return where(learner), standing.course.units[0]


def test_the_place_in_a_text_is_kept(learner, opened):
    standing, unit = opened

    service.keep_place(standing, unit, 7, now=NOW)

    assert where(learner).record(unit).place == 7


@pytest.mark.parametrize("place", [-1, 10**9, 2**70])
def test_a_place_that_no_text_has_is_not_kept(learner, opened, place):
    standing, unit = opened
    service.keep_place(standing, unit, 7, now=NOW)

    service.keep_place(standing, unit, place, now=NOW)

    assert where(learner).record(unit).place == 7


def test_a_course_used_later_is_the_one_used_last(learner, opened):
    standing, unit = opened

    service.keep_place(standing, unit, 7, now=LATER)

    assert where(learner).active_at == LATER


def test_finishing_a_lesson_enrols_on_the_way(learner, publish):
    publish(small_course())

    finish(learner, 0)

    assert where(learner).enrolled
    assert where(learner).progress.percent == 33


def test_the_day_of_the_first_completion_stays(learner, publish):
    publish(small_course())
    finish(learner, 0)

    finish(learner, 0, LATER)

    standing = where(learner)
    assert standing.record(standing.course.units[0]).completed_at == NOW


def test_the_last_required_unit_completes_the_course(learner, publish):
    publish(lessons_only())

    first, last = finish(learner, 0), finish(learner, 1, LATER)

    assert (first, last) == (False, True)
    assert where(learner).completed_at == LATER


def test_a_unit_that_may_be_skipped_completes_nothing_and_is_not_needed(learner, publish):
    publish({**lessons_only(count=1), "01-mulai/02-boleh.md": lesson("Boleh", required="false")})

    optional = finish(learner, 1)
    required = finish(learner, 0)

    assert (optional, required) == (False, True)


def test_a_course_is_completed_once(learner, publish):
    publish(lessons_only(count=1))
    finish(learner, 0)

    again = finish(learner, 0, LATER)

    assert again is False
    assert where(learner).completed_at == NOW


def test_completing_tells_who_listens_the_edition_and_the_days(learner, publish):
    edition = publish(lessons_only())
    heard = []
    finish(learner, 0, NOW)

    with course_completed.connected_to(heard.append):
        finish(learner, 1, LATER)

    completion = heard[0]
    assert (completion.user_id, completion.edition_id) == (learner.id, edition.id)
    assert (completion.started_at, completion.completed_at) == (NOW, LATER)


def test_what_a_listener_cannot_do_undoes_the_completion(learner, publish):
    publish(lessons_only(count=1))

    def refuse(_completion):
        raise RuntimeError("no")

    with course_completed.connected_to(refuse), pytest.raises(RuntimeError):
        finish(learner, 0)

    assert where(learner).completed_at is None
    assert count(HourEntry) == 0


def test_finishing_the_same_lesson_at_the_same_moment_completes_the_course_once(learner, publish, migrated_app):
    publish(lessons_only(count=1))
    service.enrol(learner.id, where(learner), now=NOW)
    db.session.remove()
    together, outcomes = Barrier(4), []

    def read():
        with migrated_app.app_context():
            standing = where(learner)
            together.wait(30)
            outcomes.append(service.finish_lesson(learner.id, standing, standing.course.units[0], now=NOW))

    _run([Thread(target=read) for _ in range(4)])

    assert sorted(outcomes) == [False, False, False, True]
    assert count(HourEntry) == 1


def test_reading_the_last_two_lessons_at_the_same_moment_completes_the_course_once(learner, publish, migrated_app):
    publish(lessons_only())
    service.enrol(learner.id, where(learner), now=NOW)
    db.session.remove()
    together, outcomes = Barrier(2), []

    def read(at):
        with migrated_app.app_context():
            standing = where(learner)
            together.wait(30)
            outcomes.append(service.finish_lesson(learner.id, standing, standing.course.units[at], now=NOW))

    _run([Thread(target=read, args=(at,)) for at in range(2)])

    assert sorted(outcomes) == [False, True]
    assert count(HourEntry) == 1


def test_enrolling_at_the_same_moment_makes_one_enrolment(learner, publish, migrated_app):
    publish(lessons_only())
    together, outcomes = Barrier(4), []

    def take():
        with migrated_app.app_context():
            standing = where(learner)
            together.wait(30)
            outcomes.append(service.enrol(learner.id, standing, now=NOW))

    _run([Thread(target=take) for _ in range(4)])

    assert len(outcomes) == 4
    assert len(set(outcomes)) == 1


def _run(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _practise(learner, kind, answer):
    standing = where(learner)
    unit = standing.course.units[1]
    question = next(each for each in unit.questions if each.kind == kind)
    return service.practise(standing, unit, question, answer(question), now=NOW)


def _right_options(question):
    return sorted(option.key for option in question.options if option.correct)


@pytest.mark.parametrize(
    ("kind", "answer", "result"),
    [
        ("single", lambda q: _right_options(q)[0], PracticeResult.RIGHT),
        ("single", lambda q: q.options[0].key, PracticeResult.WRONG),
        ("multiple", _right_options, PracticeResult.RIGHT),
        ("multiple", lambda q: _right_options(q)[:1], PracticeResult.PARTLY),
        ("multiple", lambda q: [option.key for option in q.options], PracticeResult.WRONG),
        ("short", lambda _: " tangerang  SELATAN.", PracticeResult.RIGHT),
        ("number", lambda _: "37.9", PracticeResult.RIGHT),
        ("number", lambda _: "38,1", PracticeResult.WRONG),
        ("matching", lambda q: {pair.left_key: pair.right_key for pair in q.pairs}, PracticeResult.RIGHT),
        ("matching", lambda q: {q.pairs[0].left_key: q.pairs[0].right_key}, PracticeResult.PARTLY),
        ("ordering", lambda q: [item.key for item in q.items], PracticeResult.RIGHT),
        ("blanks", lambda _: ["didengar", "Dituntaskan"], PracticeResult.RIGHT),
        ("blanks", lambda _: ["didengar", ""], PracticeResult.PARTLY),
    ],
)
def test_practice_is_judged_at_once(learner, publish, kind, answer, result):
    publish(demo_course())

    assert _practise(learner, kind, answer) is result


def test_a_learners_practice_is_kept_and_completes_nothing(learner, publish):
    publish(demo_course())
    service.enrol(learner.id, where(learner), now=NOW)

    _practise(learner, "short", lambda _: "Tangerang Selatan")

    kept = db.session.scalars(select(PracticeResponse)).one()
    assert (kept.answer, kept.right) == ("Tangerang Selatan", True)
    assert where(learner).progress.percent == 0


def test_practice_of_who_only_looks_is_not_kept(learner, publish):
    publish(demo_course())

    _practise(learner, "short", lambda _: "Tangerang Selatan")

    assert count(PracticeResponse) == 0


def test_one_persons_course_says_nothing_of_anothers(learner, people, publish):
    publish(lessons_only())
    finish(learner, 0)

    other = where(people.create("Ahmad"))

    assert not other.enrolled
    assert other.progress.percent == 0
