"""What the tests of learning share: standings made of values, and reading where a person stands."""

from datetime import UTC, datetime

from elearn.courses.editions import LiveEdition
from elearn.domain.course import Competency, Course, Module, Unit, UnitKind
from elearn.domain.progress import Done, progress
from elearn.learning.standing import Standing, standing_in

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


def unit(identity, minutes=5, kind=UnitKind.LESSON, **fields):
    """A unit of values alone."""
    module, slug = identity.split("/")
    values = {"title": slug, "kind": kind, "minutes": minutes, "parts": (), "text_hash": f"hash of {slug}", **fields}
    return Unit(identity=identity, module=module, slug=slug, **values)


def course(*units, slug="kursus", title="Kursus", **fields):
    """A course of one module."""
    return Course(slug, title, 1, (Module("m", "M", units),), **{"competency": Competency.TECHNICAL, **fields})


def standing(text, *done, enrolled=True, active_at=NOW, **fields):
    """A standing of values alone; `done` names the units completed."""
    edition = LiveEdition(1, 1, 1, "0" * 64, NOW, text)
    reached = progress(text, [Done(each, f"hash of {each.split('/')[1]}") for each in done])
    own = {"enrolment_id": 1, "enrolled_at": NOW, "active_at": active_at} if enrolled else {}
    return Standing(edition, reached, **own, **fields)


def where(person, slug="kursus"):
    """Where a person stands in a course, read anew."""
    found = standing_in(person.id, slug)
    assert found is not None
    return found
