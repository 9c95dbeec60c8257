"""Figures as columns."""

from dataclasses import replace
from datetime import timedelta

import pytest

from elearn.domain.anonymity import Count
from elearn.domain.taking import Bin
from elearn.studio.course_figures import figures_of
from elearn.studio.figure_pictures import MOST_MARKS, histogram, steps
from tests.support.crowd import BEGAN, Crowd, crowded_course


@pytest.fixture
def known(publish):
    """`known(lessons)` is what a crowd leaves of a course with so many lessons."""

    def take(lessons=4):
        Crowd().take(publish(crowded_course(lessons=lessons), "ramai"), 200)
        return figures_of("ramai", BEGAN + timedelta(days=200))

    return take


def test_steps_go_down_from_who_enrolled_to_who_completed(known):
    figures = known().figures

    bars = steps(figures).bars

    assert [bar.possible for bar in bars] == sorted((bar.possible for bar in bars), reverse=True)
    assert (bars[0].sure, bars[-1].sure) == (figures.enrolled, figures.completed.number)


def test_a_step_of_which_only_a_limit_is_told_is_drawn_from_the_limit_up_to_the_step_before(known):
    figures = known().figures
    near = Count(figures.enrolled - 10, more=True)

    bars = steps(replace(figures, steps=tuple(replace(step, reached=near) for step in figures.steps))).bars

    assert [(bar.sure, bar.possible) for bar in bars[1:-1]] == [(figures.enrolled - 10, figures.enrolled)] * 5


def test_a_count_of_which_only_an_upper_limit_is_told_is_drawn_as_possible(known):
    figures = known().figures

    bars = steps(replace(figures, completed=Count(5, fewer=True))).bars

    assert (bars[-1].sure, bars[-1].possible) == (0, 5)


@pytest.mark.parametrize("lessons", [4, 9, 10, 35])
def test_no_more_steps_are_numbered_than_fit_on_a_phone(known, lessons):
    picture = steps(known(lessons).figures)

    assert len(picture.marks) == len(picture.bars)
    marks = [mark for mark in picture.marks if mark]

    assert marks[0] == "1"
    assert len(marks) <= MOST_MARKS


def test_scores_below_the_passing_one_look_different(known):
    bins = (Bin(0, 60, 5), Bin(60, 70, 6), Bin(70, 100, 9))

    bars = histogram(replace(known().scores[0], bins=bins)).bars

    assert [bar.kind for bar in bars] == ["below", "below", ""]


def test_a_column_of_scores_is_as_large_as_the_number_of_those_in_it(known):
    bins = (Bin(0, 60, 6), Bin(60, 70, 6), Bin(70, 75, 6), Bin(75, 100, 10))

    bars = histogram(replace(known().scores[0], bins=bins)).bars

    assert [(bar.width, bar.sure) for bar in bars] == [(60, 1), (10, 6), (5, 12), (25, 4)]


def test_the_fullest_column_of_scores_is_seen_however_few_took_the_quiz(known):
    picture = histogram(replace(known().scores[0], bins=(Bin(0, 100, 5),)))

    assert [bar.sure for bar in picture.bars] == [picture.top] != [0]


def test_the_highest_column_of_scores_fills_the_picture(known):
    picture = histogram(known().scores[0])

    assert picture.top == max(bar.possible for bar in picture.bars)
