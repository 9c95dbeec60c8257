"""A draft as its previews need it: every text's bytes, and what its media are without reading them again."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import NamedTuple

from sqlalchemy import select

from elearn.coursetext.media.inspect import MediaFile, inspect
from elearn.database import db
from elearn.studio.drafts import present
from elearn.studio.models import Draft, DraftFile

KEPT = 2_000
"""How many media files' nature a process remembers."""

Known = tuple[int, int]
"""A file's row and version, which together mean bytes that never change."""

_kept: OrderedDict[Known, MediaFile | None] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class DraftTexts:
    """The files of a draft by path, media without their bytes, and what those media are."""

    files: dict[str, bytes]
    media: dict[str, MediaFile]


class _Row(NamedTuple):
    id: int
    version: int
    path: str


def texts_of(draft: Draft) -> DraftTexts:
    """What a draft's texts are rendered from; two queries, and a third for media that are new here."""
    columns = select(DraftFile.id, DraftFile.version, DraftFile.path)
    rows = [_Row(*row) for row in db.session.execute(columns.where(*present(draft.id)))]
    texts = [row for row in rows if row.path.endswith(".md")]
    others = [row for row in rows if not row.path.endswith(".md")]
    read = _bytes(row.id for row in texts)
    files = {row.path: read.get(row.id, b"") for row in texts} | {row.path: b"" for row in others}
    natures = _natures(draft.slug, others)
    media = {row.path: nature for row in others if (nature := natures[row.id, row.version])}
    return DraftTexts(files, media)


def _natures(slug: str, rows: Sequence[_Row]) -> dict[Known, MediaFile | None]:
    with _lock:
        found = {(row.id, row.version): _kept[row.id, row.version] for row in rows if (row.id, row.version) in _kept}
    new = [row for row in rows if (row.id, row.version) not in found]
    data = _bytes(row.id for row in new)
    for row in new:
        nature = inspect(slug, row.path, data.get(row.id, b""))
        found[row.id, row.version] = nature if isinstance(nature, MediaFile) else None
    with _lock:
        _kept.update(found)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found


def _bytes(ids: Iterable[int]) -> dict[int, bytes]:
    wanted = list(ids)
    if not wanted:
        return {}
    rows = db.session.execute(select(DraftFile.id, DraftFile.data).where(DraftFile.id.in_(wanted)))
    return {row.id: row.data for row in rows}


def media_of(draft: Draft, path: str) -> tuple[MediaFile, bytes] | None:
    """A media file of a draft with its bytes; None if it has none at the path, or nothing that can be shown."""
    data = db.session.scalar(select(DraftFile.data).where(*present(draft.id), DraftFile.path == path))
    nature = inspect(draft.slug, path, data) if data is not None else None
    return (nature, data) if isinstance(nature, MediaFile) and data is not None else None
