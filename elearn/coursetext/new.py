"""The files of a new course: a small one that shows every idea of the format and has nothing to mend."""

import json
from pathlib import Path

from elearn.coursetext.files import read_folder
from elearn.coursetext.parse.source import clean
from elearn.coursetext.slugs import title_of_key

TEMPLATE = Path(__file__).parent / "template"

_TITLE = 'title: "Judul pelatihan"'


def course_files(slug: str, title: str) -> dict[str, bytes]:
    """The files of a new course by path. Without a title the course is called after its slug."""
    files, _ = read_folder(TEMPLATE)
    words = " ".join(clean(title).split()) or title_of_key(slug)
    course = files["course.md"].decode().replace(_TITLE, f"title: {json.dumps(words, ensure_ascii=False)}", 1)
    return {**files, "course.md": course.encode()}
