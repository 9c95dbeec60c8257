"""No figure points at one person, and no two looks at it do."""

from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.domain.anonymity import (
    SMALLEST_GROUP,
    Count,
    Share,
    apart,
    cells,
    complete,
    counted,
    counted_by_fives,
    levels,
    settled,
    share_of,
    tells,
)

groups = st.lists(st.integers(0, 40), min_size=1, max_size=6)
falling = st.lists(st.integers(0, 60), max_size=12).map(lambda counts: sorted(counts, reverse=True))
sayings = st.lists(st.tuples(st.integers(0, 11), st.sampled_from([None, 1, 5])), max_size=60)


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


@pytest.mark.parametrize("completed", range(21, 31))
def test_where_both_come_by_fives_all_and_all_but_a_few_look_alike(completed):
    assert counted_by_fives(max(completed, 25), 30 + completed % 5) == Count(20, more=True)


def test_where_both_come_by_fives_a_count_is_told_from_ten_below_on():
    assert counted_by_fives(24, 34) == Count(20)


def test_a_fall_of_few_people_is_told_as_a_limit_until_it_adds_up():
    near = Count(40, more=True)

    assert levels([51, 48, 46, 41, 30, 28]) == (Count(50), near, near, Count(40), Count(30), Count(20, more=True))


def test_that_nobody_fell_away_is_told_with_the_same_limit():
    assert levels([30, 25, 25, 25])[1:] == levels([30, 30, 30, 30])[1:] == (Count(20, more=True),) * 3


@given(falling)
def test_what_is_said_of_a_level_is_true_of_all_but_the_batch_that_is_not_complete(counts):
    for count, shown in zip(counts, levels(counts), strict=True):
        if shown.fewer:
            assert count < shown.number
        elif shown.more:
            assert count > shown.number
        else:
            assert shown.number <= count < shown.number + SMALLEST_GROUP


@given(falling)
def test_levels_that_are_told_fall_by_more_than_a_group(counts):
    told = [shown.number for shown in levels(counts) if not (shown.fewer or shown.more)]

    assert all(here - then > SMALLEST_GROUP for here, then in pairwise(told))


@given(falling)
def test_a_limit_says_no_more_than_what_was_told_before_it(counts):
    shown = levels(counts)

    for before, each in pairwise(shown):
        if each.more:
            assert each in (before, Count(before.number - 10, more=True))


@pytest.mark.parametrize(
    ("part", "share"),
    [
        (0, Share(Fraction(1, 4), fewer=True)),
        (4, Share(Fraction(1, 4), fewer=True)),
        (5, Share(Fraction(1, 4))),
        (15, Share(Fraction(3, 4))),
        (16, Share(Fraction(3, 4), more=True)),
        (20, Share(Fraction(3, 4), more=True)),
    ],
)
def test_a_share_near_nobody_or_everybody_is_a_limit(part, share):
    assert share_of(part, 20) == share


def test_a_group_below_ten_has_no_share():
    assert share_of(5, 9) is None


@given(st.integers(0, 200), st.integers(0, 200))
def test_no_share_is_that_of_nobody_or_everybody(part, more):
    share = share_of(part, part + more)

    assert share is None or 0 < share.value < 1


def test_a_small_cell_alone_hides_the_least_of_the_others_with_it_under_one_limit():
    assert cells([30, 7, 3], 40) == (None, Count(10, fewer=True), Count(10, fewer=True))


def test_small_cells_that_hold_a_group_protect_each_other():
    assert cells([20, 14, 3, 2, 1], 40) == (None, None, *[Count(5, fewer=True)] * 3)


def test_small_cells_that_hold_no_group_hide_the_least_of_the_others_with_them():
    assert cells([25, 7, 6, 1, 1], 40) == (None, None, *[Count(10, fewer=True)] * 3)


def test_two_fours_are_not_told_as_fewer_than_five_for_both_would_be_four():
    assert cells([20, 12, 4, 4], 40) == (None, None, Count(10, fewer=True), Count(10, fewer=True))


