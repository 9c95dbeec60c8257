"""Who is asking: the person behind a session cookie, as a small frozen value read by one query."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit, urlunsplit

from flask import Flask, abort, redirect, request, url_for
from flask_login import current_user, login_required
from sqlalchemy import bindparam, select
from werkzeug.wrappers import Response

from elearn import clock
from elearn.accounts.models import SignIn, User
from elearn.accounts.tokens import token_hash
from elearn.errors import wants_json
from elearn.extensions import login_manager
from elearn.reads import Along, Read, Row

P = ParamSpec("P")
R = TypeVar("R")

SEEN_EVERY = timedelta(minutes=10)
"""How exactly we remember when a session was last used; a write on every page would slow every page."""


@dataclass(frozen=True, slots=True)
class Person:
    """The signed-in person, as Flask-Login wants it. `token` is the secret of this session."""

    id: int
    name: str
    status: str
    language: str | None
    roles: frozenset[str]
    sign_in_id: int
    seen_at: datetime
    token: str

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """What Flask-Login keeps in the cookie: the session's token, never the person's number."""
        return self.token

    @property
    def is_trainer(self) -> bool:
        """Whether the person may see what trainers see."""
        return "trainer" in self.roles

    @property
    def is_admin(self) -> bool:
        """Whether the person may act for the office."""
        return "admin" in self.roles


def init_app(app: Flask) -> None:
    """Let Flask-Login find people by the token in their cookie."""
    login_manager.init_app(app)
    login_manager.session_protection = None
    login_manager.unauthorized_handler(_ask_to_sign_in)
    login_manager.user_loader(find_person)


_user = User.__table__.c
_sign_in = SignIn.__table__.c


def _ask_to_sign_in() -> Response:
    """Lead a person to the sign-in form; tell a script, which would take the form for an answer, that it isn't in."""
    if wants_json():
        abort(401)
    return redirect(url_for("accounts.sign_in", next=_page_to_return_to()))


def _page_to_return_to() -> str | None:
    """The page asked for; after sending a form, the page that the form stood on."""
    if request.method in ("GET", "HEAD"):
        return request.full_path.removesuffix("?")
    parts = urlsplit(request.referrer or "")
    return urlunsplit(("", "", parts.path, parts.query, "")) if parts.netloc == request.host else None


_COLUMNS = (
    _user.id.label("person_id"),
    _user.name.label("person_name"),
    _user.status.label("person_status"),
    _user.language.label("person_language"),
    _user.roles.label("person_roles"),
    _user.active.label("person_active"),
    _sign_in.id.label("sign_in_id"),
    _sign_in.seen_at.label("sign_in_seen_at"),
    _sign_in.expires_at.label("sign_in_expires_at"),
    _sign_in.ended_at.label("sign_in_ended_at"),
)
_SIGNED_IN = User.__table__.join(SignIn.__table__, _sign_in.user_id == _user.id)
_HAS_TOKEN = _sign_in.token_hash == bindparam("hash")
_BY_TOKEN = Read(select(*_COLUMNS).select_from(_SIGNED_IN).where(_HAS_TOKEN))


_along: dict[str, tuple[Read, Along]] = {}


def read_along(endpoint: str, along: Along) -> None:
    """Let one query find the person and what a page says of them: a round trip less for a page often asked for."""
    start = along.join(_SIGNED_IN, _user.id)
    together = Read(select(*_COLUMNS, *along.columns).select_from(start).where(_HAS_TOKEN))
    _along[endpoint] = (together, along)


def find_person(token: str) -> Person | None:
    """The person whose session has this token, while it lasts; one query."""
    now = clock.now()
    together = _along.get(request.endpoint or "") if request and "\0" not in request.path else None
    rows = _read_together(token, *together) if together else _BY_TOKEN.all(hash=token_hash(token))
    row = next(iter(rows), None)
    if row is None or row.sign_in_expires_at <= now or row.sign_in_ended_at or not row.person_active:
        return None
    roles = frozenset(row.person_roles.split())
    own = (row.person_id, row.person_name, row.person_status, row.person_language, roles)
    return Person(*own, row.sign_in_id, row.sign_in_seen_at, token)


def _read_together(token: str, together: Read, along: Along) -> Sequence[Row]:
    address = request.view_args or {}
    values = {name: address[name] for name in along.of_address}
    rows = together.all(hash=token_hash(token), **values)
    if rows:
        found = rows if rows[0][len(_COLUMNS)] is not None else ()
        along.read.foresee(found, user_id=rows[0].person_id, **values)
    return rows


def role_required(role: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let only people with a role see a view: others get 403, strangers the sign-in form."""

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        @login_required
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if role not in current_user.roles:
                abort(403)
            return view(*args, **kwargs)

        return guarded

    return decorate
