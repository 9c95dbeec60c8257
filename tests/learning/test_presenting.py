"""What home and the catalogue show, worked out from standings."""

from datetime import timedelta

import pytest

from elearn.domain.course import Competency, UnitKind
from elearn.learning.presenting import after, matching, position, shelf
from tests.learning.reading import NOW, course, standing, unit

BEGUN = course(unit("m/a"), unit("m/b", minutes=8), unit("m/c", minutes=9), slug="begun")
FRESH = course(unit("m/x", minutes=4), slug="fresh")


def test_next_is_the_course_that_was_used_last():
    older = standing(course(unit("m/a"), slug="older"), active_at=NOW - timedelta(days=2))
    newer = standing(BEGUN, active_at=NOW)

    assert shelf([older, newer]).next is newer


def test_a_course_in_progress_comes_before_one_not_begun():
    begun, fresh = standing(BEGUN), standing(FRESH, enrolled=False)

    assert shelf([fresh, begun]).next is begun


def test_next_is_a_course_not_begun_when_all_others_are_completed():
    done, fresh = standing(BEGUN, "m/a", "m/b", "m/c", completed_at=NOW), standing(FRESH, enrolled=False)

    assert shelf([done, fresh]).next is fresh


def test_a_course_that_waits_for_another_is_never_next():
    locked = standing(FRESH, enrolled=False, missing=(BEGUN,))

    assert shelf([locked]).next is None


def test_who_is_in_a_course_already_goes_on_though_it_got_a_prerequisite():
    begun = standing(BEGUN, missing=(FRESH,))

    assert shelf([begun]).next is begun


def test_a_completed_course_offers_nothing_although_it_got_a_new_lesson():
    done = standing(BEGUN, "m/a", completed_at=NOW)

    assert shelf([done]).next is None


def test_each_course_stands_on_one_shelf():
    mine, fresh = standing(BEGUN), standing(FRESH, enrolled=False)
    done = standing(course(unit("m/a"), slug="done"), "m/a", completed_at=NOW)

    found = shelf([done, fresh, mine])

    assert (found.mine, found.fresh, found.done) == ((mine,), (fresh,), (done,))


@pytest.mark.parametrize(("minutes", "title", "more"), [(5, "a", 0), (10, "a", 0), (20, "a", 1)])
def test_a_piece_that_fits_is_the_next_one_and_says_how_many_more_fit(minutes, title, more):
    found = shelf([standing(BEGUN)])

    fit = next(each for each in found.fits if each.minutes == minutes)
    assert fit.unit is not None
    assert (fit.unit.title, fit.more) == (title, more)


def test_a_next_piece_that_is_too_long_gives_way_to_a_lesson_that_fits():
    long_first = standing(course(unit("m/a", minutes=15), unit("m/kuis", 3, UnitKind.QUIZ), unit("m/c", minutes=4)))

    fit = shelf([long_first]).fits[0]

    assert fit.unit is not None
    assert (fit.unit.title, fit.more) == ("c", 0)


def test_a_quiz_is_not_taken_ahead_because_it_is_short():
    long_first = standing(course(unit("m/a", minutes=15), unit("m/kuis", 3, UnitKind.QUIZ)))

    assert shelf([long_first]).fits[0].unit is None


def test_a_piece_that_fits_may_belong_to_a_course_not_begun():
    begun, fresh = standing(course(unit("m/a", minutes=15))), standing(FRESH, enrolled=False)

    fit = shelf([begun, fresh]).fits[0]

    assert fit.standing is fresh


def test_nothing_fits_where_everything_is_longer():
    assert shelf([standing(course(unit("m/a", minutes=30)))]).fits[2].unit is None


SHORT = standing(course(unit("m/a", 60), slug="pendek", title="Menyapa Warga", tags=("loket",)), enrolled=False)
LONG = standing(
    course(unit("m/a", 121), title="Kas daerah", summary="Uang warga.", competency=Competency.MANAGERIAL),
    enrolled=False,
)


@pytest.mark.parametrize(
    ("words", "competency", "length", "found"),
    [
        ("", "", "", [SHORT, LONG]),
        ("warga", "", "", [SHORT, LONG]),
        ("WARGA menyapa", "", "", [SHORT]),
        ("loket", "", "", [SHORT]),
        ("warga loket kas", "", "", []),
        ("", "managerial", "", [LONG]),
        ("", "", "short", [SHORT]),
        ("", "", "medium", []),
        ("", "", "long", [LONG]),
        ("warga", "technical", "short", [SHORT]),
        ("", "unheard of", "", [SHORT, LONG]),
        ("", "", "unheard of", [SHORT, LONG]),
    ],
)
def test_the_catalogue_shows_what_was_asked_for(words, competency, length, found):
    assert matching([SHORT, LONG], words, competency, length) == found


def test_a_unit_knows_its_place_in_the_module_and_its_neighbours_in_the_course():
    text = standing(BEGUN)
    middle = text.course.units[1]

    found = position(text, text.course.modules[0], middle)

    assert (found.place, found.of) == (2, 3)
    assert (found.previous, found.next) == (text.course.units[0], text.course.units[2])


def test_the_first_and_the_last_unit_have_one_neighbour():
    text = standing(BEGUN)
    module, units = text.course.modules[0], text.course.units

    assert position(text, module, units[0]).previous is None
    assert position(text, module, units[-1]).next is None


def test_behind_the_last_unit_comes_a_required_one_that_was_passed_over():
    text = standing(BEGUN, "m/b")

    assert after(text, text.course.units[-1]) == text.course.units[0]


def test_behind_the_last_unit_comes_nothing_when_all_is_done():
    text = standing(BEGUN, "m/a", "m/b")

    assert after(text, text.course.units[-1]) is None
