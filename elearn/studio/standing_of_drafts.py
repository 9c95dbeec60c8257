"""Where drafts stand: published or not, written on since, in review, archived; for lists."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from elearn.courses.models import Course
from elearn.database import db
from elearn.domain.draft_state import DraftState, draft_state
from elearn.studio.models import Draft
from elearn.studio.review_models import Review


def states_of(drafts: Iterable[Draft]) -> Mapping[int, DraftState]:
    """The state of each draft by its id, in two queries.

    Whether it was written on since it was published is told by when it was last changed: a list compares no bytes.
    """
    drafts = list(drafts)
    published = _current_editions([draft.slug for draft in drafts])
    asked = select(Review.draft_id).where(Review.draft_id.in_([draft.id for draft in drafts]), Review.verdict == "")
    in_review = set(db.session.scalars(asked))
    return {
        draft.id: draft_state(
            archived=draft.archived_at is not None,
            in_review=draft.id in in_review,
            published=draft.slug in published,
            unpublished_changes=_written_on(draft, published.get(draft.slug)),
        )
        for draft in drafts
    }


def _current_editions(slugs: list[str]) -> dict[str, int]:
    found = select(Course.slug, Course.edition_id).where(Course.slug.in_(slugs), Course.edition_id.is_not(None))
    return {row.slug: row.edition_id for row in db.session.execute(found)}


def _written_on(draft: Draft, edition_id: int | None) -> bool:
    if edition_id is None or draft.base_edition_id != edition_id or draft.equal_at is None:
        return True
    return draft.changed_at > draft.equal_at
