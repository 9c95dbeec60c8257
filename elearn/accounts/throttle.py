"""How often something may be tried: a number of tries in a quarter of an hour, then a pause, longer each time."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from elearn.accounts.models import Throttle
from elearn.database import db, transaction
from elearn.extensions import settings

WINDOW = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(hours=1)
MEMORY = timedelta(days=1)
"""How long earlier pauses make the next one longer."""

TIDIED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Limit:
    """How many tries of a kind are allowed before a pause. `per_network`: they are counted by network address."""

    kind: str
    tries: int
    per_network: bool = False


PASSWORD = Limit("password", 10)
CODE = Limit("code", 10)
CHANGE = Limit("change", 10)
ADDRESS = Limit("address", 100, per_network=True)
"""Larger, because a whole office may share one address."""


class TooManyTries(Exception):
    """Too much was tried lately. `until` is when to go on."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until


@dataclass(frozen=True, slots=True)
class Standing:
    """Tries counted so far, and when their window, or the pause that they led to, ends."""

    tries: int
    ends_at: datetime


def paused_until(standing: Standing, limit: Limit, now: datetime) -> datetime | None:
    """Until when nothing more may be tried; None when it may."""
    full = standing.tries > 0 and standing.tries % limit.tries == 0
    return standing.ends_at if full and now < standing.ends_at else None


def after_try(standing: Standing, limit: Limit, now: datetime) -> Standing:
    """The standing after one more try: each full round ends in a pause twice as long as the one before, up to an hour.

    A try during a pause changes nothing: waiting is never made longer by impatience.
    """
    if paused_until(standing, limit, now):
        return standing
    tries, ends_at = standing.tries + 1, standing.ends_at
    if now >= standing.ends_at:
        forgotten = now >= standing.ends_at + MEMORY
        rounds = 0 if forgotten else standing.tries // limit.tries
        tries, ends_at = rounds * limit.tries + 1, now + WINDOW
    if tries % limit.tries == 0:
        ends_at = now + min(LONGEST_PAUSE, WINDOW * 2 ** (min(tries // limit.tries, 10) - 1))
    return Standing(tries, ends_at)


def check(limit: Limit, who: str, now: datetime) -> None:
    """Refuse during a pause, without counting.

    Raises:
        TooManyTries: there is a pause.
    """
    found = select(Throttle.tries, Throttle.window_ends_at).where(Throttle.key == _key(limit, who))
    if row := db.session.execute(found).first():
        _refuse_if_paused(Standing(row.tries, row.window_ends_at), limit, now)


@transaction
def admit(limit: Limit, who: str, now: datetime) -> None:
    """Count a try before it is made, so that tries made at the same time can't outrun the count.

    Raises:
        TooManyTries: there is a pause.
    """
    row = _locked(_key(limit, who), now)
    _refuse_if_paused(Standing(row.tries, row.window_ends_at), limit, now)
    count(limit, who, now)


@transaction
def count(limit: Limit, who: str, now: datetime) -> None:
    """Count a try."""
    row = _locked(_key(limit, who), now)
    standing = after_try(Standing(row.tries, row.window_ends_at), limit, now)
    row.tries, row.window_ends_at = standing.tries, standing.ends_at


@transaction
def forget(limit: Limit, who: str) -> None:
    """Forget tries after one that succeeded."""
    db.session.execute(delete(Throttle).where(Throttle.key == _key(limit, who)))


def _refuse_if_paused(standing: Standing, limit: Limit, now: datetime) -> None:
    if until := paused_until(standing, limit, now):
        raise TooManyTries(until)


def _locked(key: str, now: datetime) -> Throttle:
    """The row of a key, held until the transaction ends; made first where there is none."""
    locked = select(Throttle).where(Throttle.key == key).with_for_update().execution_options(populate_existing=True)
    if row := db.session.scalars(locked).one_or_none():
        return row
    _tidy(now)
    try:
        with db.session.begin_nested():
            db.session.add(Throttle(key=key, tries=0, window_ends_at=now + WINDOW))
    except IntegrityError:
        pass  # another process made it at this moment
    return db.session.scalars(locked).one()


def _tidy(now: datetime) -> None:
    """Take away what no longer matters; rows that another process holds are left to it."""
    old = select(Throttle.key).where(Throttle.window_ends_at < now - MEMORY).limit(TIDIED_AT_ONCE)
    keys = db.session.scalars(old.with_for_update(skip_locked=True)).all()
    if keys:
        db.session.execute(delete(Throttle).where(Throttle.key.in_(keys)))


def _key(limit: Limit, who: str) -> str:
    """A keyed hash: the table tells neither which accounts nor which addresses it is about."""
    name = _network(who) if limit.per_network else who
    return hmac.digest(settings().secret_key.encode(), f"throttle:{limit.kind}:{name}".encode(), "sha256").hex()


def _network(address: str) -> str:
    """One household has a whole IPv6 network of 64 bits; it counts as one address."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(int(parsed) >> 64) if isinstance(parsed, IPv6Address) else str(parsed)
