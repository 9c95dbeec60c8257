"""Figures of a course: who begins, who stops where, who completes it, and how long it takes."""

from fractions import Fraction
from itertools import accumulate, combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from elearn.domain.anonymity import Count, Share
from elearn.domain.course import Course, Module, QuizRules, Unit, UnitKind
from elearn.domain.taking import DAY, Bin, Taking, course_figures, scores

NOW = 1_000 * DAY
LONG_AGO = NOW - 90 * DAY
FEW = Count(5, fewer=True)


def unit(name, minutes=5, **fields):
    return Unit(f"m/{name}", "m", name, name.title(), UnitKind.LESSON, minutes, (), "0", **fields)


COURSE = Course("kursus", "Kursus", 1, (Module("m", "Modul", (unit("satu"), unit("dua"), unit("tiga"))),))


def takings(size, *opened, days=None, at=LONG_AGO, minutes=None):
    """Some people who opened these units one after the other; `days` is how long they took to complete the course."""
    done = None if days is None else at + days * DAY
    spent = None if minutes is None else int(minutes * 60)
    units = [(f"m/{name}", at + number, spent and at + number + spent) for number, name in enumerate(opened)]
    return [Taking(at, done, units) for _one in range(size)]


def figures(*groups, course=COURSE, now=NOW):
    return course_figures(course, [each for group in groups for each in group], now)


def test_a_course_that_four_take_has_no_figures():
    assert figures(takings(4, "satu")) is None


def test_started_is_who_opened_a_unit():
    found = figures(takings(20, "satu"), takings(10))

    assert found
    assert (found.enrolled, found.started) == (30, Count(20))


def test_nearly_all_who_completed_are_not_told_from_all():
    found = figures(takings(29, "satu", days=2), takings(1, "satu"))

    assert found
    assert found.completed == Count(20, more=True)


def test_the_steps_count_who_came_to_a_unit_or_past_it():
    found = figures(takings(10, "satu"), takings(10, "tiga"), takings(10))

    assert found
    assert [step.reached for step in found.steps] == [Count(20), Count(10), Count(0, more=True)]


def test_who_completed_the_course_came_past_every_unit():
    found = figures(takings(10, "satu", days=1), takings(10, "satu"))

    assert found
    assert [step.reached for step in found.steps] == [Count(10, more=True), Count(10), Count(0, more=True)]


def test_steps_never_tell_of_fewer_than_five_who_fell_away():
    found = figures(takings(20, "tiga"), takings(6, "dua"), takings(6, "satu"))

    assert found
    assert [step.reached for step in found.steps] == [Count(20, more=True), Count(20, more=True), Count(20)]


def test_a_unit_that_not_everybody_came_to_is_never_said_to_have_everybody():
    found = figures(takings(43, "tiga"), takings(4))

    assert found
    assert found.enrolled == 45
    assert {found.started, found.completed, *(step.reached for step in found.steps)} == {Count(35, more=True), FEW}


def test_who_completed_is_told_as_the_last_step_is():
    found = figures(takings(49, "tiga", days=1), takings(1, "tiga"), takings(50))

    assert found
    assert (found.steps[2].reached, found.completed) == (Count(40, more=True),) * 2


def test_a_unit_opened_under_a_former_identity_counts_as_opened():
    moved = Course("kursus", "Kursus", 1, (Module("m", "Modul", (unit("baru", formerly=("m/lama",)),)),))

    found = figures(takings(10, "lama"), course=moved)

    assert found
    assert found.steps[0].reached == Count(0, more=True)


def test_who_opened_nothing_new_for_thirty_days_stopped_there():
    found = figures(takings(10, "satu", "dua"), takings(10, "satu", at=NOW - 29 * DAY))

    assert found
    assert [step.stopped for step in found.steps] == [FEW, Count(10), FEW]


def test_who_came_back_after_thirty_days_goes_on_counting_as_stopped():
    back = [Taking(LONG_AGO, None, [("m/satu", LONG_AGO, None), ("m/dua", NOW - 5, None)]) for _one in range(10)]

    found = figures(back, takings(10))

    assert found
    assert [step.stopped for step in found.steps] == [Count(10), FEW, FEW]


def test_who_completed_the_course_in_time_stopped_nowhere():
    found = figures(takings(10, "satu", days=20), takings(10, "satu"))

    assert found
    assert found.steps[0].stopped == Count(10)


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


def test_days_count_by_fives_in_the_order_of_completing():
    found = figures(takings(10, days=1), takings(4, days=60))

    assert found
    assert found.days == 1


def test_days_of_fewer_than_five_are_not_told():
    found = figures(takings(4, days=1), takings(20, "satu"))

    assert found
    assert found.days is None


def test_minutes_of_a_unit_are_a_median_that_a_night_in_between_does_not_move():
    found = figures(takings(7, "satu", minutes=7.2), takings(3, "satu", minutes=900.0))

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


def attempts(*percents, passing=70):
    return [(percent, percent >= passing) for percent in percents]


def quiz(passing):
    return unit("kuis", quiz=QuizRules(passing_score=passing))


