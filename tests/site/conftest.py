"""Fixtures of what must hold everywhere."""

from collections.abc import Callable

import pytest

from elearn.courses.editions import LiveEdition
from tests.support.people import People
from tests.support.world import World, build


@pytest.fixture
def world(people: People, publish: Callable[..., LiveEdition]) -> World:
    """People in every role, and courses in every state."""
    return build(people, publish)
