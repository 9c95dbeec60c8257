"""JP of a year against a target."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from elearn.domain.hours import YearOfHours, local_day, suggested_jp


@pytest.mark.parametrize(("jp", "percent"), [(0, 0), (3, 15), (19, 95), (20, 100), (47, 100), (-3, 0)])
def test_a_bar_is_never_shorter_than_nothing_nor_longer_than_full(jp, percent):
    assert YearOfHours(2026, jp, 20).percent == percent


def test_the_target_is_reached_exactly_at_the_target():
    assert [YearOfHours(2026, jp, 20).reached for jp in (19, 20, 21)] == [False, True, True]


def test_what_is_left_is_never_negative():
    assert [YearOfHours(2026, jp, 20).left for jp in (6, 20, 25)] == [14, 0, 0]


def test_without_a_target_the_bar_is_full():
    assert YearOfHours(2026, 0, 0).percent == 100


def test_new_year_begins_at_midnight_in_the_zone_of_the_settings():
    moment = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)

    assert local_day(moment, ZoneInfo("Asia/Jakarta")) == date(2027, 1, 1)


@pytest.mark.parametrize(("minutes", "jp"), [(10, 1), (45, 1), (89, 1), (90, 2), (135, 3)])
def test_suggested_jp_are_whole_and_rounded_down(minutes, jp):
    assert suggested_jp(minutes) == jp
