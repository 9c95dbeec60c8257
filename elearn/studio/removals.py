"""Removing files from a draft, and bringing them back: nothing is ever thrown away."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from elearn.coursetext.editing.links import relinked
from elearn.coursetext.editing.restoring import restored_paths
from elearn.coursetext.editing.shape import module_folders
from elearn.coursetext.editing.values import NoSuchPlace
from elearn.database import db, transaction
from elearn.studio.drafts import present, replace, touch
from elearn.studio.models import Draft, DraftFile
from elearn.studio.outlining import texts

MOST_LISTED = 50
"""How many removals a list shows, the newest first."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What was removed together: the paths as they were then."""

    id: str
    paths: tuple[str, ...]
    removed_at: datetime


class NotRemoved(Exception):
    """There is nothing of this removal to bring back."""


@transaction
def remove(draft_id: int, path: str, now: datetime) -> str:
    """Remove a file, or a module's folder with all that is in it; what `restore` takes to bring it back.

    Raises:
        NoSuchPlace: the draft has neither, or it is `course.md`, without which there is no course.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    wanted = DraftFile.path == path
    if path in module_folders(texts(draft_id)):
        wanted = DraftFile.path.startswith(f"{path}/", autoescape=True)
    found = db.session.scalars(select(DraftFile).where(*present(draft_id), wanted)).all()
    if not found or path == "course.md":
        raise NoSuchPlace(path)
    removal = secrets.token_hex(8)
    for file in found:
        file.removed_at, file.removal = now, removal
    touch(draft, {}, now)
    return removal


@transaction
def restore(draft_id: int, removal: str, by: int, now: datetime) -> None:
    """Bring back what was removed together. Links to it follow where it comes back in another place.

    Raises:
        NotRemoved: nothing of it is removed.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    wanted = DraftFile.draft_id == draft_id, DraftFile.removal == removal, DraftFile.removed_at.is_not(None)
    gone = {file.path: file for file in db.session.scalars(select(DraftFile).where(*wanted))}
    files = texts(draft_id)
    places = restored_paths(files.keys(), gone)
    if not places:
        raise NotRemoved(removal)
    for path, place in places.items():
        gone[path].removed_at, gone[path].removal, gone[path].path = None, None, place
    db.session.flush()
    _relink(draft, files, {old: new for old, new in places.items() if old != new}, by, now)
    touch(draft, {}, now)


def _relink(draft: Draft, files: dict[str, bytes], moves: dict[str, str], by: int, now: datetime) -> None:
    """Let the texts that were there all the time link to where files came back."""
    changed = relinked({**dict.fromkeys(moves, b""), **files}, moves) if moves else {}
    rows = db.session.scalars(select(DraftFile).where(*present(draft.id), DraftFile.path.in_(changed)))
    for file in rows:
        replace(file, changed[file.path], by, now)


def removals(draft_id: int) -> list[Removal]:
    """What was removed from a draft and can come back, the newest first; one query."""
    columns = select(DraftFile.removal, DraftFile.path, DraftFile.removed_at)
    wanted = DraftFile.draft_id == draft_id, DraftFile.removed_at.is_not(None)
    groups: dict[str, list[str]] = {}
    times: dict[str, datetime] = {}
    for row in db.session.execute(columns.where(*wanted).order_by(DraftFile.removed_at.desc(), DraftFile.path)):
        groups.setdefault(row.removal, []).append(row.path)
        times[row.removal] = row.removed_at
    return [Removal(id_, tuple(paths), times[id_]) for id_, paths in groups.items()][:MOST_LISTED]
