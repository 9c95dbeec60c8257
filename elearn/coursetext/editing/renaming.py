"""Calling something by another title. Its path, and so its address and identity, stay as they are."""

import re
from collections.abc import Mapping

from elearn.coursetext.editing.front import set_value
from elearn.coursetext.editing.texts import BOM
from elearn.coursetext.editing.values import Edit, NoSuchPlace
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.source import clean
from elearn.coursetext.parse.structure import Heading
from elearn.coursetext.parse.textfile import read_text_file

_SIGNS = re.compile(r"([\\`*_{}\[\]<>$&]|^[?#]|#$)")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|$)")


def rename(files: Mapping[str, bytes], path: str, title: str) -> Edit:
    """Give a text another title, where it has it: in its front matter, in its first heading, or in both.

    A `module.md` that isn't there is made.

    Raises:
        NoSuchPlace: there is no such file.
        CannotEdit: its front matter can't be read.
    """
    kind = _kind(path)
    words = " ".join(clean(title).split())
    if path not in files and kind is not FileKind.MODULE:
        raise NoSuchPlace(path)
    data = files.get(path, b"")
    text = read_text_file(path, data, kind)
    own = text.front.text("title")
    heading = next((heading for heading in text.structure.headings if heading.level == 1), None)
    if heading and (not own or heading.text.text.strip() == own):
        data = _with_heading(data, heading, words)
    if own or not heading:
        data = set_value(path, data, "title", words, kind)
    return Edit({}, {path: data})


def _kind(path: str) -> FileKind | None:
    if path == "course.md":
        return FileKind.COURSE
    if path.startswith("bank/"):
        return FileKind.BANK
    return FileKind.MODULE if path.endswith("/module.md") else None


def _with_heading(data: bytes, heading: Heading, title: str) -> bytes:
    lines = _LINE.findall(data)
    at = heading.text.number - 1
    old: bytes = lines[at]
    mark = BOM if at == 0 and old.startswith(BOM) else b""
    end = old[len(old.rstrip(b"\r\n")) :]
    lines[at] = mark + b"# " + _SIGNS.sub(r"\\\1", title).encode() + end
    return b"".join(lines)
