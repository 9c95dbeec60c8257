"""Published courses that have no draft yet, and making one of them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from elearn.courses.editions import editions, live
from elearn.courses.models import Course
from elearn.courses.publishing import sources
from elearn.database import db, transaction
from elearn.studio.drafts import create
from elearn.studio.models import Draft


class NotPublished(Exception):
    """There is no published course of this slug."""


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A published course that nobody has a draft of."""

    slug: str
    title: str
    published_at: datetime


def without_draft() -> tuple[Unwritten, ...]:
    """The published courses that have no draft, by title; one query, besides editions read for the first time."""
    drafted = select(Draft.id).where(Draft.slug == Course.slug).exists()
    ids = db.session.scalars(select(Course.edition_id).where(Course.edition_id.is_not(None), ~drafted)).all()
    found = editions(id_ for id_ in ids if id_).values()
    courses = (Unwritten(each.course.slug, each.course.title, each.published_at) for each in found)
    return tuple(sorted(courses, key=lambda each: each.title.casefold()))


@transaction
def take_in(slug: str, by: int, now: datetime) -> Draft:
    """A draft of what is published now, byte for byte, owned by `by`.

    Raises:
        NotPublished: no such course is published.
        SlugTaken: it has a draft already.
    """
    edition, files = live(slug), sources(slug)
    if edition is None or files is None:
        raise NotPublished(slug)
    return create(slug, edition.course.title, files, by, now, base_edition_id=edition.id)
