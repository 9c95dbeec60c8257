"""Course folders on disk: which there are, what they hold, and what is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import config
from elearn.courses.editions import live_courses
from elearn.coursetext.files import read_folder
from elearn.coursetext.findings import Finding, has_errors
from elearn.coursetext.load import Loaded
from elearn.coursetext.load_many import Work, load_many
from elearn.coursetext.prerequisites import prerequisites
from elearn.extensions import settings


class NoSuchFolder(Exception):
    """There is no course folder of that name."""


@dataclass(frozen=True)
class Folder:
    """A course folder as read: its slug is its name. `shown` is how messages name it."""

    slug: str
    shown: str
    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


def load_all(
    folders: Sequence[Folder], known: Mapping[str, tuple[str, ...]], today: date
) -> Iterator[tuple[Folder, Loaded]]:
    """Each folder with its course and what reading it and its text found."""
    works = [Work(folder.slug, folder.files, known, today) for folder in folders]
    for folder, loaded in zip(folders, load_many(works), strict=True):
        findings = (*folder.findings, *loaded.findings)
        yield folder, Loaded(None if has_errors(folder.findings) else loaded.course, findings, loaded.media)


def read(paths: Iterable[Path]) -> list[Folder]:
    """The course folders named, or every one below the content folder of the settings.

    A folder that holds courses stands for all of them.

    Raises:
        NoSuchFolder: one isn't a folder, or holds no course.
    """
    return [_read_one(path) for path in course_paths(paths)]


def course_paths(paths: Iterable[Path]) -> list[Path]:
    """Where the course folders lie that `read` reads for these paths, in the same order."""
    return [found for path in (list(paths) or [config.ROOT / settings().content]) for found in _courses_at(path)]


def _courses_at(path: Path) -> list[Path]:
    if not path.is_dir():
        raise NoSuchFolder(str(path))
    below = sorted(each.parent for each in path.glob("*/course.md") if not each.parent.name.startswith((".", "_")))
    if (path / "course.md").is_file() or not below:
        return [path]
    return below


def _read_one(path: Path) -> Folder:
    files, findings = read_folder(path)
    return Folder(path.resolve().name, _shown(path), files, tuple(findings))


def _shown(path: Path) -> str:
    """A path as the reader typed it, from the root of the project where it lies there."""
    resolved = path.resolve()
    return str(resolved.relative_to(config.ROOT)) if resolved.is_relative_to(config.ROOT) else str(path)


def known_courses(folders: Iterable[Folder]) -> dict[str, tuple[str, ...]]:
    """The prerequisites of every course there is: those published, and those in the folders, which win."""
    published = {edition.course.slug: edition.course.prerequisites for edition in live_courses()}
    return {**published, **known_in(folders)}


def known_in(folders: Iterable[Folder]) -> dict[str, tuple[str, ...]]:
    """The prerequisites of the courses in the folders."""
    return {folder.slug: prerequisites(folder.files) for folder in folders}
