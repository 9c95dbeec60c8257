"""People: making accounts, finding people, and what a person reads about themselves."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import outerjoin

from elearn.accounts import passwords
from elearn.accounts.models import User
from elearn.accounts.service import Session, find_by_nip, sessions_of
from elearn.database import db, transaction
from elearn.domain.nip import EmploymentStatus, likely_status
from elearn.organisation.models import OrgUnit
from elearn.organisation.service import NoSuchUnit, find_unit, names_from_top

ROLES = ("admin", "trainer")
"""Roles beside that of a learner, which everybody has."""

PAGE_LENGTH = 25

MOST_WORDS = 12


class NipTaken(Exception):
    """Somebody with this NIP already has an account."""


class UnknownRole(Exception):
    """There is no such role."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a person does, and where. `unit_code` is the code of their organisational unit."""

    unit_code: str | None = None
    position: str = ""
    rank: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What a person reads about themselves. `units` are the names from the top of the tree to their own unit."""

    user: User
    units: tuple[str, ...]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of a list of people. `has_password` is false until they first sign in."""

    id: int
    name: str
    nip: str
    unit: str
    position: str
    roles: frozenset[str]
    active: bool
    has_password: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of a list of people. Pages count from 1; an empty list has one."""

    rows: tuple[PersonRow, ...]
    page: int
    pages: int
    total: int


@transaction
def create_user(
    nip: str,
    name: str,
    now: datetime,
    status: EmploymentStatus | None = None,
    roles: frozenset[str] = frozenset(),
    job: Job | None = None,
    password: str | None = None,
) -> User:
    """A new person. Without a status, what the NIP hints at; without a password, they need a one-time code.

    Raises:
        NipTaken, UnknownRole, NoSuchUnit, passwords.WeakPassword: what their docstrings say.
    """
    _refuse_bad_account(nip, roles, password)
    job = job or Job()
    user = User(
        nip=nip,
        name=name,
        status=(status or likely_status(nip)).value,
        roles=" ".join(sorted(roles)),
        unit_id=unit_id(job.unit_code),
        position=job.position,
        rank=job.rank,
        grade=job.grade,
        password_hash=passwords.hash_password(password) if password else None,
        created_at=now,
    )
    db.session.add(user)
    try:
        db.session.flush()
    except IntegrityError:  # another admin was faster by a moment
        raise NipTaken from None
    return user


def _refuse_bad_account(nip: str, roles: frozenset[str], password: str | None) -> None:
    if find_by_nip(nip):
        raise NipTaken
    if not roles <= set(ROLES):
        raise UnknownRole
    if password is not None:
        passwords.refuse_weak(password, nip)


def unit_id(code: str | None) -> int | None:
    """The id of the unit with this code; None for nobody's unit.

    Raises:
        NoSuchUnit: there is no unit with this code.
    """
    if code is None:
        return None
    if unit := find_unit(code):
        return unit.id
    raise NoSuchUnit


@transaction
def choose_language(user_id: int, language: str) -> None:
    """Remember the language that a person reads in."""
    db.session.get_one(User, user_id).language = language


def account_of(user_id: int, sign_in_id: int, now: datetime) -> Account:
    """What a person reads about themselves, asked from one of their sessions."""
    user = db.session.get_one(User, user_id)
    return Account(user, names_from_top(user.unit_id), sessions_of(user_id, sign_in_id, now))


def nip_of(user_id: int) -> str:
    """A person's NIP, by which their password manager knows them."""
    return db.session.get_one(User, user_id).nip


def name_of(user_id: int) -> str | None:
    """The name of a person; None if there is no such person."""
    user = db.session.get(User, user_id)
    return user.name if user else None


_PEOPLE = outerjoin(User, OrgUnit, User.unit_id == OrgUnit.id)


def find_people(search: str, page: int) -> PeoplePage:
    """A page of people by name: those whose name and unit have every word searched for, or whose NIP begins with it."""
    wanted = matching(search)
    total = db.session.scalar(select(func.count(User.id)).select_from(_PEOPLE).where(*wanted)) or 0
    pages = max(1, -(-total // PAGE_LENGTH))
    page = min(max(1, page), pages)
    columns = select(User, func.coalesce(OrgUnit.name, "").label("unit")).select_from(_PEOPLE).where(*wanted)
    found = columns.order_by(User.name, User.id).limit(PAGE_LENGTH).offset((page - 1) * PAGE_LENGTH)
    rows = tuple(_row(row.User, row.unit) for row in db.session.execute(found))
    return PeoplePage(rows, page, pages, total)


def matching(search: str) -> list[ColumnElement[bool]]:
    """What holds for people, joined with their unit, whom a search means: see `find_people`.

    Only the first words count, for a database refuses a condition without end; no text holds a NUL.
    """
    search = search.replace("\0", "")
    digits = "".join(char for char in search if char not in " .-")
    if digits.isascii() and digits.isdigit():
        return [User.nip.startswith(digits)]
    places = (User.name, OrgUnit.name, OrgUnit.short_name)
    return [or_(*(place.icontains(word, autoescape=True) for place in places)) for word in search.split()[:MOST_WORDS]]


def _row(user: User, unit: str) -> PersonRow:
    roles = frozenset(user.roles.split())
    return PersonRow(
        user.id, user.name, user.nip, unit, user.position, roles, user.active, user.password_hash is not None
    )
