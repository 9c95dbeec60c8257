"""How often something may be tried."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from elearn.accounts import throttle
from elearn.accounts.models import Throttle
from elearn.accounts.throttle import Limit, Standing, TooManyTries, after_try, paused_until
from elearn.database import db

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
THREE = Limit("password", 3)


def _after(tries: int, standing: Standing, at: datetime, limit: Limit = THREE) -> Standing:
    for _ in range(tries):
        standing = after_try(standing, limit, at)
    return standing


def _fresh() -> Standing:
    return Standing(0, NOW + 15 * MINUTE)


def test_fewer_tries_than_the_limit_make_no_pause() -> None:
    assert paused_until(_after(2, _fresh(), NOW), THREE, NOW) is None


def test_the_last_allowed_try_begins_a_pause_of_a_quarter_of_an_hour() -> None:
    standing = _after(3, _fresh(), NOW + 10 * MINUTE)

    assert paused_until(standing, THREE, NOW + 10 * MINUTE) == NOW + 25 * MINUTE


def test_a_pause_ends() -> None:
    standing = _after(3, _fresh(), NOW)

    assert paused_until(standing, THREE, NOW + 15 * MINUTE) is None


def test_a_try_during_a_pause_does_not_make_it_longer() -> None:
    standing = _after(3, _fresh(), NOW)

    assert after_try(standing, THREE, NOW + 14 * MINUTE) == standing


def test_tries_of_an_earlier_quarter_of_an_hour_do_not_count() -> None:
    standing = _after(2, _fresh(), NOW)

    later = _after(2, standing, NOW + 15 * MINUTE)

    assert paused_until(later, THREE, NOW + 15 * MINUTE) is None


def test_each_pause_is_twice_as_long_as_the_one_before_up_to_an_hour() -> None:
    standing, at, pauses = _fresh(), NOW, []
    for _ in range(5):
        standing = _after(3, standing, at)
        pauses.append((standing.ends_at - at) // MINUTE)
        at = standing.ends_at

    assert pauses == [15, 30, 60, 60, 60]


def test_after_a_quiet_day_the_pauses_begin_short_again() -> None:
    standing = _after(3, _fresh(), NOW)
    next_day = standing.ends_at + timedelta(days=1)

    standing = _after(3, standing, next_day)

    assert standing.ends_at == next_day + 15 * MINUTE


def test_during_a_pause_nothing_is_admitted_and_the_refusal_says_until_when(app: Flask) -> None:
    for _ in range(10):
        throttle.admit(throttle.PASSWORD, "a", NOW)

    with pytest.raises(TooManyTries) as refused:
        throttle.admit(throttle.PASSWORD, "a", NOW + MINUTE)

    assert refused.value.until == NOW + 15 * MINUTE


def test_a_pause_of_one_account_is_none_of_another(app: Flask) -> None:
    for _ in range(10):
        throttle.admit(throttle.PASSWORD, "a", NOW)

    throttle.admit(throttle.PASSWORD, "b", NOW)


def test_tries_made_at_the_same_time_do_not_outrun_the_count(app: Flask) -> None:
    def attempt(_: int) -> bool:
        with app.app_context():
            try:
                throttle.admit(throttle.PASSWORD, "a", NOW)
            except TooManyTries:
                return False
            return True

    with ThreadPoolExecutor(12) as pool:
        admitted = sum(pool.map(attempt, range(24)))

    assert admitted == 10


def test_what_was_forgotten_does_not_count(app: Flask) -> None:
    for _ in range(9):
        throttle.admit(throttle.PASSWORD, "a", NOW)

    throttle.forget(throttle.PASSWORD, "a")

    throttle.admit(throttle.PASSWORD, "a", NOW)
    throttle.admit(throttle.PASSWORD, "a", NOW)


def test_the_table_names_neither_accounts_nor_addresses(app: Flask) -> None:
    throttle.count(throttle.PASSWORD, "198609262015051001", NOW)
    throttle.count(throttle.ADDRESS, "192.0.2.7", NOW)

    keys = " ".join(db.session.scalars(select(Throttle.key)))

    assert "1986" not in keys
    assert "192.0.2" not in keys


def test_one_household_with_many_ipv6_addresses_counts_as_one(app: Flask) -> None:
    throttle.count(throttle.ADDRESS, "2001:db8:1:2::7", NOW)
    throttle.count(throttle.ADDRESS, "2001:db8:1:2:3:4:5:6", NOW)
    throttle.count(throttle.ADDRESS, "2001:db8:1:3::7", NOW)

    counts = sorted(db.session.scalars(select(Throttle.tries)))

    assert counts == [1, 2]


def test_counts_that_no_longer_matter_are_taken_away(app: Flask) -> None:
    throttle.count(throttle.PASSWORD, "a", NOW)

    throttle.count(throttle.PASSWORD, "b", NOW + timedelta(days=2))

    assert db.session.scalar(select(func.count(Throttle.key))) == 1
