"""An admin and their browser."""

from collections.abc import Callable

import pytest

from elearn.accounts.models import User
from tests.support.people import People
from tests.support.visitor import Visitor


@pytest.fixture
def admin(people: People) -> User:
    """Somebody who works at the office."""
    return people.create("Ratna Dewi", roles="admin")


@pytest.fixture
def office(admin: User, visit: Callable[..., Visitor]) -> Visitor:
    """The admin's browser."""
    return visit(admin)
