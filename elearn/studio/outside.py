"""Editions that come past the studio: whether they would overwrite newer work, and telling the draft of them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from elearn.courses.models import Course, Edition
from elearn.courses.publishing import sources_sha256
from elearn.database import db, transaction
from elearn.domain.file_changes import FileChange, file_changes
from elearn.studio.drafts import files_of
from elearn.studio.models import Draft


def draft_called(slug: str) -> Draft | None:
    """The draft of a slug, whosever it is."""
    return db.session.scalar(select(Draft).where(Draft.slug == slug))


def newer_work(slug: str, files: Mapping[str, bytes]) -> tuple[FileChange, ...]:
    """How a draft differs from a folder that is about to be published over newer work of the studio.

    Nothing, if the studio has nothing newer: no draft, the same bytes, or a draft that was left alone since a folder
    was published last. Work counts as newer while it isn't published, and when its publication is the latest one.
    """
    draft = draft_called(slug)
    if draft is None:
        return ()
    mine = files_of(draft.id)
    current = db.session.scalar(
        select(Edition).join(Course, Course.edition_id == Edition.id).where(Course.slug == slug)
    )
    if current is not None and current.published_by is None and not _worked_on(draft, mine, current):
        return ()
    return file_changes(files, mine)


def _worked_on(draft: Draft, mine: Mapping[str, bytes], current: Edition) -> bool:
    return draft.changed_at > current.published_at and sources_sha256(mine) != current.sha256


@transaction
def tell_draft(slug: str, files: Mapping[str, bytes], *, now: datetime) -> None:
    """Note that these files were published: a draft of the same bytes is equal to the new edition.

    Another draft goes on from the edition that it was made from; the studio shows that there is a newer one.
    """
    draft = draft_called(slug)
    if draft is not None and sources_sha256(files_of(draft.id)) == sources_sha256(files):
        draft.base_edition_id = db.session.scalar(select(Course.edition_id).where(Course.slug == slug))
        draft.equal_at = now
