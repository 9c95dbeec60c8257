"""Which other courses a course asks for, without reading the rest of it."""

from collections.abc import Mapping

from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.textfile import read_text_file


def prerequisites(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The slugs that the front matter of `course.md` names; none when it can't be read."""
    if "course.md" not in files:
        return ()
    return read_text_file("course.md", files["course.md"], FileKind.COURSE).front.texts("prerequisites")
