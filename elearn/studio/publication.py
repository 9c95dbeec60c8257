"""Publishing a draft, archiving a course, and taking in an edition that came past the studio."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from elearn.courses import publishing
from elearn.courses.models import Course, Edition
from elearn.courses.publishing import Published, sources_sha256
from elearn.database import db, transaction
from elearn.studio import reviews
from elearn.studio.compiled import Compiled
from elearn.studio.drafts import files_of
from elearn.studio.history import sources_of
from elearn.studio.merging_editions import MergedFiles, merged_files
from elearn.studio.models import Draft
from elearn.studio.replacing import put_files


class DraftChanged(Exception):
    """The draft was changed after the page that described it was opened."""


class EditionChanged(Exception):
    """Somebody else published an edition after the page was opened."""


class Overtaken(Exception):
    """There is an edition that the draft wasn't made from: it has to be merged or passed over first."""


class NotApproved(Exception):
    """A review is required, and nobody approved of these bytes."""


class CourseArchived(Exception):
    """The course is archived; it has to be brought back first."""


@dataclass(frozen=True)
class Seen:
    """What the person who publishes had before their eyes: the draft's bytes and the current edition."""

    sha256: str
    edition_id: int | None


@transaction
def publish_draft(
    draft_id: int, seen: Seen, made: Compiled, *, review_required: bool, by: int, now: datetime
) -> Published:
    """Make a draft the edition that learners read, if everything still is as it was seen.

    Raises:
        DraftChanged, EditionChanged, Overtaken, NotApproved, CourseArchived: as their docstrings say.
        elearn.courses.publishing.HasErrors: the course text has errors.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    if not seen.sha256 == made.sha256 == sources_sha256(files_of(draft_id)):
        raise DraftChanged
    current = _current_edition_id(draft.slug)
    if current != seen.edition_id:
        raise EditionChanged
    _refuse_unready(draft, current, made.sha256, review_required=review_required)
    done = publishing.publish(draft.slug, made.files, made.loaded, now=now, by=by)
    reviews.withdraw(draft_id, by=by, now=now)
    draft.base_edition_id, draft.equal_at = _current_edition_id(draft.slug), now
    return done


def _refuse_unready(draft: Draft, current: int | None, sha256: str, *, review_required: bool) -> None:
    if draft.archived_at is not None:
        raise CourseArchived
    if current != draft.base_edition_id and not _has_bytes(current, sha256):
        raise Overtaken
    review = reviews.latest(draft.id)
    if review_required and not (review and review.approves(sha256)):
        raise NotApproved


def _has_bytes(edition_id: int | None, sha256: str) -> bool:
    return db.session.scalar(select(Edition.sha256).where(Edition.id == edition_id)) == sha256


def _current_edition_id(slug: str) -> int | None:
    return db.session.scalar(select(Course.edition_id).where(Course.slug == slug))


@transaction
def take_over(draft_id: int, seen: Seen, *, by: int, now: datetime) -> None:
    """Put the current edition in the place of what the draft has, which stays as revisions.

    Raises:
        DraftChanged, EditionChanged: as their docstrings say.
    """
    draft, files = _unchanged(draft_id, seen)
    put_files(draft, publishing.sources(draft.slug) or files, by, now)
    draft.base_edition_id, draft.equal_at = seen.edition_id, now


@transaction
def merge_in(draft_id: int, seen: Seen, labels: tuple[str, str, str], *, by: int, now: datetime) -> MergedFiles:
    """Put what the current edition changed into the draft. `labels` stand around passages that both changed.

    Raises:
        DraftChanged, EditionChanged: as their docstrings say.
    """
    draft, files = _unchanged(draft_id, seen)
    base = sources_of(draft.base_edition_id) if draft.base_edition_id else {}
    merged = merged_files(base, publishing.sources(draft.slug) or {}, files, labels)
    put_files(draft, merged.files, by, now)
    draft.base_edition_id, draft.equal_at = seen.edition_id, None
    return merged


@transaction
def pass_over(draft_id: int, seen: Seen) -> None:
    """Keep the draft as it is: publishing it will replace the edition that came past the studio.

    Raises:
        DraftChanged, EditionChanged: as their docstrings say.
    """
    draft, _files = _unchanged(draft_id, seen)
    draft.base_edition_id, draft.equal_at = seen.edition_id, None


@transaction
def restore(draft_id: int, number: int, seen: Seen, *, by: int, now: datetime) -> None:
    """Put the files of an edition into the draft; what it had stays as revisions and removed files.

    Raises:
        DraftChanged, EditionChanged: as their docstrings say.
    """
    draft, files = _unchanged(draft_id, seen)
    put_files(draft, publishing.sources(draft.slug, number) or files, by, now)
    if _has_bytes(seen.edition_id, sources_sha256(files_of(draft_id))):
        draft.base_edition_id, draft.equal_at = seen.edition_id, now


def _unchanged(draft_id: int, seen: Seen) -> tuple[Draft, dict[str, bytes]]:
    """A draft held until the transaction ends, and its files, if they are those that were seen."""
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    files = files_of(draft_id)
    if sources_sha256(files) != seen.sha256:
        raise DraftChanged
    if _current_edition_id(draft.slug) != seen.edition_id:
        raise EditionChanged
    return draft, files


@transaction
def archive(draft_id: int, *, now: datetime) -> None:
    """Take a course out of the catalogue: who is in may finish, nobody begins it; nothing is deleted."""
    _set_archived(draft_id, now)


@transaction
def bring_back(draft_id: int) -> None:
    """Let a course be begun again."""
    _set_archived(draft_id, None)


def _set_archived(draft_id: int, moment: datetime | None) -> None:
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    draft.archived_at = moment
    course = db.session.scalar(select(Course).where(Course.slug == draft.slug).with_for_update())
    if course is not None:
        course.archived_at = moment
