"""Media of a draft: taking them in, and putting one into a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from elearn.coursetext.editing.inserting import with_picture
from elearn.coursetext.files import LARGEST_FOLDER, MOST_FILES
from elearn.coursetext.media.incoming import Incoming
from elearn.database import db, transaction
from elearn.studio.drafts import NoSuchFile, add_file, present, replace, touch
from elearn.studio.models import Draft, DraftFile

PICTURES = (".webp", ".png", ".jpg", ".jpeg", ".gif", ".svg")


class DraftFull(Exception):
    """The course would be larger, or have more files, than a course may."""


@dataclass(frozen=True, slots=True)
class MediaRow:
    """A media file in a list. `size` is bytes."""

    path: str
    size: int
    changed_at: datetime

    @property
    def name(self) -> str:
        """The path inside the folder of media."""
        return self.path.removeprefix("media/")

    @property
    def shown(self) -> bool:
        """Whether it is called as pictures are; what it is decides how it is served."""
        return self.path.lower().endswith(PICTURES)


def media_rows(draft_id: int) -> list[MediaRow]:
    """The media of a draft by name; one query."""
    columns = select(DraftFile.path, DraftFile.size, DraftFile.changed_at)
    is_media = DraftFile.path.startswith("media/", autoescape=True)
    rows = db.session.execute(columns.where(*present(draft_id), is_media).order_by(DraftFile.path))
    return [MediaRow(*row) for row in rows if not row.path.endswith(".md")]


@transaction
def take(draft_id: int, incoming: Sequence[Incoming], by: int, now: datetime) -> list[str]:
    """Put files into a draft's folder of media; their paths. A name that is taken gets a number.

    What is there already, byte for byte under the same name, isn't put there twice.

    Raises:
        DraftFull: there is no room for them.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    count, size = db.session.execute(
        select(func.count(), func.coalesce(func.sum(DraftFile.size), 0)).where(*present(draft_id))
    ).one()
    if count + len(incoming) > MOST_FILES or size + sum(len(each.data) for each in incoming) > LARGEST_FOLDER:
        raise DraftFull
    there = set(db.session.scalars(select(DraftFile.path).where(*present(draft_id))))
    paths = [_put(draft_id, each, there, by, now) for each in incoming]
    touch(draft, {}, now)
    return paths


def _put(draft_id: int, each: Incoming, there: set[str], by: int, now: datetime) -> str:
    path = f"media/{each.name}"
    stem, _, suffix = path.rpartition(".")
    number = 1
    while path in there:
        if _bytes(draft_id, path) == each.data:
            return path
        number += 1
        path = f"{stem}-{number}.{suffix}"
    there.add(path)
    add_file(draft_id, path, each.data, by, now)
    db.session.flush()
    return path


def _bytes(draft_id: int, path: str) -> bytes | None:
    return db.session.scalar(select(DraftFile.data).where(*present(draft_id), DraftFile.path == path))


@transaction
def insert(draft_id: int, path: str, into: str, alternative: str, by: int, now: datetime) -> None:
    """Show a media file at the end of a text. Without an alternative text it is decoration.

    Raises:
        NoSuchFile: the draft has not both.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    rows = db.session.scalars(select(DraftFile).where(*present(draft_id), DraftFile.path.in_((path, into))))
    files = {file.path: file for file in rows}
    if {path, into} != files.keys() or not path.startswith("media/") or not into.endswith(".md"):
        raise NoSuchFile(into)
    data = with_picture(files[into].data, into, path, alternative)
    replace(files[into], data, by, now)
    touch(draft, {into: data}, now)
