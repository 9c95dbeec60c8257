"""Publishing: a folder of files becomes an edition, whole or not at all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from elearn.courses.models import Blob, Course, Edition, EditionFile
from elearn.coursetext.findings import Finding
from elearn.coursetext.load import Loaded
from elearn.database import Base, db, transaction
from elearn.domain.codec import to_data

COMPILER = "1"
"""Raised when compiling changes what an edition's data mean."""


class HasErrors(Exception):
    """The course has errors, so it isn't published; the edition before it stays."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@dataclass(frozen=True)
class Published:
    """The edition that readers of the course now see; `new` is false when nothing had changed."""

    slug: str
    number: int
    new: bool


def sources_sha256(files: Mapping[str, bytes]) -> str:
    """What an edition is known by: paths and bytes of its sources, in order of path."""
    whole = sha256()
    for path in sorted(files):
        whole.update(f"{path}\0{len(files[path])}\0".encode())
        whole.update(files[path])
    return whole.hexdigest()


def current_sha256s() -> dict[str, tuple[str, int]]:
    """For each published course its current edition's hash and number, in one query."""
    statement = select(Course.slug, Edition.sha256, Edition.number).join(Edition, Course.edition_id == Edition.id)
    return {row.slug: (row.sha256, row.number) for row in db.session.execute(statement)}


@transaction
def publish(slug: str, files: Mapping[str, bytes], loaded: Loaded, *, now: datetime, by: int | None) -> Published:
    """Make `files` the edition that learners read. Publishing what is current already makes no edition.

    Raises:
        HasErrors: the course text has errors.
    """
    if loaded.course is None:
        raise HasErrors(loaded.findings)
    digest = sources_sha256(files)
    course = _locked_course(slug, now)
    current = db.session.get(Edition, course.edition_id) if course.edition_id else None
    if current and current.sha256 == digest:
        return Published(slug, current.number, new=False)
    edition = _add_edition(course, digest, loaded, now, by)
    _add_files(edition, files, loaded)
    course.edition_id = edition.id
    return Published(slug, edition.number, new=True)


def _locked_course(slug: str, now: datetime) -> Course:
    """The course of a slug, made where there is none, held until the transaction ends."""
    _add_missing(Course, [{"slug": slug, "created_at": now}])
    return db.session.scalars(select(Course).where(Course.slug == slug).with_for_update()).one()


def _add_missing(model: type[Base], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows but for those that are there already, if only since a moment by another process."""
    dialect = db.engine.dialect.name
    insert = postgresql.insert(model) if dialect == "postgresql" else sqlite.insert(model)
    db.session.execute(insert.on_conflict_do_nothing(), rows)


def _add_edition(course: Course, digest: str, loaded: Loaded, now: datetime, by: int | None) -> Edition:
    last = db.session.scalar(select(func.max(Edition.number)).where(Edition.course_id == course.id)) or 0
    data = json.dumps(to_data(loaded.course), ensure_ascii=False, separators=(",", ":"))
    edition = Edition(
        course_id=course.id,
        number=last + 1,
        sha256=digest,
        compiler=COMPILER,
        data=data,
        published_at=now,
        published_by=by,
    )
    db.session.add(edition)
    db.session.flush()
    return edition


def _add_files(edition: Edition, files: Mapping[str, bytes], loaded: Loaded) -> None:
    digests = {path: sha256(data).hexdigest() for path, data in files.items()}
    known = set(db.session.scalars(select(Blob.sha256).where(Blob.sha256.in_(set(digests.values())))))
    new = {digest: files[path] for path, digest in digests.items() if digest not in known}
    if new:
        in_one_order = sorted(new.items())  # so that no two publishers wait for each other
        _add_missing(Blob, [{"sha256": digest, "size": len(data), "data": data} for digest, data in in_one_order])
    for path, digest in digests.items():
        kind = loaded.media[path].content_type if path in loaded.media else ""
        db.session.add(EditionFile(edition_id=edition.id, path=path, sha256=digest, content_type=kind))


def sources(slug: str, number: int | None = None) -> dict[str, bytes] | None:
    """The files of an edition, byte for byte; of the current one unless a number is given. None if there is none."""
    statement = (
        select(EditionFile.path, Blob.data)
        .join(Blob, Blob.sha256 == EditionFile.sha256)
        .join(Edition, Edition.id == EditionFile.edition_id)
        .join(Course, Course.id == Edition.course_id)
        .where(Course.slug == slug)
    )
    wanted = Edition.id == Course.edition_id if number is None else Edition.number == number
    return {row.path: row.data for row in db.session.execute(statement.where(wanted))} or None
