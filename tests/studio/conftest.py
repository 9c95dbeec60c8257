"""A trainer, their browser, and a draft of theirs."""

from collections.abc import Callable

import pytest

from elearn import clock
from elearn.accounts.models import User
from elearn.studio import drafts
from elearn.studio.models import Draft
from tests.support.courses import small_course
from tests.support.people import People
from tests.support.visitor import Visitor


@pytest.fixture
def trainer(people: People) -> User:
    """Somebody who writes courses."""
    return people.create("Budi Santoso", roles="trainer")


@pytest.fixture
def studio(trainer: User, visit: Callable[..., Visitor]) -> Visitor:
    """The trainer's browser."""
    return visit(trainer)


@pytest.fixture
def write(trainer: User) -> Callable[..., Draft]:
    """`write(files, slug="kursus")` makes a draft of the trainer's, of texts or bytes by path."""

    def run(files: dict[str, str | bytes] | None = None, slug: str = "kursus") -> Draft:
        texts = small_course() if files is None else files
        sources = {path: text.encode() if isinstance(text, str) else text for path, text in texts.items()}
        return drafts.create(slug, "Menyapa warga", sources, trainer.id, clock.now())

    return run


@pytest.fixture
def draft(write: Callable[..., Draft]) -> Draft:
    """The trainer's draft of a small course."""
    return write()
