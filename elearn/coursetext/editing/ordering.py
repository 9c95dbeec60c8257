"""Giving modules and units another place. What a learner has done stays theirs: identities don't change."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from elearn.coursetext.editing.front import set_value
from elearn.coursetext.editing.links import relinked
from elearn.coursetext.editing.names import key_of, number_of, reordered, with_number, with_room
from elearn.coursetext.editing.shape import Shape, module_folders, shape, unit_stems
from elearn.coursetext.editing.values import Edit, NoSuchPlace

Files = Mapping[str, bytes]


def place_module(files: Files, folder: str, index: int) -> Edit:
    """Put a module at a place among the others, counted from 0; too far is last.

    Raises:
        NoSuchPlace: there is no such module.
    """
    folders = module_folders(files)
    renamed = reordered(_placed(folders, folder, index))
    moves = {
        path: f"{renamed[top]}/{rest}"
        for path in files
        for top, slash, rest in [path.partition("/")]
        if slash and top in renamed
    }
    return _moved(files, moves)


def place_unit(files: Files, path: str, folder: str, index: int, *, keep_identity: bool = True) -> Edit:
    """Put a unit at a place of a module, its own or another one. In another one it keeps its identity by an `id`.

    Raises:
        NoSuchPlace: there is no such unit or module.
        CannotEdit: the unit's front matter can't take the `id`.
    """
    old = PurePosixPath(path)
    outline = shape(files)
    if path not in {unit.path for unit in outline.units} or folder not in module_folders(files):
        raise NoSuchPlace(path)
    if str(old.parent) == folder:
        renamed = reordered(_placed(unit_stems(files, folder), old.stem, index))
        return _moved(files, {f"{folder}/{stem}.md": f"{folder}/{new}.md" for stem, new in renamed.items()})
    return _moved_over(files, outline, path, folder, index, keep_identity)


def _moved_over(files: Files, outline: Shape, path: str, folder: str, index: int, keep_identity: bool) -> Edit:
    stems = unit_stems(files, folder)
    stem = _unlike(PurePosixPath(path).stem, {key_of(name) for name in stems})
    stem, moves = room_for(stems, stem, folder, index)
    moves[path] = f"{folder}/{stem}.md"
    unit = next(unit for unit in outline.units if unit.path == path)
    if keep_identity and unit.identity == unit.address and unit.identity != f"{key_of(folder)}/{key_of(stem)}":
        files = {**files, path: set_value(path, files[path], "id", unit.identity)}
        return _moved(files, moves, {moves[path]: files[path]})
    return _moved(files, moves)


def room_for(stems: list[str], stem: str, folder: str, index: int) -> tuple[str, dict[str, str]]:
    """The name under which a unit stands at a place of a module, and what moves there to make room for it."""
    index = max(0, min(index, len(stems)))
    before = number_of(stems[index - 1]) if index else 0
    numbered = with_number(stem, (before or 0) + 1)
    renamed = with_room([*stems[:index], numbered, *stems[index:]])
    moves = {f"{folder}/{name}.md": f"{folder}/{new}.md" for name, new in renamed.items() if name != numbered}
    return renamed.get(numbered, numbered), moves


def _placed(names: list[str], name: str, index: int) -> list[str]:
    if name not in names:
        raise NoSuchPlace(name)
    rest = [other for other in names if other != name]
    index = max(0, index)
    return [*rest[:index], name, *rest[index:]]


def _unlike(stem: str, keys: set[str]) -> str:
    """The name, or with a number at its end that makes its key another one."""
    number, fresh = 1, stem
    while key_of(fresh) in keys:
        number += 1
        fresh = f"{stem}-{number}"
    return fresh


def _moved(files: Files, moves: Mapping[str, str], writes: Files | None = None) -> Edit:
    moves = {old: new for old, new in moves.items() if old != new}
    return Edit(moves, {**(writes or {}), **relinked(files, moves)})
