"""The courses that a person writes: own ones, shared ones, and for an admin all."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from elearn.accounts.models import User
from elearn.database import db
from elearn.domain.draft_state import DraftState
from elearn.studio.drafts import Writer
from elearn.studio.models import Draft, DraftShare
from elearn.studio.standing_of_drafts import states_of


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A course on the shelf. `mine` tells whether the person owns it, else `owner` does."""

    slug: str
    title: str
    owner: str
    mine: bool
    changed_at: datetime
    state: DraftState


def shelf_of(person: Writer) -> list[ShelfRow]:
    """The drafts that a person may touch, the last changed first; three queries however many there are."""
    statement = select(Draft, User.name).join(User, User.id == Draft.owner_id).order_by(Draft.changed_at.desc())
    if not person.is_admin:
        shared = select(DraftShare.draft_id).where(DraftShare.user_id == person.id)
        statement = statement.where((Draft.owner_id == person.id) | Draft.id.in_(shared))
    rows = db.session.execute(statement).all()
    states = states_of(draft for draft, _owner in rows)
    return [
        ShelfRow(draft.slug, draft.title, owner, draft.owner_id == person.id, draft.changed_at, states[draft.id])
        for draft, owner in rows
    ]
