"""Reviews: asked for, answered by somebody else, and good for the very bytes that were read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import aliased

from elearn.accounts.models import User
from elearn.courses.publishing import sources_sha256
from elearn.database import db, transaction
from elearn.studio.drafts import NotYours, Writer, draft_of, files_of, present
from elearn.studio.models import Draft, DraftFile, DraftShare
from elearn.studio.review_models import Review

ROLES = ("trainer", "admin")


class Verdict(StrEnum):
    """How a review ended; open ones have none."""

    OPEN = ""
    APPROVED = "approved"
    CHANGES = "changes"
    WITHDRAWN = "withdrawn"


class NotAReviewer(Exception):
    """Nobody reviews what they wrote themselves, and only trainers and admins review."""


class AlreadyAsked(Exception):
    """A review was asked for already and is still open."""


class NothingToReview(Exception):
    """Nobody asks for a review of this draft, or it was answered meanwhile."""


class TextChanged(Exception):
    """The draft was changed while the reviewer was reading."""


@dataclass(frozen=True)
class ReviewShown:
    """A review with the names of who asked, who was asked and who answered."""

    id: int
    asked_by: int
    asker: str
    asked_at: datetime
    note: str
    reviewer_id: int | None
    reviewer: str
    verdict: Verdict
    verdict_note: str
    decided_by: int | None
    decider: str
    decided_at: datetime | None
    sha256: str

    @property
    def open(self) -> bool:
        """Whether nobody has answered yet."""
        return self.verdict is Verdict.OPEN

    def approves(self, sha256: str) -> bool:
        """Whether it approves of these bytes: an approval falls when anything changes."""
        return self.verdict is Verdict.APPROVED and self.sha256 == sha256


@dataclass(frozen=True)
class Waiting:
    """A draft whose review waits for somebody."""

    slug: str
    title: str
    asker: str
    asked_at: datetime


def writers_of(draft: Draft) -> frozenset[int]:
    """Everybody who writes on a draft or wrote a part of it; one query."""
    shares = select(DraftShare.user_id).where(DraftShare.draft_id == draft.id)
    hands = select(DraftFile.changed_by).where(*present(draft.id))
    return frozenset((draft.owner_id, *db.session.scalars(shares.union(hands))))


def draft_to_read(slug: str, person: Writer) -> Draft:
    """The draft of a slug, for one who may touch it or was asked to review it.

    Raises:
        NoSuchDraft: there is none.
        NotYours: the person has nothing to do with it.
    """
    try:
        return draft_of(slug, person)
    except NotYours:
        draft = db.session.scalars(select(Draft).where(Draft.slug == slug)).one()
        review = latest(draft.id)
        if review and (person.id in (review.reviewer_id, review.decided_by) or may_review(draft, review, person)):
            return draft
        raise


def possible_reviewers(draft: Draft, asker_id: int) -> list[tuple[int, str]]:
    """Ids and names of those who may review a draft: trainers and admins who didn't write on it."""
    fitting = User.active, or_(*(User.roles.contains(role) for role in ROLES))
    rows = db.session.execute(select(User.id, User.name).where(*fitting).order_by(User.name))
    writers = {*writers_of(draft), asker_id}
    return [(row.id, row.name) for row in rows if row.id not in writers]


def latest(draft_id: int) -> ReviewShown | None:
    """The newest review of a draft; one query."""
    asker, reviewer, decider = aliased(User), aliased(User), aliased(User)
    names = (asker.name.label("asker"), reviewer.name.label("reviewer"), decider.name.label("decider"))
    statement = (
        select(Review, *names)
        .join(asker, asker.id == Review.asked_by)
        .outerjoin(reviewer, reviewer.id == Review.reviewer_id)
        .outerjoin(decider, decider.id == Review.decided_by)
        .where(Review.draft_id == draft_id)
        .order_by(Review.id.desc())
        .limit(1)
    )
    row = db.session.execute(statement).first()
    return _shown(row) if row else None


def _shown(row: Any) -> ReviewShown:
    review: Review = row.Review
    return ReviewShown(
        id=review.id,
        asked_by=review.asked_by,
        asker=row.asker,
        asked_at=review.asked_at,
        note=review.note,
        reviewer_id=review.reviewer_id,
        reviewer=row.reviewer or "",
        verdict=Verdict(review.verdict),
        verdict_note=review.verdict_note,
        decided_by=review.decided_by,
        decider=row.decider or "",
        decided_at=review.decided_at,
        sha256=review.sha256,
    )


def waiting_for(person: Writer) -> Sequence[Waiting]:
    """Drafts whose review waits for a person, or for anybody who didn't write on them; the oldest first, one query."""
    shared = exists().where(DraftShare.draft_id == Draft.id, DraftShare.user_id == person.id)
    wrote = exists().where(
        DraftFile.draft_id == Draft.id, DraftFile.removed_at.is_(None), DraftFile.changed_by == person.id
    )
    rows = db.session.execute(
        select(Draft.slug, Draft.title, User.name, Review.asked_at)
        .join(Draft, Draft.id == Review.draft_id)
        .join(User, User.id == Review.asked_by)
        .where(Review.verdict == "", or_(Review.reviewer_id.is_(None), Review.reviewer_id == person.id))
        .where(Review.asked_by != person.id, Draft.owner_id != person.id, ~shared, ~wrote)
        .order_by(Review.asked_at)
    )
    return [Waiting(*row) for row in rows]


def may_review(draft: Draft, review: ReviewShown | None, person: Writer) -> bool:
    """Whether a person may answer an open review: it is for them or for anybody, and they wrote nothing of it."""
    if review is None or not review.open or review.reviewer_id not in (None, person.id):
        return False
    return person.id not in {*writers_of(draft), review.asked_by}


@transaction
def ask(draft_id: int, reviewer_id: int | None, note: str, *, by: int, now: datetime) -> None:
    """Ask somebody, or whoever comes first, for a review.

    Raises:
        AlreadyAsked, NotAReviewer: as their docstrings say.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    if _open_review(draft_id) is not None:
        raise AlreadyAsked
    if reviewer_id is not None and reviewer_id not in dict(possible_reviewers(draft, by)):
        raise NotAReviewer
    db.session.add(Review(draft_id=draft_id, asked_by=by, asked_at=now, note=note, reviewer_id=reviewer_id))


@transaction
def withdraw(draft_id: int, *, by: int, now: datetime) -> None:
    """Take back that a review was asked for; nothing happens where none is open."""
    db.session.get_one(Draft, draft_id, with_for_update=True)
    if (review := _open_review(draft_id)) is not None:
        review.verdict, review.decided_by, review.decided_at = Verdict.WITHDRAWN.value, by, now


@transaction
def answer(draft_id: int, verdict: Verdict, note: str, sha256: str, *, person: Writer, now: datetime) -> None:
    """Approve of the bytes that were read, or ask for changes.

    Raises:
        NothingToReview, NotAReviewer, TextChanged: as their docstrings say.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    review = _open_review(draft_id)
    if review is None:
        raise NothingToReview
    if not may_review(draft, latest(draft_id), person):
        raise NotAReviewer
    if sources_sha256(files_of(draft_id)) != sha256:
        raise TextChanged
    review.verdict, review.verdict_note, review.sha256 = verdict.value, note, sha256
    review.decided_by, review.decided_at = person.id, now


def _open_review(draft_id: int) -> Review | None:
    return db.session.scalar(select(Review).where(Review.draft_id == draft_id, Review.verdict == ""))
