"""A course's folder on disk to its files in memory, and back."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.media.inspect import LARGEST_FILE, megabytes
from elearn.coursetext.parse.tree import is_ignored

MOST_FILES = 2_000
LARGEST_FOLDER = 500_000_000
"""Bytes of all files together."""


class UnsafePath(ValueError):
    """A file's path would lead out of the folder it is written into."""


class FolderNotEmpty(ValueError):
    """The folder already holds files that would be mixed with the new ones."""


def read_folder(folder: Path) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The files in a folder by path relative to it, and what couldn't be read.

    Names that begin with `.` or `_` are passed over; symbolic links are followed only to files inside the folder.
    """
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    total = 0
    for path in _paths(folder, folder, findings):
        name = path.relative_to(folder).as_posix()
        if len(files) >= MOST_FILES:
            findings.append(found("too-many-files", name, limit=MOST_FILES))
            break
        content = _content(folder, path, name)
        if isinstance(content, Finding):
            findings.append(content)
            continue
        total += len(content)
        if total > LARGEST_FOLDER:
            findings.append(found("folder-too-large", name, limit=megabytes(LARGEST_FOLDER)))
            break
        files[name] = content
    return files, tuple(findings)


def _paths(root: Path, folder: Path, findings: list[Finding]) -> Iterator[Path]:
    """Everything below a folder that isn't ignored, in order; folders behind symbolic links are not entered."""
    name = folder.relative_to(root).as_posix()
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        findings.append(found("unreadable", name, problem=problem.strerror or "?"))
        return
    for entry in entries:
        path = folder / entry.name
        if is_ignored(entry.name):
            continue
        if not entry.name.isprintable() or "\\" in entry.name:
            findings.append(found("bad-file-name", path.relative_to(root).as_posix()))
        elif entry.is_dir(follow_symlinks=False):
            yield from _paths(root, path, findings)
        else:
            yield path


def _content(root: Path, path: Path, name: str) -> bytes | Finding:
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root.resolve()):
            return found("outside-folder", name)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return found("unreadable", name, problem="bukan berkas biasa")
        if status.st_size > LARGEST_FILE:
            return found("media-too-large", name, size=megabytes(status.st_size), limit=megabytes(LARGEST_FILE))
        return path.read_bytes()
    except (OSError, RuntimeError) as problem:
        return found("unreadable", name, problem=getattr(problem, "strerror", None) or "?")


def write_files(folder: Path, files: Mapping[str, bytes], *, replace: bool = False) -> None:
    """Write files below a folder, byte for byte, making the folders that are missing.

    Raises:
        UnsafePath: a path is absolute or climbs out of the folder.
        FolderNotEmpty: the folder holds something already and `replace` is false.
        OSError: the disk refuses.
    """
    for name in files:
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\\" in name or "\0" in name:
            raise UnsafePath(name)
    if not replace and folder.exists() and any(folder.iterdir()):
        raise FolderNotEmpty(str(folder))
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
