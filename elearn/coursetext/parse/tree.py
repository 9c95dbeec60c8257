"""A folder's names to an outline: which file is what, in which order, under which key and identity."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.textfile import TextFile, read_text_file
from elearn.coursetext.slugs import is_slug, order_and_key

RESERVED = frozenset({"media", "bank"})
"""Keys that no module may have: their addresses mean something else."""

_IDENTITY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")


@dataclass(frozen=True, slots=True)
class UnitFile:
    """A unit's file with its address and identity."""

    text: TextFile
    module: str
    slug: str

    @property
    def identity(self) -> str:
        """`module/unit`, or the `id` that its author fixed."""
        return self.text.front.text("id") or self.address

    @property
    def address(self) -> str:
        """`module/unit` as it stands in addresses."""
        return f"{self.module}/{self.slug}"


@dataclass(frozen=True, slots=True)
class ModuleFolder:
    """A module's folder: its key, its own text if it has one, its units in order."""

    key: str
    text: TextFile | None
    units: tuple[UnitFile, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A course's files by what they are."""

    course: TextFile | None
    modules: tuple[ModuleFolder, ...]
    banks: Mapping[str, TextFile]
    media: tuple[str, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def units(self) -> tuple[UnitFile, ...]:
        """Every unit in the order of the outline."""
        return tuple(unit for module in self.modules for unit in module.units)

    @property
    def texts(self) -> tuple[TextFile, ...]:
        """Every Markdown file that belongs to the course."""
        own = [self.course] if self.course else []
        modules = [module.text for module in self.modules if module.text]
        return (*own, *modules, *(unit.text for unit in self.units), *self.banks.values())


def is_ignored(path: str) -> bool:
    """Whether a file or a folder it lies in begins with `.` or `_`."""
    return any(part.startswith((".", "_")) for part in path.split("/"))


def read_outline(slug: str, files: Mapping[str, bytes]) -> Outline:
    """Sort a course's files. Files that belong to nothing are warned of."""
    paths = sorted(path for path in files if not is_ignored(path))
    findings: list[Finding] = []
    if not is_slug(slug):
        findings.append(found("bad-slug", "course.md", slug=slug))
    course = read_text_file("course.md", files["course.md"], FileKind.COURSE) if "course.md" in files else None
    if course is None:
        findings.append(found("missing-course", "course.md"))
    modules = tuple(_modules(files, paths, findings))
    if not any(module.units for module in modules):
        findings.append(found("no-units", "course.md"))
    media = tuple(path for path in paths if path.startswith("media/") and not path.endswith(".md"))
    outline = Outline(course, modules, _banks(files, paths, findings), media)
    findings += _unused(paths, outline, {finding.file for finding in findings})
    findings += _identities(outline.units)
    return replace(outline, findings=tuple(findings))


def _unused(paths: Iterable[str], outline: Outline, named: Set[str]) -> Iterator[Finding]:
    """Files that belong to nothing, unless something more telling was already said of them or their folder."""
    known = {text.path for text in outline.texts} | set(outline.media) | named
    for path in paths:
        if path not in known and path.partition("/")[0] not in named:
            yield found("unused-file", path)


def _modules(files: Mapping[str, bytes], paths: Iterable[str], findings: list[Finding]) -> Iterator[ModuleFolder]:
    folders = _folders(paths)
    keys: dict[str, str] = {}
    for folder in sorted(folders, key=order_and_key):
        key = _key(folder, folder, keys, findings)
        if not key:
            continue
        if key in RESERVED:
            findings.append(found("reserved-key", folder, key=key))
        text = f"{folder}/module.md"
        own = read_text_file(text, files[text], FileKind.MODULE) if text in folders[folder] else None
        units = tuple(_units(files, key, folders[folder], findings))
        if not units:
            findings.append(found("empty-module", text if own else folder, key=key))
        yield ModuleFolder(key, own, units)


def _folders(paths: Iterable[str]) -> dict[str, list[str]]:
    """The Markdown files of each folder that is a module."""
    folders: dict[str, list[str]] = {}
    for path in paths:
        folder, _, name = path.partition("/")
        if name.endswith(".md") and "/" not in name and folder not in RESERVED:
            folders.setdefault(folder, []).append(path)
    return folders


def _units(files: Mapping[str, bytes], module: str, paths: list[str], findings: list[Finding]) -> Iterator[UnitFile]:
    keys: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: order_and_key(PurePosixPath(path).stem)):
        if not path.endswith("/module.md") and (key := _key(PurePosixPath(path).stem, path, keys, findings)):
            yield UnitFile(read_text_file(path, files[path]), module, key)


def _banks(files: Mapping[str, bytes], paths: Iterable[str], findings: list[Finding]) -> dict[str, TextFile]:
    banks: dict[str, TextFile] = {}
    keys: dict[str, str] = {}
    for path in paths:
        folder, _, name = path.partition("/")
        if folder != "bank" or not name.endswith(".md") or "/" in name:
            continue
        if key := _key(name.removesuffix(".md"), path, keys, findings):
            banks[key] = read_text_file(path, files[path], FileKind.BANK)
    return banks


def _key(name: str, file: str, taken: dict[str, str], findings: list[Finding]) -> str:
    """The key that a name gives; empty, with a finding, when it gives none or one that is taken."""
    key = order_and_key(name)[1]
    if not key:
        findings.append(found("no-name", file, name=name))
    elif key in taken:
        findings.append(found("duplicate-key", file, key=key, first=taken[key]))
        return ""
    taken.setdefault(key, file)
    return key


def _identities(units: tuple[UnitFile, ...]) -> Iterator[Finding]:
    """An identity belongs to one unit; a past one that another unit still has would mix two units' progress."""
    owners: dict[str, str] = {}
    for unit in units:
        path, place = unit.text.path, unit.text.front.place("id")
        if not _IDENTITY.fullmatch(unit.identity):
            yield found("bad-identity", path, *place, id=unit.identity)
        elif unit.identity in owners:
            yield found("duplicate-identity", path, *place, id=unit.identity, first=owners[unit.identity])
        owners.setdefault(unit.identity, path)
    for unit in units:
        for number, past in enumerate(unit.text.front.texts("formerly")):
            path, place = unit.text.path, unit.text.front.place("formerly", number)
            if past == unit.identity:
                yield found("formerly-itself", path, *place, id=past)
            elif past in owners:
                yield found("formerly-in-use", path, *place, id=past, first=owners[past])
