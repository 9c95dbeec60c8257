"""A course's editions: when each was published and by whom, and the files that it was made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from elearn.accounts.models import User
from elearn.courses.editions import LiveEdition, edition
from elearn.courses.models import Blob, Course, Edition, EditionFile
from elearn.database import db


class NoSuchEdition(Exception):
    """The course has no edition of that number."""


@dataclass(frozen=True)
class EditionShown:
    """An edition in a list. `by` is empty where it was published from a folder."""

    id: int
    number: int
    published_at: datetime
    by: str
    current: bool


def editions_of(slug: str) -> Sequence[EditionShown]:
    """Every edition of a course, the newest first; one query."""
    rows = db.session.execute(
        select(Edition.id, Edition.number, Edition.published_at, User.name, Course.edition_id)
        .join(Course, Course.id == Edition.course_id)
        .outerjoin(User, User.id == Edition.published_by)
        .where(Course.slug == slug)
        .order_by(Edition.number.desc())
    )
    return [
        EditionShown(row.id, row.number, row.published_at, row.name or "", row.id == row.edition_id) for row in rows
    ]


def edition_of(slug: str, number: int) -> LiveEdition:
    """An edition of a course as learners read it.

    Raises:
        NoSuchEdition: as its docstring says.
    """
    of_number = select(Edition.id).join(Course, Course.id == Edition.course_id).where(Course.slug == slug)
    found = db.session.scalar(of_number.where(Edition.number == number))
    if found is None:
        raise NoSuchEdition
    return edition(found)


def sources_of(edition_id: int) -> Mapping[str, bytes]:
    """The files of an edition, byte for byte; one query."""
    statement = select(EditionFile.path, Blob.data).join(Blob, Blob.sha256 == EditionFile.sha256)
    rows = db.session.execute(statement.where(EditionFile.edition_id == edition_id))
    return {row.path: row.data for row in rows}
