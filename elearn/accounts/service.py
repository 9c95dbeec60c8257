"""People signing in: with a password, or with a one-time code that lets them set one; and the sessions that follow."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from elearn.accounts import codes, passwords, throttle
from elearn.accounts.models import OneTimeCode, SignIn, User
from elearn.accounts.tokens import new_token, token_hash
from elearn.database import db, transaction
from elearn.extensions import settings
from elearn.security import REMEMBERED

UNREMEMBERED = timedelta(hours=12)
"""A working day: who signs in on a shared computer and forgets to sign out is signed out before the next one."""

KEPT_AFTER_END = timedelta(days=30)
"""How long a session that ended stays in the table."""


class SignInRefused(Exception):
    """The NIP and the password don't belong together, or nobody with that NIP may sign in."""


class CodeRefused(Exception):
    """The one-time code isn't this person's, was used, was replaced, or is too old."""


class WrongPassword(Exception):
    """The current password isn't the one given."""


class NoSuchSession(Exception):
    """The person has no such session."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sign-in comes from: the network address, the device in words, and whether to remember it there."""

    address: str
    device: str = ""
    remember: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One of a person's sessions, as its owner sees it. `current` is the one that asks."""

    id: int
    browser: str
    system: str
    started_at: datetime
    seen_at: datetime
    current: bool


def sign_in(nip: str, password: str, origin: Origin, now: datetime) -> str:
    """The token of a new session. An unknown NIP, a wrong password and an inactive account look and last the same.

    The try is counted before the password is looked at, and no lock is held while the hash is worked out.

    Raises:
        SignInRefused: no.
        throttle.TooManyTries: too many tries for this account or from this address.
    """
    throttle.check(throttle.ADDRESS, origin.address, now)
    throttle.admit(throttle.PASSWORD, nip, now)
    user = find_by_nip(nip)
    known = user.password_hash if user and user.active else None
    if not passwords.matches(known, password) or user is None or known is None:
        throttle.count(throttle.ADDRESS, origin.address, now)
        raise SignInRefused
    newer = passwords.hash_password(password) if passwords.is_outdated(known) else known
    return _welcome(user, newer, origin, now)


@transaction
def _welcome(user: User, password_hash: str, origin: Origin, now: datetime) -> str:
    throttle.forget(throttle.PASSWORD, user.nip)
    user.password_hash = password_hash
    return _start_session(user.id, origin, now)


@transaction
def issue_code(user_id: int, by: int | None, now: datetime) -> str:
    """A one-time code for a person, valid 7 days; it is shown once and ends earlier ones. `by` is the admin's id."""
    user = db.session.get_one(User, user_id)
    code = codes.new_code()
    _end_codes(user_id, now)
    hashed = codes.code_hash(settings().secret_key, user.nip, code)
    expires = now + codes.VALID
    db.session.add(OneTimeCode(user_id=user_id, code_hash=hashed, created_at=now, created_by=by, expires_at=expires))
    return code


def set_password_by_code(nip: str, typed_code: str, password: str, origin: Origin, now: datetime) -> str:
    """Set a password with a one-time code, end every session, and return the token of a new one.

    Raises:
        CodeRefused: no.
        passwords.WeakPassword: the new password is too easy to guess; the code stays good.
        throttle.TooManyTries: too many tries for this account or from this address.
    """
    passwords.refuse_weak(password, nip)
    throttle.check(throttle.ADDRESS, origin.address, now)
    throttle.admit(throttle.CODE, nip, now)
    hashed = passwords.hash_password(password)
    try:
        return _use_code(nip, typed_code, hashed, origin, now)
    except CodeRefused:
        throttle.count(throttle.ADDRESS, origin.address, now)
        raise


@transaction
def _use_code(nip: str, typed_code: str, password_hash: str, origin: Origin, now: datetime) -> str:
    code = codes.read_code(typed_code) or ""
    found = (
        select(OneTimeCode, User)
        .join(User, OneTimeCode.user_id == User.id)
        .where(User.nip == nip, User.active, OneTimeCode.used_at.is_(None), OneTimeCode.expires_at > now)
        .where(OneTimeCode.code_hash == codes.code_hash(settings().secret_key, nip, code))
        .with_for_update(of=OneTimeCode)
    )
    row = db.session.execute(found).first()
    if row is None:
        raise CodeRefused
    row.OneTimeCode.used_at = now
    row.User.password_hash = password_hash
    for limit in (throttle.CODE, throttle.PASSWORD):
        throttle.forget(limit, nip)
    _end_sessions(row.User.id, now)
    return _start_session(row.User.id, origin, now)