def test_the_spared_cell_is_hidden_only_where_there_is_no_other():
    assert cells([6, 30, 4], 40, spared=0)[0] is None
    assert cells([16, 4], 30, spared=0)[0] == Count(20, fewer=True)


@given(groups)
def test_of_hidden_cells_and_of_some_of_them_five_numbers_are_possible_or_more(counts):
    shown = cells(counts, sum(counts))

    hidden = [at for at, each in enumerate(shown) if each]
    for size in range(1, len(hidden)):
        for some in combinations(hidden, size):
            least, most = _possible(some, hidden, counts, shown)
            assert most - least >= min(sum(counts), SMALLEST_GROUP - 1)


@given(groups)
def test_hidden_cells_hold_a_group_or_are_all_that_there_is(counts):
    shown = cells(counts, sum(counts))

    hidden = [count for count, each in zip(counts, shown, strict=True) if each]
    assert not hidden or sum(hidden) >= SMALLEST_GROUP or len(hidden) == len(counts)


def _possible(some, hidden, counts, shown):
    """The least and the most that some hidden cells can hold, by the sum of all of them and their limits."""
    together = sum(counts[at] for at in hidden)
    low = {at: shown[at].number + 1 if shown[at].more else 0 for at in hidden}
    high = {at: together if shown[at].more else shown[at].number - 1 for at in hidden}
    rest = [at for at in hidden if at not in some]
    least = max(sum(low[at] for at in some), together - sum(high[at] for at in rest))
    most = min(sum(high[at] for at in some), together - sum(low[at] for at in rest))
    return least, most


@given(st.lists(st.integers(0, 60), max_size=12), st.lists(st.integers(0, 60), max_size=3))
def test_counts_told_one_after_the_other_differ_by_five_or_more_from_all_that_are_told(counts, told):
    kept = [count for count, may in zip(counts, apart(counts, told), strict=True) if may]

    assert all(abs(count - each) >= SMALLEST_GROUP for count in kept for each in told)
    assert all(abs(one - other) >= SMALLEST_GROUP for one, other in combinations(kept, 2))


@given(groups)
def test_what_is_said_of_a_hidden_cell_is_true(counts):
    shown = cells(counts, sum(counts))

    assert all(count < each.number for count, each in zip(counts, shown, strict=True) if each and each.fewer)
    assert all(count > each.number for count, each in zip(counts, shown, strict=True) if each and each.more)


@given(st.integers(0, 60), st.integers(0, 60))
def test_two_looks_at_what_comes_in_differ_by_nobody_or_by_five(sooner, later):
    differing = set(complete(range(sooner))) ^ set(complete(range(later)))

    assert not differing or len(differing) >= SMALLEST_GROUP


@given(sayings)
def test_any_two_looks_at_what_people_change_differ_by_nobody_or_by_five(said):
    looks = [settled(said[:at]) for at in range(len(said) + 1)]

    for one, other in combinations(looks, 2):
        differing = [each for each in one.keys() | other.keys() if one.get(each) != other.get(each)]
        assert not differing or len(differing) >= SMALLEST_GROUP


def test_what_five_people_said_is_told():
    assert settled([(person, 4) for person in range(9)]) == dict.fromkeys(range(5), 4)


def test_who_says_the_same_again_is_not_waited_with():
    first = [(person, 4) for person in range(5)]

    assert settled([*first, *first, (9, 1)]) == dict.fromkeys(range(5), 4)


def test_people_who_change_their_mind_to_and_fro_show_no_single_one_beside_them():
    first = [(person, 1) for person in range(5)]
    there = [(person, 5) for person in range(5)]
    back = [*((person, 1) for person in range(4)), (9, 1)]

    looks = [settled(said) for said in (first, first + there, first + there + back)]

    assert looks[2] == looks[1] == dict.fromkeys(range(5), 5)