def test_scores_fall_into_bins_of_ten_and_the_last_holds_full_marks():
    found = scores(quiz(70), attempts(*[0] * 5, *[69] * 6, *[70] * 5, *[89] * 5, *[90] * 6, *[100] * 3))

    assert found
    assert found.bins == (Bin(0, 60, 5), Bin(60, 70, 6), Bin(70, 80, 5), Bin(80, 90, 5), Bin(90, 100, 9))
    assert (found.attempts, found.passed) == (30, Share(Fraction(19, 30)))


def test_a_median_between_two_scores_is_told_as_it_is():
    found = scores(quiz(70), attempts(*[25] * 5, *[50] * 5))

    assert found
    assert found.median == 37.5


def test_attempts_count_by_fives_in_the_order_of_time():
    found = scores(quiz(70), attempts(*[50] * 10, *[90] * 4))

    assert found
    assert (found.attempts, found.median) == (10, 50)


def test_bins_with_few_in_them_are_put_together_on_their_side_of_the_passing_score():
    found = scores(quiz(70), attempts(*[20] * 32, *[75] * 6, *[85], *[95]))

    assert found
    assert found.bins == (Bin(0, 70, 32), Bin(70, 100, 8))


def test_one_person_between_those_who_passed_and_others_is_not_told():
    found = scores(quiz(70), attempts(*[45] * 5, *[55] * 5, *[75] * 9, *[85]))

    assert found
    assert found.bins == (Bin(0, 50, 5), Bin(50, 70, 5), Bin(70, 100, 10))


def test_a_bin_begins_at_a_passing_score_between_two_tens():
    found = scores(quiz(75), attempts(*[72] * 10, *[77] * 10, passing=75))

    assert found
    assert [(each.low, each.last, each.attempts) for each in found.bins] == [(0, 74, 10), (75, 100, 10)]


def test_where_few_passed_or_few_failed_no_bin_begins_at_the_passing_score():
    found = scores(quiz(70), attempts(*[45] * 17, *[75] * 3))

    assert found
    assert found.bins == (Bin(0, 100, 20),)


def test_who_passed_by_an_earlier_passing_score_is_not_told_by_the_bins_of_today():
    found = scores(quiz(70), [*attempts(*[45] * 10, *[75] * 8, passing=60), *attempts(*[65] * 2, passing=60)])

    assert found
    assert found.bins == (Bin(0, 100, 20),)


def test_that_all_scores_are_alike_is_not_told():
    found = scores(quiz(70), attempts(*[95] * 20))

    assert found
    assert (found.bins, found.passed) == ((Bin(0, 100, 20),), Share(Fraction(3, 4), more=True))


taken = st.lists(st.tuples(st.integers(0, 100), st.integers(50, 90)), min_size=5, max_size=80)


@given(taken, st.integers(0, 100), st.booleans())
def test_no_group_below_five_can_be_computed_from_bins_and_who_passed(found, passing, changed):
    shown = scores(quiz(passing), [(percent, percent >= (was if changed else passing)) for percent, was in found])

    assert shown
    told = {0, *accumulate(each.attempts for each in shown.bins)}
    if shown.passed and shown.passed.exact:
        told.add(shown.attempts * (1 - shown.passed.value))
    assert shown.attempts in told
    assert all(each.attempts >= 5 for each in shown.bins)
    assert all(abs(one - other) >= 5 for one, other in combinations(told, 2))


@given(taken, st.integers(0, 100))
def test_bins_hold_what_they_say_from_nothing_to_full_marks(found, passing):
    shown = scores(quiz(passing), attempts(*(percent for percent, _was in found), passing=passing))

    assert shown
    counted = [percent for percent, _was in found][: shown.attempts]
    assert (shown.bins[0].low, shown.bins[-1].high) == (0, 100)
    assert all(one.high == next_.low for one, next_ in pairwise(shown.bins))
    assert all(sum(each.low <= percent <= each.last for percent in counted) == each.attempts for each in shown.bins)


def test_scores_of_four_attempts_are_not_told():
    assert scores(quiz(70), attempts(*[50] * 4)) is None


people = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 3), st.integers(0, 40), st.booleans()), min_size=5, max_size=40
)


@given(people, st.integers(20, 100), st.integers(20, 100))
def test_any_two_looks_at_a_course_differ_in_no_fewer_than_five_people(found, one_day, other_day):
    one, other = _look(found, one_day), _look(found, other_day)

    for before, after in zip(one, other, strict=True):
        assert before == after or abs(before - after) >= 5


def _look(found, day):
    """What the counts of a course say on a day, of people who began, went a step a day or so, and completed or not."""
    seen = []
    for began, units, pace, completes in found:
        opened = [(f"m/{name}", began + at * pace, None) for at, name in enumerate(("satu", "dua", "tiga")[:units])]
        done = began + units * pace if completes else None
        if began <= day:
            kept = [(name, at * DAY, None) for name, at, _done in opened if at <= day]
            seen.append(Taking(began * DAY, done * DAY if done is not None and done <= day else None, kept))
    shown = course_figures(COURSE, seen, day * DAY)
    if shown is None:
        return [0] * 8
    stopped = [0 if step.stopped.fewer else step.stopped.number for step in shown.steps]
    reached = [step.reached.number for step in shown.steps]
    return [shown.enrolled, *reached, shown.completed.number, *stopped]
