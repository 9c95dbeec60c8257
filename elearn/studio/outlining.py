"""Changing the outline of a draft: one transaction a change, made from what stands there at that moment."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import case, literal, select

from elearn.coursetext.editing.adding import Added, add_bank, add_module, add_unit
from elearn.coursetext.editing.ordering import place_module, place_unit
from elearn.coursetext.editing.renaming import rename
from elearn.coursetext.editing.values import Edit
from elearn.coursetext.parse.keys import FileKind
from elearn.database import db, transaction
from elearn.studio.drafts import add_file, present, replace, touch
from elearn.studio.models import Draft, DraftFile

Files = Mapping[str, bytes]


def texts(draft_id: int) -> dict[str, bytes]:
    """The files of a draft by path, media without their bytes; one query."""
    is_text = DraftFile.path.endswith(".md")
    data = case((is_text, DraftFile.data), else_=literal(b"")).label("data")
    rows = db.session.execute(select(DraftFile.path, data).where(*present(draft_id)).order_by(DraftFile.path))
    return {row.path: row.data for row in rows}


def row_at(draft_id: int, path: str) -> int | None:
    """The row of the file at a path, by which `path_of` finds it when it has moved."""
    return db.session.scalar(select(DraftFile.id).where(*present(draft_id), DraftFile.path == path)) if path else None


def path_of(row: int) -> str | None:
    """Where a file stands now; None once it has been removed."""
    return db.session.scalar(select(DraftFile.path).where(DraftFile.id == row, DraftFile.removed_at.is_(None)))


@transaction
def new_module(draft_id: int, title: str, by: int, now: datetime) -> str:
    """A new module after the others; the path of its first lesson."""
    return _add(draft_id, lambda files: add_module(files, title), by, now)


@transaction
def new_unit(draft_id: int, folder: str, title: str, kind: FileKind, by: int, now: datetime) -> str:
    """A new lesson or quiz at the end of a module; its path.

    Raises:
        elearn.coursetext.editing.values.NoSuchPlace: there is no such module.
    """
    return _add(draft_id, lambda files: add_unit(files, folder, title, kind), by, now)


@transaction
def new_bank(draft_id: int, title: str, by: int, now: datetime) -> str:
    """A new bank of questions; its path."""
    return _add(draft_id, lambda files: add_bank(files, title), by, now)


@transaction
def rename_text(draft_id: int, path: str, title: str, by: int, now: datetime) -> None:
    """Give a text another title.

    Raises:
        elearn.coursetext.editing.values.NoSuchPlace: there is no such text.
        elearn.coursetext.editing.values.CannotEdit: the top of the file can't be read.
    """
    draft, files = _held(draft_id)
    apply(draft, rename(files, path, title), by, now)


@transaction
def move_module(draft_id: int, folder: str, index: int, by: int, now: datetime) -> None:
    """Put a module at a place among the others, counted from 0.

    Raises:
        elearn.coursetext.editing.values.NoSuchPlace: there is no such module.
    """
    draft, files = _held(draft_id)
    apply(draft, place_module(files, folder, index), by, now)


@transaction
def move_unit(draft_id: int, path: str, folder: str, index: int, by: int, now: datetime) -> None:
    """Put a unit at a place of a module, counted from 0. Learners keep what they did once it has been published.

    Raises:
        elearn.coursetext.editing.values.NoSuchPlace: there is no such unit or module.
        elearn.coursetext.editing.values.CannotEdit: the top of the file can't be read.
    """
    draft, files = _held(draft_id)
    read = draft.base_edition_id is not None
    apply(draft, place_unit(files, path, folder, index, keep_identity=read), by, now)


def _add(draft_id: int, make: Callable[[Files], Added], by: int, now: datetime) -> str:
    draft, files = _held(draft_id)
    added = make(files)
    apply(draft, added.edit, by, now)
    return added.path


def _held(draft_id: int) -> tuple[Draft, dict[str, bytes]]:
    """A draft that nobody else changes until the transaction ends, and its texts."""
    return db.session.get_one(Draft, draft_id, with_for_update=True), texts(draft_id)


def apply(draft: Draft, edit: Edit, by: int, now: datetime) -> None:
    """Do what an edit says, inside of a transaction. A file that moves keeps its versions."""
    wanted = set(edit.moves) | set(edit.writes)
    rows = db.session.scalars(select(DraftFile).where(*present(draft.id), DraftFile.path.in_(wanted)))
    files = {file.path: file for file in rows}
    moving = [(files[old], new) for old, new in edit.moves.items()]
    for file, _new in moving:
        file.path = f"~{file.id}"  # two files may change places, and no path may be there twice
    db.session.flush()
    for file, new in moving:
        file.path = new
    now_at = {edit.moves.get(path, path): file for path, file in files.items()}
    for path, data in edit.writes.items():
        if path in now_at:
            replace(now_at[path], data, by, now)
        else:
            add_file(draft.id, path, data, by, now)
    touch(draft, edit.writes, now)
