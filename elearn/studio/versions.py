"""Every version of a draft's files that is kept: who saved it when, what it changed, and taking one back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from elearn.accounts.models import User
from elearn.coursetext.editing.restoring import restored_paths
from elearn.database import db, transaction
from elearn.domain.file_changes import FileChange, file_changes
from elearn.studio.drafts import present, replace, touch
from elearn.studio.models import Draft, DraftFile, DraftRevision

ON_A_PAGE = 20


class NoSuchVersion(Exception):
    """The draft never had such a version of the file, or it isn't kept any more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that a draft has or had. `versions` counts what can be read; `removed_at` is None while it is there."""

    path: str
    versions: int
    changed_at: datetime
    by: str
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the file with the row `file_id`. `current` tells whether it is what the draft has."""

    file_id: int
    number: int
    saved_at: datetime
    by: str
    current: bool
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A version with what it changed in the one before it; None where it changed nothing that is kept."""

    version: Version
    data: bytes
    change: FileChange | None


def kept_files(draft_id: int) -> Sequence[Kept]:
    """Every file that a draft has or had, those that it has first; one query."""
    before = select(func.count()).where(DraftRevision.file_id == DraftFile.id).scalar_subquery()
    columns = select(DraftFile.path, before + 1, DraftFile.changed_at, User.name, DraftFile.removed_at)
    rows = db.session.execute(columns.join(User, User.id == DraftFile.changed_by).where(DraftFile.draft_id == draft_id))
    return sorted((Kept(*row) for row in rows), key=lambda each: (each.removed_at is not None, each.path))


def versions_of(draft_id: int, path: str) -> Sequence[Version]:
    """Every kept version of the files that have or had a path, the newest first; two queries."""
    here = DraftFile.draft_id == draft_id, DraftFile.path == path
    columns = DraftFile.id, DraftFile.version, DraftFile.changed_at, User.name, DraftFile.removed_at
    now = db.session.execute(select(*columns).join(User, User.id == DraftFile.changed_by).where(*here)).all()
    former = db.session.execute(
        select(DraftRevision.file_id, DraftRevision.version, DraftRevision.saved_at, User.name, DraftFile.removed_at)
        .join(DraftFile, DraftFile.id == DraftRevision.file_id)
        .join(User, User.id == DraftRevision.saved_by)
        .where(*here)
    )
    found = [Version(id_, number, at, by, gone is None, gone) for id_, number, at, by, gone in now]
    found += [Version(id_, number, at, by, False, gone) for id_, number, at, by, gone in former]
    return sorted(found, key=lambda each: (each.removed_at is None, each.file_id, each.number), reverse=True)


def shown(versions: Sequence[Version], path: str, start: int, count: int = ON_A_PAGE) -> list[Shown]:
    """Some of a path's versions with what each changed in the one before; two queries."""
    texts = _texts(versions[start : start + count + 1])
    found = []
    for at in range(start, min(start + count, len(versions))):
        version, data = versions[at], texts[versions[at].file_id, versions[at].number]
        before = versions[at + 1] if at + 1 < len(versions) else None
        same = before is not None and before.file_id == version.file_id
        old = {path: texts[before.file_id, before.number]} if before and same else {}
        change = None if not same and version.number > 1 else next(iter(file_changes(old, {path: data})), None)
        found.append(Shown(version, data, change))
    return found


def _texts(versions: Sequence[Version]) -> dict[tuple[int, int], bytes]:
    ids, numbers = {each.file_id for each in versions}, {each.number for each in versions}
    columns = select(DraftFile.id, DraftFile.version, DraftFile.data).where(DraftFile.id.in_(ids))
    former = select(DraftRevision.file_id, DraftRevision.version, DraftRevision.data)
    rows = [
        *db.session.execute(columns.where(DraftFile.version.in_(numbers))),
        *db.session.execute(former.where(DraftRevision.file_id.in_(ids), DraftRevision.version.in_(numbers))),
    ]
    return {(id_, number): data for id_, number, data in rows}


@transaction
def take_back(draft_id: int, path: str, file_id: int, number: int, by: int, now: datetime) -> str:
    """Make an old version of a file its newest one, and bring the file back if it is removed; where it stands then.

    Raises:
        NoSuchVersion: as its docstring says.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    data = _data(draft_id, path, file_id, number)
    file = db.session.scalar(select(DraftFile).where(*present(draft_id), DraftFile.path == path))
    if file is None:
        path = _place(draft_id, path)
        file = db.session.get_one(DraftFile, file_id)
        file.removed_at, file.removal, file.path = None, None, path
    if file.data != data:
        replace(file, data, by, now)
    touch(draft, {path: data}, now)
    return path


def _data(draft_id: int, path: str, file_id: int, number: int) -> bytes:
    here = DraftFile.draft_id == draft_id, DraftFile.path == path, DraftFile.id == file_id
    current = select(DraftFile.data).where(*here, DraftFile.version == number)
    former = select(DraftRevision.data).join(DraftFile, DraftFile.id == DraftRevision.file_id)
    data = db.session.scalar(current)
    if data is None:
        data = db.session.scalar(former.where(*here, DraftRevision.version == number))
    if data is None:
        raise NoSuchVersion(path)
    return data


def _place(draft_id: int, path: str) -> str:
    paths = db.session.scalars(select(DraftFile.path).where(*present(draft_id))).all()
    return restored_paths(paths, [path]).get(path, path)
