"""Editing a live course never costs a learner anything."""

from datetime import timedelta

import pytest

from elearn.domain.changes import ChangeKind
from elearn.domain.progress import UnitState
from elearn.learning import service
from tests.learning.reading import NOW, where
from tests.support.courses import lesson, lessons_only

LATER = NOW + timedelta(days=3)
FIRST, SECOND = "01-mulai/01-bagian-1.md", "01-mulai/02-bagian-2.md"


@pytest.fixture
def learner(people):
    """Somebody who takes no course yet."""
    return people.create()


def finish(learner, at, now=NOW):
    """The learner reads the unit at a place of the course."""
    standing = where(learner)
    return service.finish_lesson(learner.id, standing, standing.course.units[at], now=now)


def state(learner, at=0):
    """Where the learner stands with a unit."""
    standing = where(learner)
    return standing.progress.state(standing.course.units[at])


def test_a_reworded_lesson_stays_done_and_says_that_it_changed(learner, publish):
    publish(lessons_only())
    finish(learner, 0)

    publish({**lessons_only(), FIRST: lesson("Bagian 1", "Kata-kata baru.", minutes=4)})

    assert state(learner) is UnitState.CHANGED
    assert where(learner).progress.percent == 50


def test_reading_the_changed_lesson_settles_it_and_keeps_the_first_day(learner, publish):
    publish(lessons_only())
    finish(learner, 0)
    publish({**lessons_only(), FIRST: lesson("Bagian 1", "Kata-kata baru.", minutes=4)})

    finish(learner, 0, LATER)

    standing = where(learner)
    assert state(learner) is UnitState.COMPLETED
    assert standing.record(standing.course.units[0]).completed_at == NOW


def test_renumbering_takes_nothing_away(learner, publish):
    files = lessons_only()
    publish(files)
    finish(learner, 0)

    publish({"course.md": files["course.md"], "01-mulai/09-bagian-1.md": files[FIRST], SECOND: files[SECOND]})

    assert [unit.title for unit in where(learner).course.units] == ["Bagian 2", "Bagian 1"]
    assert state(learner, 1) is UnitState.COMPLETED


def test_a_renamed_lesson_keeps_its_readers_when_it_says_what_it_was(learner, publish):
    files = lessons_only()
    publish(files)
    finish(learner, 0)
    renamed = lesson("Bagian 1", minutes=4, formerly="[mulai/bagian-1]")

    publish({"course.md": files["course.md"], "01-mulai/01-awal.md": renamed, SECOND: files[SECOND]})

    assert where(learner).course.units[0].identity == "mulai/awal"
    assert state(learner) is UnitState.COMPLETED


def test_reading_a_renamed_lesson_again_keeps_the_first_day(learner, publish):
    files = lessons_only()
    publish(files)
    finish(learner, 0)
    renamed = lesson("Bagian 1", "Kata-kata baru.", formerly="[mulai/bagian-1]")
    publish({"course.md": files["course.md"], "01-mulai/01-awal.md": renamed, SECOND: files[SECOND]})

    finish(learner, 0, LATER)

    standing = where(learner)
    assert standing.record(standing.course.units[0]).completed_at == NOW
    assert state(learner) is UnitState.COMPLETED


def test_a_fixed_id_holds_a_lesson_through_moving(learner, publish):
    text = lesson("Bagian 1", minutes=4, id="tetap/satu")
    files = {**lessons_only(), FIRST: text}
    publish(files)
    finish(learner, 0)

    publish({"course.md": files["course.md"], "02-lain/07-di-sini.md": text, SECOND: files[SECOND]})

    assert where(learner).course.units[1].address == "lain/di-sini"
    assert state(learner, 1) is UnitState.COMPLETED


def test_a_new_lesson_leaves_a_completed_course_completed(learner, publish):
    publish(lessons_only(count=1))
    finish(learner, 0)

    publish(lessons_only(count=3))

    standing = where(learner)
    assert standing.completed_at == NOW
    assert standing.next_unit is None


def test_a_new_lesson_has_to_be_read_by_who_is_still_in_the_course(learner, publish):
    publish(lessons_only(count=2))
    finish(learner, 0)
    publish(lessons_only(count=3))

    completed = finish(learner, 1)

    assert completed is False
    assert where(learner).next_unit.title == "Bagian 3"


def test_finishing_from_an_old_page_counts_for_the_lesson_that_there_is_now(learner, publish):
    publish(lessons_only())
    old_page = where(learner)
    publish({**lessons_only(), FIRST: lesson("Bagian 1", "Kata-kata baru.", minutes=4)})

    service.finish_lesson(learner.id, old_page, old_page.course.units[0], now=NOW)

    assert state(learner) is UnitState.CHANGED


def test_the_differences_are_those_from_the_text_that_was_completed(learner, publish):
    publish({**lessons_only(), FIRST: lesson("Bagian 1", "Batasnya satu juta.\n\nTetap sama.", minutes=4)})
    finish(learner, 0)
    publish({**lessons_only(), FIRST: lesson("Bagian 1", "Batasnya dua juta.\n\nTetap sama.", minutes=4)})
    publish({**lessons_only(), FIRST: lesson("Bagian 1", "Batasnya tiga juta.\n\nTetap sama.", minutes=4)})
    standing = where(learner)
    unit = standing.course.units[0]

    changes = service.changes_since(standing.record(unit), standing.edition, unit)

    assert [(change.kind, change.old, change.new) for change in changes] == [
        (ChangeKind.CHANGED, "Batasnya satu juta.", "Batasnya tiga juta."),
        (ChangeKind.SAME, "Tetap sama.", "Tetap sama."),
    ]


def test_who_has_done_all_that_is_left_of_a_course_completes_it_by_looking(learner, publish, visit):
    publish(lessons_only(count=2))
    finish(learner, 0)
    publish(lessons_only(count=1))

    page = visit(learner).get("/courses/kursus/").text

    assert where(learner).completed_at is not None
    assert "Anda menyelesaikan pelatihan ini" in page
