"""New modules, lessons, quizzes and banks: files that are well-formed at once and say what to write."""

from collections.abc import Mapping
from dataclasses import dataclass

from elearn.coursetext.editing.front import quoted
from elearn.coursetext.editing.names import free_key, key_of, with_room
from elearn.coursetext.editing.ordering import room_for
from elearn.coursetext.editing.shape import module_folders, shape, unit_stems
from elearn.coursetext.editing.values import Edit, NoSuchPlace
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.marks import LESSON_TO_WRITE, QUESTION_TO_WRITE
from elearn.coursetext.parse.source import clean
from elearn.coursetext.parse.tree import RESERVED

Files = Mapping[str, bytes]

_QUESTION = f"""## ? {QUESTION_TO_WRITE} {{#soal-1}}

- [x] Jawaban yang benar
- [ ] Jawaban yang keliru
- [ ] Jawaban lain yang keliru

> Jelaskan mengapa jawaban itu benar.
"""
_BODIES = {
    FileKind.LESSON: f"{LESSON_TO_WRITE}.\n",
    FileKind.QUIZ: _QUESTION,
    FileKind.BANK: _QUESTION,
}
_NAMES = {FileKind.LESSON: "pelajaran", FileKind.QUIZ: "kuis", FileKind.BANK: "bank"}


@dataclass(frozen=True, slots=True)
class Added:
    """What adding does, and the file that is new."""

    edit: Edit
    path: str


def add_module(files: Files, title: str) -> Added:
    """A new module after the others, with a first lesson, since no module is without."""
    folders = module_folders(files)
    key = free_key(title, {*RESERVED, *(key_of(folder) for folder in folders)}, "modul")
    folder = _last(folders, key)
    module = Edit({}, {f"{folder}/module.md": _front(title).encode()})
    lesson = add_unit({**files, **module.writes}, folder, "Pelajaran pertama", FileKind.LESSON)
    return Added(Edit(lesson.edit.moves, {**module.writes, **lesson.edit.writes}), lesson.path)


def add_unit(files: Files, folder: str, title: str, kind: FileKind) -> Added:
    """A new lesson or quiz at the end of a module.

    Raises:
        NoSuchPlace: there is no such module.
    """
    if folder not in module_folders(files):
        raise NoSuchPlace(folder)
    stems = unit_stems(files, folder)
    module = key_of(folder)
    past = {name.rpartition("/")[2] for name in shape(files).spoken_for if name.rpartition("/")[0] == module}
    key = free_key(title, {"module", *past, *(key_of(stem) for stem in stems)}, _NAMES[kind])
    stem, moves = room_for(stems, key, folder, len(stems))
    path = f"{folder}/{stem}.md"
    return Added(Edit(moves, {path: _text(title, kind)}), path)


def add_bank(files: Files, title: str) -> Added:
    """A new bank of questions."""
    taken = {item.address.rpartition("/")[2] for item in shape(files).banks}
    path = f"bank/{free_key(title, taken, _NAMES[FileKind.BANK])}.md"
    return Added(Edit({}, {path: _text(title, FileKind.BANK)}), path)


def _last(folders: list[str], key: str) -> str:
    """The name of a folder after the others, none of which gets another one."""
    name = f"01-{key}"
    return with_room([*folders, name]).get(name, name)


def _text(title: str, kind: FileKind) -> bytes:
    extra = "kind: quiz\n" if kind is FileKind.QUIZ else ""
    return (_front(title, extra) + "\n" + _BODIES[kind]).encode()


def _front(title: str, extra: str = "") -> str:
    words = " ".join(clean(title).split())
    return f"---\ntitle: {quoted(words)}\n{extra}---\n"