def change_password(user_id: int, sign_in_id: int, current: str, new: str, now: datetime) -> str:
    """Change one's own password and return the asking session's new token; the other sessions end.

    The asking session gets another token too, for a stolen cookie would be a copy of its old one.

    Raises:
        WrongPassword: `current` isn't the password.
        passwords.WeakPassword: the new password is too easy to guess.
        throttle.TooManyTries: too many wrong passwords were tried.
    """
    user = db.session.get_one(User, user_id)
    passwords.refuse_weak(new, user.nip)
    throttle.admit(throttle.CHANGE, str(user_id), now)
    if not passwords.matches(user.password_hash, current):
        raise WrongPassword
    return _replace_password(user, sign_in_id, passwords.hash_password(new), now)


@transaction
def _replace_password(user: User, sign_in_id: int, password_hash: str, now: datetime) -> str:
    throttle.forget(throttle.CHANGE, str(user.id))
    user.password_hash = password_hash
    _end_sessions(user.id, now, but=sign_in_id)
    _end_codes(user.id, now)
    token = new_token()
    db.session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(token_hash=token_hash(token)))
    return token


@transaction
def sign_out(sign_in_id: int, now: datetime) -> None:
    """End the asking session: its cookie opens nothing any more, wherever a copy of it may be."""
    db.session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(ended_at=now))


@transaction
def touch_session(sign_in_id: int, now: datetime) -> None:
    """Remember when a session was last used."""
    db.session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(seen_at=now))


def sessions_of(user_id: int, sign_in_id: int, now: datetime) -> tuple[Session, ...]:
    """A person's open sessions, the asking one first, then the last used."""
    found = select(SignIn).where(SignIn.user_id == user_id, SignIn.ended_at.is_(None), SignIn.expires_at > now)
    rows = db.session.scalars(found.order_by(SignIn.seen_at.desc(), SignIn.id.desc())).all()
    sessions = (_session(row, sign_in_id) for row in rows)
    return tuple(sorted(sessions, key=lambda session: not session.current))


def _session(row: SignIn, sign_in_id: int) -> Session:
    browser, _, system = row.device.partition("/")
    return Session(row.id, browser, system, row.created_at, row.seen_at, row.id == sign_in_id)


@transaction
def end_session(user_id: int, sign_in_id: int, now: datetime) -> None:
    """End one of a person's own sessions.

    Raises:
        NoSuchSession: it is another person's, or ended already.
    """
    own = update(SignIn).where(SignIn.id == sign_in_id, SignIn.user_id == user_id, SignIn.ended_at.is_(None))
    if db.session.execute(own.values(ended_at=now).returning(SignIn.id)).first() is None:
        raise NoSuchSession


@transaction
def end_other_sessions(user_id: int, sign_in_id: int, now: datetime) -> None:
    """End all of a person's sessions but the asking one."""
    _end_sessions(user_id, now, but=sign_in_id)


@transaction
def lock_out(user_id: int, now: datetime) -> None:
    """End all of a person's sessions and codes: nothing that they hold opens anything any more."""
    _end_sessions(user_id, now)
    _end_codes(user_id, now)


def find_by_nip(nip: str) -> User | None:
    """The person with this NIP of 18 digits; None when there is none."""
    return db.session.scalar(select(User).where(User.nip == nip))


def _start_session(user_id: int, origin: Origin, now: datetime) -> str:
    db.session.execute(delete(SignIn).where(SignIn.user_id == user_id, SignIn.expires_at < now - KEPT_AFTER_END))
    token = new_token()
    lasts = REMEMBERED if origin.remember else UNREMEMBERED
    sign_in = SignIn(
        user_id=user_id,
        token_hash=token_hash(token),
        device=origin.device,
        remembered=origin.remember,
        created_at=now,
        seen_at=now,
        expires_at=now + lasts,
    )
    db.session.add(sign_in)
    return token


def _end_sessions(user_id: int, now: datetime, but: int | None = None) -> None:
    open_ones = update(SignIn).where(SignIn.user_id == user_id, SignIn.ended_at.is_(None))
    if but is not None:
        open_ones = open_ones.where(SignIn.id != but)
    db.session.execute(open_ones.values(ended_at=now))


def _end_codes(user_id: int, now: datetime) -> None:
    waiting = update(OneTimeCode).where(OneTimeCode.user_id == user_id, OneTimeCode.used_at.is_(None))
    db.session.execute(waiting.where(OneTimeCode.expires_at > now).values(expires_at=now))
