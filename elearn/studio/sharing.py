"""Sharing a draft with colleagues, and who works on it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from elearn.accounts.models import User
from elearn.accounts.service import find_by_nip
from elearn.database import db, transaction
from elearn.studio.models import Draft, DraftFile, DraftShare

WRITING_ROLES = frozenset({"trainer", "admin"})


class NoSuchColleague(Exception):
    """Nobody with this NIP is a trainer or an admin."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may write on a draft. `wrote_at` is when they last saved something that still stands there."""

    id: int
    name: str
    owner: bool
    wrote_at: datetime | None


def colleagues_of(draft: Draft) -> list[Colleague]:
    """Who may write on a draft, the owner first; one query. Admins may too, and aren't listed for that."""
    shares = select(DraftShare.user_id).where(DraftShare.draft_id == draft.id)
    latest = func.max(DraftFile.changed_at).label("wrote_at")
    own = (DraftFile.changed_by == User.id) & (DraftFile.draft_id == draft.id)
    statement = select(User.id, User.name, latest).outerjoin(DraftFile, own)
    rows = db.session.execute(
        statement.where((User.id == draft.owner_id) | User.id.in_(shares)).group_by(User.id, User.name)
    )
    people = [Colleague(row.id, row.name, row.id == draft.owner_id, row.wrote_at) for row in rows]
    return sorted(people, key=lambda each: (not each.owner, each.name.casefold()))


@transaction
def share(draft_id: int, nip: str) -> str:
    """Let a colleague write on a draft; their name. Sharing twice changes nothing.

    Raises:
        NoSuchColleague: nobody with the NIP may write courses.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    person = find_by_nip(nip)
    if person is None or not person.active or not WRITING_ROLES & set(person.roles.split()):
        raise NoSuchColleague
    if person.id != draft.owner_id and db.session.get(DraftShare, (draft_id, person.id)) is None:
        db.session.add(DraftShare(draft_id=draft_id, user_id=person.id))
    return person.name


@transaction
def unshare(draft_id: int, user_id: int) -> None:
    """Let somebody no longer write on a draft; what they wrote stays."""
    db.session.execute(delete(DraftShare).where(DraftShare.draft_id == draft_id, DraftShare.user_id == user_id))
