"""What the office records of a person: made by one admin, corrected by another, never overwritten unseen."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select

from elearn.accounts.models import User
from elearn.accounts.people import ROLES, Job, UnknownRole, create_user, unit_id
from elearn.accounts.service import issue_code, lock_out
from elearn.database import db, transaction
from elearn.domain.nip import EmploymentStatus
from elearn.organisation.models import OrgUnit


@dataclass(frozen=True, slots=True)
class Record:
    """What an admin may write about a person. `roles` are those beside that of a learner."""

    name: str
    status: EmploymentStatus
    job: Job = field(default_factory=Job)
    roles: frozenset[str] = frozenset()
    active: bool = True

    @property
    def version(self) -> str:
        """The same for the same values: it tells whether a record is still the one that an admin read."""
        job = self.job
        values = [self.name, self.status.value, job.unit_code, job.position, job.rank, job.grade]
        return sha256(json.dumps([*values, sorted(self.roles), self.active]).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person as the office knows them. `has_password` is false until they first sign in."""

    id: int
    nip: str
    has_password: bool
    record: Record


class StaleRecord(Exception):
    """Another admin has changed the record since it was read; `current` is what it says now."""

    def __init__(self, current: Record) -> None:
        super().__init__()
        self.current = current


class OwnRole(Exception):
    """Nobody takes away their own role of admin: somebody must remain who can give it back."""


class OwnAccount(Exception):
    """Nobody closes their own account."""


class NoLongerAdmin(Exception):
    """Another admin has just taken away the role of the one who asks, or closed their account."""


def find_person(user_id: int) -> KnownPerson | None:
    """The person with this id; None when there is none; one query."""
    found = select(User, OrgUnit.code).outerjoin(OrgUnit, User.unit_id == OrgUnit.id).where(User.id == user_id)
    row = db.session.execute(found).first()
    if row is None:
        return None
    return KnownPerson(user_id, row.User.nip, row.User.password_hash is not None, _record(row.User, row.code))


@transaction
def admit(nip: str, record: Record, *, by: int, now: datetime) -> str:
    """Make an account and the one-time code for its first sign-in, which is returned and shown once.

    Raises:
        people.NipTaken, people.UnknownRole, NoSuchUnit: what their docstrings say.
    """
    user = create_user(nip, record.name, now, record.status, record.roles, record.job)
    return issue_code(user.id, by, now)


@transaction
def correct(user_id: int, record: Record, version: str, *, by: int, now: datetime) -> None:
    """Write a person's record anew; `version` is that of the record which the admin read.

    Closing an account ends its sessions and codes; opening it again brings none of them back.

    Raises:
        StaleRecord: another admin was faster; nothing is written.
        OwnRole, OwnAccount, NoLongerAdmin, people.UnknownRole, NoSuchUnit: what their docstrings say.
    """
    user = _lock(user_id, by)
    before = _record(user, _unit_code(user.unit_id))
    if before == record:
        return
    if before.version != version:
        raise StaleRecord(before)
    _refuse(record, own=user_id == by)
    _write(user, record)
    if before.active and not record.active:
        lock_out(user_id, now)


def _lock(user_id: int, by: int) -> User:
    """Hold the rows of both, so that two admins can't take each other's role away at once."""
    held = select(User).where(User.id.in_({user_id, by})).order_by(User.id).with_for_update()
    rows = db.session.scalars(held.execution_options(populate_existing=True)).all()
    found = {user.id: user for user in rows}
    if not found[by].active or "admin" not in found[by].roles.split():
        raise NoLongerAdmin
    return found[user_id]


def _record(user: User, unit_code: str | None) -> Record:
    job = Job(unit_code, user.position, user.rank, user.grade)
    return Record(user.name, EmploymentStatus(user.status), job, frozenset(user.roles.split()), user.active)


def _unit_code(unit: int | None) -> str | None:
    return db.session.scalar(select(OrgUnit.code).where(OrgUnit.id == unit)) if unit else None


def _refuse(record: Record, *, own: bool) -> None:
    if not record.roles <= set(ROLES):
        raise UnknownRole
    if own and "admin" not in record.roles:
        raise OwnRole
    if own and not record.active:
        raise OwnAccount


def _write(user: User, record: Record) -> None:
    user.name, user.status = record.name, record.status.value
    user.unit_id = unit_id(record.job.unit_code)
    user.position, user.rank, user.grade = record.job.position, record.job.rank, record.job.grade
    user.roles, user.active = " ".join(sorted(record.roles)), record.active
