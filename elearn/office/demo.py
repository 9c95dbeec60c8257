"""Demo people, for development: to sign in as, and to fill the pages of the office."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from elearn.accounts.models import User
from elearn.accounts.people import Job, create_user
from elearn.accounts.service import find_by_nip, lock_out
from elearn.database import db, transaction
from elearn.domain.nip import EmploymentStatus
from elearn.extensions import settings
from elearn.learning import service as learning
from elearn.learning.completion import complete_unit
from elearn.learning.standing import standing_in
from elearn.office.demo_people import PASSWORD, PEOPLE, UNITS, DemoPerson
from elearn.organisation.service import create_unit, find_unit


class DemoInProduction(Exception):
    """Demo people have a password that everybody knows; they never exist where real people work."""


def load(now: datetime) -> None:
    """Make the demo people who aren't there yet, and complete what they completed.

    Raises:
        DemoInProduction: this is a production instance.
    """
    if settings().production:
        raise DemoInProduction
    for code, name, short, kind, parent in UNITS:
        if find_unit(code) is None:
            create_unit(code, name, short, kind, parent)
    new = {person: _add(person, now) for person in PEOPLE if find_by_nip(person.nip) is None}
    finished = [(days, slug, user_id) for person, user_id in new.items() for slug, days in person.finished]
    for days, slug, user_id in sorted(finished, reverse=True):  # so that certificates are numbered in order of time
        _complete(user_id, slug, now - timedelta(days=days))


@transaction
def _add(person: DemoPerson, now: datetime) -> int:
    return create_user(
        person.nip,
        person.name,
        now - timedelta(days=60),
        EmploymentStatus.PNS if person.rank else EmploymentStatus.PPPK,
        person.roles,
        Job(person.unit, person.position, person.rank, person.grade),
        PASSWORD,
    ).id


@transaction
def _complete(user_id: int, slug: str, at: datetime) -> None:
    standing = standing_in(user_id, slug)
    if standing is None:
        return
    enrolment_id = learning.enrol(user_id, standing, now=at - timedelta(days=1))
    for unit in standing.course.units:
        complete_unit(enrolment_id, standing.edition, unit, now=at)


def refuse_in_production() -> None:
    """See that no demo person can sign in where real people work.

    Raises:
        DemoInProduction: this is a production instance, and one of them can.
    """
    if settings().production and _who_can_sign_in():
        raise DemoInProduction


def _who_can_sign_in() -> Sequence[User]:
    """Demo people whose account is active; nobody in a database that has no tables yet, or doesn't answer."""
    known = {person.nip: person.name for person in PEOPLE}
    try:
        found = db.session.scalars(select(User).where(User.active, User.nip.in_(known))).all()
    except DBAPIError:
        return ()
    return [user for user in found if user.name == known[user.nip]]


@transaction
def close(now: datetime) -> int:
    """Close the demo people's accounts for good, and tell how many there were; what they did stays."""
    closed = _who_can_sign_in()
    for user in closed:
        user.active = False
        lock_out(user.id, now)
    return len(closed)


def sign_ins() -> list[str]:
    """A line for each person to sign in as: what they are, NIP, password."""
    return [f"{person.label:<9} {person.nip}  {PASSWORD}" for person in PEOPLE if person.shown]
