"""No figure points at one person."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.domain.anonymity import SMALLEST_GROUP, Count, cell, counted, levels, tells

falling = st.lists(st.integers(0, 60), max_size=12).map(lambda counts: sorted(counts, reverse=True))


@pytest.mark.parametrize(("group", "told"), [(0, False), (4, False), (5, True)])
def test_a_figure_speaks_of_five_people_or_more(group, told):
    assert tells(group) is told


@pytest.mark.parametrize("people", range(5))
def test_a_count_near_nobody_is_blurred_and_nobody_with_it(people):
    assert counted(people, 40) == Count(5, fewer=True)


@pytest.mark.parametrize("left", range(5))
def test_a_count_near_everybody_is_blurred_and_everybody_with_it(left):
    assert counted(40 - left, 40) == Count(35, more=True)


@pytest.mark.parametrize("people", [5, 20, 35])
def test_a_count_between_is_told(people):
    assert counted(people, 40) == Count(people)


@pytest.mark.parametrize("people", range(5))
def test_small_cells_of_a_table_look_alike(people):
    assert cell(people) is None


def test_a_fall_of_few_people_is_not_shown_until_it_adds_up():
    assert levels([50, 48, 46, 45, 30, 28]) == (50, 50, 50, 45, 30, 30)


@given(falling)
def test_shown_levels_fall_by_nobody_or_by_a_group(counts):
    shown = levels(counts)

    falls = {before - after for before, after in pairwise(shown)}
    assert all(fall == 0 or fall >= SMALLEST_GROUP for fall in falls)


@given(falling)
def test_shown_levels_stay_within_a_small_group_of_the_truth(counts):
    assert all(0 <= shown - true < SMALLEST_GROUP for shown, true in zip(levels(counts), counts, strict=True))
