"""Reading editions. They never change, so a process keeps those it has read."""

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from sqlalchemy import Engine, bindparam, or_, select

from elearn.courses import models
from elearn.database import db
from elearn.domain.codec import from_data
from elearn.domain.course import Course, Module, Unit

KEPT = 256
"""How many editions a process keeps. A course of 20 units takes about half a megabyte."""


@dataclass(frozen=True)
class LiveEdition:
    """An edition as read: the compiled course and where it comes from."""

    id: int
    course_id: int
    number: int
    sha256: str
    published_at: datetime
    course: Course

    def find(self, address: str) -> tuple[Module, Unit] | None:
        """The unit at `module/unit` and its module, if the edition has it there."""
        for module in self.course.modules:
            for unit in module.units:
                if unit.address == address:
                    return module, unit
        return None

    def now_at(self, address: str) -> Unit | None:
        """The unit that stood at an address formerly, so that old links go on working.

        A unit in another module than before keeps its first address as its `id`.
        """
        return self.unit(address)

    def unit(self, identity: str) -> Unit | None:
        """The unit of an identity, also of one that it had formerly."""
        for unit in self.course.units:
            if identity == unit.identity or identity in unit.formerly:
                return unit
        return None


_kept: OrderedDict[tuple[Engine, int], LiveEdition] = OrderedDict()
_lock = Lock()

_course = models.Course.__table__.c
_LIVE = select(_course.edition_id).where(_course.slug == bindparam("slug"), _course.edition_id.is_not(None))


def live(slug: str) -> LiveEdition | None:
    """The edition of a course that learners read now; one query, besides reading it for the first time."""
    edition_id = db.session.execute(_LIVE, {"slug": slug}).scalar()
    return edition(edition_id) if edition_id else None


def live_courses(*, archived: bool = True, also: Iterable[int] = ()) -> list[LiveEdition]:
    """The current edition of every course, by title; one query, besides those read for the first time.

    Without `archived` only of courses that can be begun, and of those whose ids are in `also`.
    """
    wanted = select(_course.edition_id).where(_course.edition_id.is_not(None))
    if not archived:
        wanted = wanted.where(or_(_course.archived_at.is_(None), _course.id.in_(list(also))))
    ids = db.session.scalars(wanted).all()
    found = editions([id_ for id_ in ids if id_])
    return sorted(found.values(), key=lambda each: each.course.title.casefold())


def edition(edition_id: int) -> LiveEdition:
    """The edition of an id, which must exist."""
    with _lock:
        kept = _kept.get(_key(edition_id))
    return kept or editions([edition_id])[edition_id]


def editions(ids: Iterable[int]) -> Mapping[int, LiveEdition]:
    """Editions by id, those not kept yet read in one query."""
    wanted = set(ids)
    with _lock:
        found = {id_: _kept[_key(id_)] for id_ in wanted if _key(id_) in _kept}
    if missing := wanted - found.keys():
        rows = db.session.execute(select(*_COLUMNS).where(models.Edition.id.in_(missing))).all()
        for row in rows:
            found[row.id] = _keep(LiveEdition(*row[:5], from_data(Course, json.loads(row.data))))
    return found


_COLUMNS = (
    models.Edition.id,
    models.Edition.course_id,
    models.Edition.number,
    models.Edition.sha256,
    models.Edition.published_at,
    models.Edition.data,
)


def _keep(read: LiveEdition) -> LiveEdition:
    with _lock:
        _kept[_key(read.id)] = read
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return read


def _key(edition_id: int) -> tuple[Engine, int]:
    """An edition is known by its id within one database; tests open several in one process."""
    return db.engine, edition_id
