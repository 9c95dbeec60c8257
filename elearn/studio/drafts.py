"""Drafts and their files: who may touch them, reading, saving, and refusing a save over newer text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import ColumnElement, delete, select

from elearn.accounts.models import User
from elearn.courses.models import Course
from elearn.coursetext.editing.restoring import moved_to
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.textfile import read_text_file
from elearn.database import db, transaction
from elearn.studio.models import Draft, DraftFile, DraftRevision, DraftShare

MOST_REVISIONS = 200
"""How many replaced texts of a file are kept: who writes for hours without a connection can still be merged."""

LONGEST_TITLE = 200


class NoSuchDraft(Exception):
    """There is no draft under this slug."""


class NotYours(Exception):
    """The draft belongs to somebody else, who hasn't shared it."""


class NoSuchFile(Exception):
    """The draft has no file at this path."""


class SlugTaken(Exception):
    """A course or a draft already has this slug."""


class Stale(Exception):
    """Somebody saved the file meanwhile. `theirs` is what stands there now, `base` what the writer began from."""

    def __init__(self, theirs: bytes, base: bytes | None, version: int, by: str) -> None:
        super().__init__(f"version {version}")
        self.theirs = theirs
        self.base = base
        self.version = version
        self.by = by


@dataclass(frozen=True, slots=True)
class Saved:
    """The receipt of a save: the version that now stands there, and since when."""

    version: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Text:
    """A file of a draft as its editor opens it. `by` is the name of who saved it last."""

    path: str
    data: bytes
    version: int
    changed_at: datetime
    by: str


class Writer(Protocol):
    """Who asks: a signed-in person."""

    @property
    def id(self) -> int:
        """The number of the person's row."""

    @property
    def is_admin(self) -> bool:
        """Whether the person may touch every draft."""


def draft_of(slug: str, person: Writer) -> Draft:
    """The draft of a slug, for one who may touch it: its owner, one it is shared with, an admin.

    Raises:
        NoSuchDraft: there is none.
        NotYours: the person may not touch it.
    """
    draft = db.session.scalar(select(Draft).where(Draft.slug == slug))
    if draft is None:
        raise NoSuchDraft(slug)
    if not (person.is_admin or draft.owner_id == person.id or _shared(draft.id, person.id)):
        raise NotYours(slug)
    return draft


def _shared(draft_id: int, user_id: int) -> bool:
    return db.session.get(DraftShare, (draft_id, user_id)) is not None


def present(draft_id: int) -> tuple[ColumnElement[bool], ...]:
    """The conditions under which a file belongs to a draft: not removed."""
    return DraftFile.draft_id == draft_id, DraftFile.removed_at.is_(None)


def files_of(draft_id: int) -> dict[str, bytes]:
    """Every file of a draft by path, byte for byte, in order of path; one query."""
    statement = select(DraftFile.path, DraftFile.data).where(*present(draft_id)).order_by(DraftFile.path)
    return {row.path: row.data for row in db.session.execute(statement)}


def text_of(draft_id: int, path: str) -> Text:
    """One file of a draft.

    Raises:
        NoSuchFile: it has none at this path.
    """
    columns = (DraftFile.path, DraftFile.data, DraftFile.version, DraftFile.changed_at, User.name)
    statement = select(*columns).join(User, User.id == DraftFile.changed_by)
    row = db.session.execute(statement.where(*present(draft_id), DraftFile.path == path)).first()
    if row is None:
        raise NoSuchFile(path)
    return Text(*row)


def find_text(draft_id: int, path: str) -> Text:
    """One text of a draft; also one whose number, or whose module's, changed since somebody opened it.

    Raises:
        NoSuchFile: it has none that is or was called so.
    """
    try:
        return text_of(draft_id, path)
    except NoSuchFile:
        paths = db.session.scalars(select(DraftFile.path).where(*present(draft_id)).order_by(DraftFile.path)).all()
        return text_of(draft_id, moved_to(paths, path) or path)


@transaction
def create(
    slug: str, title: str, files: Mapping[str, bytes], by: int, now: datetime, base_edition_id: int | None = None
) -> Draft:
    """A new draft of these files, owned by `by`; from an edition where `base_edition_id` says so.

    Raises:
        SlugTaken: a draft has the slug, or a published course that it isn't made from.
    """
    published = select(Course.id).where(Course.slug == slug, Course.edition_id.is_not(None))
    if db.session.scalar(select(Draft.id).where(Draft.slug == slug)):
        raise SlugTaken(slug)
    if base_edition_id is None and db.session.scalar(published):
        raise SlugTaken(slug)
    draft = Draft(
        slug=slug,
        owner_id=by,
        title=title[:LONGEST_TITLE],
        created_at=now,
        changed_at=now,
        base_edition_id=base_edition_id,
        equal_at=now if base_edition_id else None,
    )
    db.session.add(draft)
    db.session.flush()
    for path, data in files.items():
        add_file(draft.id, path, data, by, now)
    return draft


def add_file(draft_id: int, path: str, data: bytes, by: int, now: datetime) -> DraftFile:
    """Put a file where there is none, inside of a transaction."""
    file = DraftFile(draft_id=draft_id, path=path, data=data, size=len(data), version=1, changed_at=now, changed_by=by)
    db.session.add(file)
    return file


@transaction
def save_file(draft_id: int, path: str, data: bytes, version: int, by: int, now: datetime) -> Saved:
    """Put a text in the place of the version that its writer began from; what it replaces is kept.

    Saving what stands there already changes nothing.

    Raises:
        NoSuchFile: the draft has no file at this path.
        Stale: the file has a newer version by now, with another text.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    file = db.session.scalar(select(DraftFile).where(*present(draft_id), DraftFile.path == path))
    if file is None:
        raise NoSuchFile(path)
    if file.data == data:
        return Saved(file.version, file.changed_at)
    if file.version != version:
        raise Stale(file.data, _revision(file.id, version), file.version, _name(file.changed_by))
    replace(file, data, by, now)
    touch(draft, {path: data}, now)
    return Saved(file.version, now)


def replace(file: DraftFile, data: bytes, by: int, now: datetime) -> None:
    """Give a file its next version and keep the one before, inside of a transaction."""
    old = DraftRevision(
        file_id=file.id, version=file.version, data=file.data, saved_at=file.changed_at, saved_by=file.changed_by
    )
    db.session.add(old)
    beyond = DraftRevision.file_id == file.id, DraftRevision.version <= file.version - MOST_REVISIONS
    db.session.execute(delete(DraftRevision).where(*beyond))
    file.data, file.size, file.version = data, len(data), file.version + 1
    file.changed_at, file.changed_by = now, by


def touch(draft: Draft, written: Mapping[str, bytes], now: datetime) -> None:
    """Note that a draft changed, and its title where `course.md` was written, inside of a transaction."""
    draft.changed_at = now
    if "course.md" in written:
        draft.title = title_in(written["course.md"]) or draft.title


def title_in(course: bytes) -> str:
    """The title that a `course.md` gives its course; empty if none can be read."""
    return read_text_file("course.md", course, FileKind.COURSE).front.text("title")[:LONGEST_TITLE]


def _revision(file_id: int, version: int) -> bytes | None:
    found = DraftRevision.file_id == file_id, DraftRevision.version == version
    return db.session.scalar(select(DraftRevision.data).where(*found))


def _name(user_id: int) -> str:
    return db.session.scalar(select(User.name).where(User.id == user_id)) or ""
