"""What trainers call the state of a course."""

import pytest

from elearn.domain.draft_state import DraftState, draft_state

FACTS = {"archived": False, "in_review": False, "published": False, "unpublished_changes": True}


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, DraftState.DRAFT),
        ({"in_review": True}, DraftState.IN_REVIEW),
        ({"published": True}, DraftState.CHANGED),
        ({"published": True, "unpublished_changes": False}, DraftState.PUBLISHED),
        ({"published": True, "in_review": True}, DraftState.IN_REVIEW),
        ({"published": True, "in_review": True, "archived": True}, DraftState.ARCHIVED),
    ],
)
def test_the_most_telling_fact_names_the_state(facts, state):
    assert draft_state(**{**FACTS, **facts}) is state
