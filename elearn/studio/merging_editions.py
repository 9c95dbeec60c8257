"""Merging a draft with an edition that came past the studio: file by file, and line by line where both changed one."""

from collections.abc import Mapping
from dataclasses import dataclass

from elearn.coursetext.editing.merging import merge
from elearn.coursetext.editing.texts import bytes_of, text_of
from elearn.domain.file_changes import lines_of

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class MergedFiles:
    """What became of both. `conflicts` names texts in which both versions stand; `kept` other files where the draft's
    own was kept although the edition has another one."""

    files: Files
    conflicts: tuple[str, ...]
    kept: tuple[str, ...]


def merged_files(base: Files, theirs: Files, mine: Files, labels: tuple[str, str, str]) -> MergedFiles:
    """`mine` with everything that `theirs` changed since `base`; nothing of `mine` is lost."""
    files, conflicts, kept = dict(mine), [], []
    for path in sorted({*theirs, *mine}):
        old, their, my = base.get(path), theirs.get(path), mine.get(path)
        if their in (old, my):
            continue
        if my == old:
            _put(files, path, their)
        elif my is not None and their is not None and path.endswith(".md") and _are_texts(their, my):
            merged = merge(None if old is None else text_of(old), text_of(their), text_of(my), labels)
            files[path] = bytes_of(merged.text, my)
            conflicts += [path] if merged.conflicts else []
        else:
            _put(files, path, my if my is not None else their)
            kept.append(path)
    return MergedFiles(files, tuple(conflicts), tuple(kept))


def _are_texts(*data: bytes) -> bool:
    return all(lines_of(each) is not None for each in data)


def _put(files: dict[str, bytes], path: str, data: bytes | None) -> None:
    if data is None:
        files.pop(path, None)
    else:
        files[path] = data
