"""Courses that come as a zip or as plain Markdown: taken in, shown first, then made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from sqlalchemy import delete, or_, select

from elearn.coursetext.archive import LARGEST_ARCHIVE, is_safe_path, pack, unpack
from elearn.coursetext.editing.shape import Shape, shape
from elearn.coursetext.findings import Finding, found, has_errors
from elearn.coursetext.media.inspect import inspect, megabytes
from elearn.coursetext.plain import TakenIn, take_in
from elearn.coursetext.slugs import is_slug, slugify
from elearn.database import db, transaction
from elearn.studio import drafts
from elearn.studio.models import Draft
from elearn.studio.upload_models import CourseUpload

KEPT = timedelta(days=1)

Sent = Sequence[tuple[str, IO[bytes]]]
"""Files as they were sent: each with its name."""


class NotTaken(Exception):
    """What was sent can't become a course; `findings` say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class NoSuchUpload(Exception):
    """There is no such upload of this person, or no longer."""


@dataclass(frozen=True)
class Received:
    """A course that was uploaded and isn't made yet. `slug` is what its address could be, empty if nothing tells."""

    id: int
    name: str
    taken: TakenIn
    slug: str


@transaction
def receive(sent: Sent, by: int, now: datetime) -> int:
    """Keep what was sent until it is made a course, in the place of what the person sent before; its id.

    Raises:
        NotTaken: it isn't a course, nor plain Markdown.
    """
    name, data = _as_zip(sent)
    result = _taken(data)
    if has_errors(result.findings):
        raise NotTaken(result.findings)
    old = or_(CourseUpload.owner_id == by, CourseUpload.uploaded_at < now - KEPT)
    db.session.execute(delete(CourseUpload).where(old))
    upload = CourseUpload(owner_id=by, name=name[:200], data=data, uploaded_at=now)
    db.session.add(upload)
    db.session.flush()
    return upload.id


def _as_zip(sent: Sent) -> tuple[str, bytes]:
    """The name and the bytes of the one zip that was sent, or of one made of the files that were."""
    if len(sent) == 1 and sent[0][0].lower().endswith(".zip"):
        name, stream = sent[0]
        return name, stream.read(LARGEST_ARCHIVE + 1)
    files: dict[str, bytes] = {}
    left = LARGEST_ARCHIVE
    for name, stream in sent:
        path = PurePosixPath(name.replace("\\", "/")).name
        if not is_safe_path(path):
            raise NotTaken((found("archive-bad-path", "zip", name=name),))
        files[path] = stream.read(left + 1)
        left -= len(files[path])
        if left < 0:
            raise NotTaken((found("archive-too-large", "zip", limit=megabytes(LARGEST_ARCHIVE)),))
    target = BytesIO()
    pack(target, files)
    return ", ".join(files), target.getvalue()


def _taken(data: bytes) -> TakenIn:
    unpacked = unpack(BytesIO(data))
    return TakenIn({}, unpacked.findings, "") if has_errors(unpacked.findings) else _safe(take_in(unpacked))


def _safe(taken: TakenIn) -> TakenIn:
    """The course without media that no course may have: they are named instead."""
    media = (path for path in taken.files if path.startswith("media/") and not path.endswith(".md"))
    bad = {path for path in media if isinstance(inspect("pelatihan", path, taken.files[path]), Finding)}
    files = {path: data for path, data in taken.files.items() if path not in bad}
    return replace(
        taken, files=files, findings=(*taken.findings, *(found("media-left-out", path) for path in sorted(bad)))
    )


def received(upload_id: int, by: int, now: datetime) -> Received:
    """What somebody uploaded, read anew.

    Raises:
        NoSuchUpload: it isn't theirs, or a day has gone by.
    """
    mine = CourseUpload.id == upload_id, CourseUpload.owner_id == by, CourseUpload.uploaded_at >= now - KEPT
    row = db.session.execute(select(CourseUpload.name, CourseUpload.data).where(*mine)).first()
    if row is None:
        raise NoSuchUpload(upload_id)
    taken = _taken(row.data)
    return Received(upload_id, row.name, taken, _slug(row.name, taken))


def _slug(name: str, taken: TakenIn) -> str:
    """The name of the zip where it is a slug, as of one that was downloaded here; else made of the title."""
    stem = name.lower().removesuffix(".zip")
    return stem if is_slug(stem) and name.lower().endswith(".zip") else slugify(taken.title)


def outline(files: Mapping[str, bytes]) -> Shape:
    """What the files become, module by module."""
    return shape(files)


@transaction
def make(upload_id: int, slug: str, by: int, now: datetime) -> Draft:
    """Make a draft of what was uploaded.

    Raises:
        NoSuchUpload: it isn't theirs, or a day has gone by.
        SlugTaken: another course has this address.
    """
    taken = received(upload_id, by, now).taken
    draft = drafts.create(slug, taken.title, _sorted(taken.files), by, now)
    db.session.execute(delete(CourseUpload).where(CourseUpload.id == upload_id))
    return draft


def _sorted(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: files[path] for path in sorted(files)}
