"""Progress belongs to a unit's identity: rewording, renumbering and moving take nothing away."""

from elearn.domain.course import Course, Module, Unit, UnitKind
from elearn.domain.progress import Done, UnitState, fitting, progress


def unit(identity, minutes=5, kind=UnitKind.LESSON, **fields):
    module, slug = identity.split("/")
    values = {"title": slug, "kind": kind, "minutes": minutes, "parts": (), "text_hash": f"hash of {slug}", **fields}
    return Unit(identity=identity, module=module, slug=slug, **values)


def course(*units):
    return Course("kursus", "Kursus", 1, (Module("m", "M", units),))


def done(identity):
    return Done(identity, f"hash of {identity.split('/')[1]}")


def test_a_course_is_complete_when_its_required_units_are():
    text = course(unit("m/a"), unit("m/b"), unit("m/extra", required=False))

    standing = progress(text, [done("m/a"), done("m/b")])

    assert standing.complete
    assert standing.percent == 100


def test_a_course_with_a_required_unit_left_is_not_complete():
    text = course(unit("m/a"), unit("m/b"), unit("m/extra", required=False))

    standing = progress(text, [done("m/a"), done("m/extra")])

    assert not standing.complete
    assert standing.percent == 50
    assert standing.next_unit.identity == "m/b"


def test_a_course_that_requires_nothing_is_complete_when_all_is_done():
    text = course(unit("m/a", required=False), unit("m/b", required=False))

    assert not progress(text, [done("m/a")]).complete
    assert progress(text, [done("m/a"), done("m/b")]).complete


def test_a_percentage_reads_100_only_when_all_is_done():
    units = [unit(f"m/u{n}") for n in range(201)]

    standing = progress(course(*units), [done(each.identity) for each in units[:-1]])

    assert standing.percent == 99


def test_a_changed_text_takes_no_completed_unit_away():
    standing = progress(course(unit("m/a")), [Done("m/a", "hash of an older text")])

    assert standing.state(standing.course.units[0]) is UnitState.CHANGED
    assert standing.complete


def test_a_passed_quiz_stays_passed_whatever_its_text_becomes():
    standing = progress(course(unit("m/kuis", kind=UnitKind.QUIZ)), [Done("m/kuis", "hash of an older quiz")])

    assert standing.state(standing.course.units[0]) is UnitState.COMPLETED


def test_a_renamed_unit_keeps_the_progress_of_its_former_name():
    standing = progress(course(unit("m/baru", formerly=("m/lama",))), [Done("m/lama", "hash of baru")])

    assert standing.state(standing.course.units[0]) is UnitState.COMPLETED


def test_an_opened_unit_is_in_progress():
    standing = progress(course(unit("m/a")), [Done("m/a")])

    assert standing.state(standing.course.units[0]) is UnitState.IN_PROGRESS
    assert not standing.complete


def test_minutes_left_count_required_units_still_to_do():
    text = course(unit("m/a", 3), unit("m/b", 7), unit("m/extra", 20, required=False))

    assert progress(text, [done("m/a")]).minutes_left == 7


def test_the_next_unit_is_offered_when_it_fits():
    standing = progress(course(unit("m/a", 4), unit("m/b", 2)), [])

    assert fitting([standing], 5) == (standing, standing.course.units[0])


def test_a_shorter_lesson_is_read_ahead_when_the_next_unit_is_too_long():
    standing = progress(course(unit("m/a", 9), unit("m/b", 4)), [])

    assert fitting([standing], 5) == (standing, standing.course.units[1])


def test_a_quiz_is_never_taken_ahead():
    standing = progress(course(unit("m/a", 9), unit("m/kuis", 2, UnitKind.QUIZ)), [])

    assert fitting([standing], 5) is None


def test_the_next_unit_of_another_course_comes_before_reading_ahead():
    long = progress(course(unit("m/a", 9), unit("m/b", 4)), [])
    short = progress(course(unit("m/x", 3)), [])

    assert fitting([long, short], 5) == (short, short.course.units[0])
