"""Where a course stands on its way from a trainer's desk to learners."""

from enum import StrEnum


class DraftState(StrEnum):
    """What trainers call the state of a course. `changed`: published, and written on since."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    CHANGED = "changed"
    ARCHIVED = "archived"


def draft_state(*, archived: bool, in_review: bool, published: bool, unpublished_changes: bool) -> DraftState:
    """The state that the facts make, the most telling one first.

    `published`: there is an edition. `unpublished_changes`: the draft's bytes aren't those of the edition that learners
    read. `in_review`: somebody was asked to review and has not answered yet.
    """
    if archived:
        return DraftState.ARCHIVED
    if in_review:
        return DraftState.IN_REVIEW
    if not published:
        return DraftState.DRAFT
    return DraftState.CHANGED if unpublished_changes else DraftState.PUBLISHED
