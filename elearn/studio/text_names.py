"""What a text of a draft is called where it is written: its title and what kind of text it is."""

from dataclasses import dataclass

from elearn.coursetext.editing.shape import Shape
from elearn.coursetext.parse.keys import FileKind


@dataclass(frozen=True, slots=True)
class TextName:
    """A title and a kind; no kind if the text belongs to nothing."""

    title: str
    kind: FileKind | None


def name_of(shape: Shape, path: str, course: str) -> TextName:
    """The name of the text at a path; `course` is the course's title. A text that belongs to nothing has its path."""
    if path == "course.md":
        return TextName(course, FileKind.COURSE)
    for item in (*shape.units, *shape.banks):
        if item.path == path:
            return TextName(item.title, item.kind)
    for module in shape.modules:
        if module.text == path:
            return TextName(module.title, FileKind.MODULE)
    return TextName(path, None)
