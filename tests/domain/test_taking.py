"""Figures of a course: who begins, who stops where, who completes it, and how long it takes."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

from elearn.domain.anonymity import Count
from elearn.domain.course import Course, Module, Unit, UnitKind
from elearn.domain.taking import Taking, course_figures, scores

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=90)


def unit(name, minutes=5, **fields):
    return Unit(f"m/{name}", "m", name, name.title(), UnitKind.LESSON, minutes, (), "0", **fields)


COURSE = Course("kursus", "Kursus", 1, (Module("m", "Modul", (unit("satu"), unit("dua"), unit("tiga"))),))


def takings(count, *opened, days=None, active=LONG_AGO, minutes=None):
    """Some people who opened these units; `days` is how long it took them to complete the course."""
    done = None if days is None else LONG_AGO + timedelta(days=days)
    return [Taking(LONG_AGO, active, done, {f"m/{name}": minutes for name in opened})] * count


def figures(*groups, course=COURSE):
    return course_figures(course, [each for group in groups for each in group], NOW)


def test_a_course_that_four_take_has_no_figures():
    assert figures(takings(4, "satu")) is None


def test_started_is_who_opened_a_unit():
    found = figures(takings(20, "satu"), takings(10))

    assert found
    assert (found.enrolled, found.started) == (30, Count(20))


def test_nearly_all_who_completed_are_not_told_from_all():
    found = figures(takings(29, "satu", days=2), takings(1, "satu"))

    assert found
    assert found.completed == Count(25, more=True)


def test_the_steps_count_who_came_to_a_unit_or_past_it():
    found = figures(takings(10, "satu"), takings(10, "tiga"), takings(10))

    assert found
    assert [step.reached for step in found.steps] == [20, 10, 10]


def test_who_completed_the_course_came_past_every_unit():
    found = figures(takings(10, "satu", days=1), takings(10, "satu"))

    assert found
    assert [step.reached for step in found.steps] == [20, 10, 10]


def test_steps_never_tell_of_fewer_than_five_who_fell_away():
    found = figures(takings(20, "tiga"), takings(3, "dua"), takings(3, "satu"))

    assert found
    assert [step.reached for step in found.steps] == [26, 26, 20]


def test_a_unit_opened_under_a_former_identity_counts_as_opened():
    moved = Course("kursus", "Kursus", 1, (Module("m", "Modul", (unit("baru", formerly=("m/lama",)),)),))

    found = figures(takings(10, "lama"), course=moved)

    assert found
    assert found.steps[0].reached == 10


def test_who_was_inactive_for_thirty_days_stopped_at_the_farthest_unit():
    found = figures(takings(10, "satu", "dua"), takings(10, "satu", active=NOW - timedelta(days=29)))

    assert found
    assert [step.stopped for step in found.steps] == [Count(5, fewer=True), Count(10), Count(5, fewer=True)]


def test_the_unit_where_most_stop_is_named():
    found = figures(takings(10, "satu", "dua"), takings(5, "satu"))

    assert found
    assert found.most_stop_at == COURSE.units[1]


def test_no_unit_is_named_where_few_stop():
    found = figures(takings(4, "satu"), takings(20, "tiga", days=1))

    assert found
    assert found.most_stop_at is None


def test_days_are_a_median():
    found = figures(takings(5, days=1), takings(6, days=4), takings(5, days=60))

    assert found
    assert found.days == 4


def test_days_of_fewer_than_five_are_not_told():
    found = figures(takings(4, days=1), takings(20, "satu"))

    assert found
    assert found.days is None


def test_minutes_of_a_unit_are_a_median_that_a_night_in_between_does_not_move():
    found = figures(takings(6, "satu", minutes=7.2), takings(3, "satu", minutes=900.0))

    assert found
    assert found.steps[0].minutes == 7


def test_minutes_of_the_course_are_those_of_its_required_units():
    optional = Course("kursus", "Kursus", 1, (Module("m", "Modul", (unit("satu"), unit("dua", required=False))),))

    found = figures(takings(9, "satu", minutes=7.0), course=optional)

    assert found
    assert found.minutes == 7


def test_minutes_of_the_course_are_not_told_while_a_required_unit_has_none():
    found = figures(takings(9, "satu", minutes=7.0))

    assert found
    assert found.minutes is None


def test_a_unit_that_takes_twice_what_is_said_is_marked():
    found = figures(takings(9, "satu", minutes=11.0), takings(9, "dua", minutes=9.0))

    assert found
    assert [step.takes_longer_than_said for step in found.steps] == [True, False, False]


def test_scores_fall_into_bins_of_ten_and_the_last_holds_full_marks():
    found = scores(COURSE.units[0], [0] * 5 + [69] * 6 + [100] * 3 + [90] * 4, passed=7)

    assert found
    assert found.bins == (5, None, None, None, None, None, 6, None, None, 7)
    assert (found.median, found.passed) == (69, Fraction(7, 18))


def test_scores_of_four_attempts_are_not_told():
    assert scores(COURSE.units[0], [50] * 4, passed=0) is None
