"""A course's files as an outline to work on: everything that is there, also what has something to mend."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from elearn.coursetext.editing.names import in_order, key_of
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.textfile import TextFile, read_text_file
from elearn.coursetext.parse.tree import RESERVED, is_ignored
from elearn.coursetext.slugs import title_of_key

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Item:
    """A text of the course: a lesson, a quiz or a bank. `address` is `module/unit`, or `bank/key`."""

    path: str
    title: str
    kind: FileKind
    address: str
    identity: str
    formerly: tuple[str, ...] = ()
    questions: int = 0


@dataclass(frozen=True, slots=True)
class ModuleShape:
    """A module with its units in order. `text` is the path of its own file, if it has one."""

    folder: str
    key: str
    title: str
    text: str | None
    units: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """The whole course. `others` are files that belong to nothing."""

    modules: tuple[ModuleShape, ...]
    banks: tuple[Item, ...]
    media: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def units(self) -> tuple[Item, ...]:
        """Every unit in order."""
        return tuple(unit for module in self.modules for unit in module.units)

    @property
    def spoken_for(self) -> frozenset[str]:
        """Every address and identity that a unit has or had: a new unit with one would take over its learners."""
        return frozenset(name for unit in self.units for name in (unit.address, unit.identity, *unit.formerly))


def shape(files: Mapping[str, bytes]) -> Shape:
    """The outline of a course. The bytes of its media aren't looked at."""
    paths = [path for path in sorted(files) if not is_ignored(path)]
    modules = tuple(_module(files, folder) for folder in module_folders(paths))
    banks = tuple(_item(files, path, "bank", FileKind.BANK) for path in paths if _is_bank(path))
    media = tuple(path for path in paths if path.startswith("media/") and not path.endswith(".md"))
    texts = {"course.md", *(module.text for module in modules), *(item.path for item in banks)}
    known = texts | {unit.path for module in modules for unit in module.units} | set(media)
    return Shape(modules, banks, media, tuple(path for path in paths if path not in known))


def module_folders(paths: Iterable[str]) -> list[str]:
    """The folders of modules in order."""
    texts = (path.split("/") for path in paths if path.endswith(".md") and not is_ignored(path))
    return in_order({parts[0] for parts in texts if len(parts) == 2 and parts[0] not in RESERVED})


def unit_stems(paths: Iterable[str], folder: str) -> list[str]:
    """The names of a module's units in order, without their ending."""
    own = (PurePosixPath(path) for path in paths if path.startswith(f"{folder}/") and not is_ignored(path))
    return in_order(
        {path.stem for path in own if len(path.parts) == 2 and path.suffix == ".md" and path.stem != "module"}
    )


def title_of(text: TextFile, key: str) -> str:
    """What a text is called: by its front matter, its first heading, or its name."""
    top = next((heading.text.text.strip() for heading in text.structure.headings if heading.level == 1), "")
    return text.front.text("title") or _ESCAPED.sub(r"\1", top) or title_of_key(key)


def _module(files: Mapping[str, bytes], folder: str) -> ModuleShape:
    key, path = key_of(folder), f"{folder}/module.md"
    own = read_text_file(path, files[path], FileKind.MODULE) if path in files else None
    units = tuple(_item(files, f"{folder}/{stem}.md", key) for stem in unit_stems(files, folder))
    return ModuleShape(folder, key, title_of(own, key) if own else title_of_key(key), path if own else None, units)


def _item(files: Mapping[str, bytes], path: str, module: str, kind: FileKind | None = None) -> Item:
    text = read_text_file(path, files[path], kind)
    key = key_of(PurePosixPath(path).stem)
    address = f"{module}/{key}"
    identity = text.front.text("id") or address
    formerly = text.front.texts("formerly")
    return Item(path, title_of(text, key), text.kind, address, identity, formerly, len(text.structure.questions))


def _is_bank(path: str) -> bool:
    return path.startswith("bank/") and path.endswith(".md") and path.count("/") == 1
