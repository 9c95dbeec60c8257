"""Putting a whole folder in the place of a draft's files; nothing that the draft had is lost."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import undefer

from elearn.database import db
from elearn.studio import drafts
from elearn.studio.models import Draft, DraftFile


def put_files(draft: Draft, files: Mapping[str, bytes], by: int, now: datetime) -> None:
    """Make `files` all that a draft has, inside of a transaction.

    A text that is replaced stays as a revision of its file; a file that goes is a removed one, which undo brings back.
    """
    wanted = select(DraftFile).where(*drafts.present(draft.id)).options(undefer(DraftFile.data))
    there = {file.path: file for file in db.session.scalars(wanted)}
    removal = secrets.token_hex(8)
    for path in there.keys() - files.keys():
        there[path].removed_at, there[path].removal = now, removal
    for path, data in files.items():
        if path not in there:
            drafts.add_file(draft.id, path, data, by, now)
        elif there[path].data != data:
            drafts.replace(there[path], data, by, now)
    drafts.touch(draft, files, now)
