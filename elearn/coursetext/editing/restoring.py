"""Where a removed file comes back, should its course have changed meanwhile."""

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from elearn.coursetext.editing.names import key_of
from elearn.coursetext.editing.shape import module_folders, unit_stems


def restored_paths(paths: Collection[str], removed: Iterable[str]) -> dict[str, str]:
    """Where each removed file comes back, by its path when it was removed; the present ones stay where they are.

    A module's files come back into the module, also if its number is another one by now. A file whose place is taken
    comes back beside it under another name; a module's own text that has been written anew stays removed.
    """
    there = set(paths)
    found: dict[str, str] = {}
    for path in sorted(removed):
        place = _free(there, _in_module(there, path))
        if place:
            found[path] = place
            there.add(place)
    return found


def _in_module(there: Collection[str], path: str) -> str:
    """The path inside the folder that its module has now."""
    folder, slash, name = path.partition("/")
    if not slash or not path.endswith(".md"):
        return path
    same = [other for other in module_folders(there) if key_of(other) == key_of(folder)]
    return f"{same[0]}/{name}" if same else path


def _free(there: Collection[str], path: str) -> str:
    """The path, or one beside it that nothing has; empty for a module's text that is there again."""
    pure = PurePosixPath(path)
    if path.endswith("/module.md") or pure.parent == PurePosixPath():
        return "" if path in there else path
    keys = {key_of(stem) for stem in unit_stems(there, str(pure.parent))} if pure.suffix == ".md" else set()
    number, fresh = 1, path
    while fresh in there or key_of(PurePosixPath(fresh).stem) in keys:
        number += 1
        fresh = f"{pure.parent}/{pure.stem}-{number}{pure.suffix}"
    return fresh


def moved_to(paths: Collection[str], path: str) -> str | None:
    """Where a text stands now whose number, or whose module's, changed since its path was read; None if nowhere."""
    parts = [key_of(part.removesuffix(".md")) for part in path.split("/")]
    for other in paths:
        if other.endswith(".md") and [key_of(part.removesuffix(".md")) for part in other.split("/")] == parts:
            return other
    return None
