"""Boxes: `!!! catatan "Judul"` for what stands out, `??? pembahasan` for what opens at a touch."""

import re

from markdown.extensions.admonition import AdmonitionProcessor
from markdown.preprocessors import Preprocessor

from elearn.coursetext.render.dialect import Dialect

KINDS = {
    "catatan": "note",
    "note": "note",
    "penting": "important",
    "important": "important",
    "peringatan": "warning",
    "warning": "warning",
    "contoh": "example",
    "example": "example",
}
"""What a trainer may call a box, and its class."""

_BOX = re.compile(r'([ >]*!!!) ?([\w-]+)[ \t]+(?!")([^"\n]*[^"\s])[ \t]*')
_DETAILS = re.compile(r'([ >]*\?\?\?\+?) ?(?!")([^"\n?+][^"\n]*?)[ \t]*')


def add_boxes(markdown: Dialect) -> None:
    """Teach Markdown the boxes."""
    markdown.preprocessors.register(_Titles(markdown), "box_titles", 22)
    markdown.parser.blockprocessors.register(_Box(markdown), "admonition", 105)


class _Titles(Preprocessor):
    """Titles are understood without quotation marks too, and with any sign in them."""

    def run(self, lines: list[str]) -> list[str]:
        """Put the quotation marks in."""
        return [_quoted(line) if line.lstrip(" >")[:3] in {"!!!", "???"} else line for line in lines]


def _quoted(line: str) -> str:
    if box := _BOX.fullmatch(line):
        return f'{box[1]} {box[2]} "{box[3]}"'
    if details := _DETAILS.fullmatch(line):
        title = details[2]
        return f'{details[1]} "{title[:1].upper()}{title[1:]}"'
    return line


class _Box(AdmonitionProcessor):
    """A box of one of the four kinds; another kind is said to be unknown and shown as a note."""

    def __init__(self, markdown: Dialect) -> None:
        super().__init__(markdown.parser)
        self._markdown = markdown

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        """The kind, and the title: the kind's own name unless the trainer gave one."""
        typed = match[1].split()[0]
        kind = KINDS.get(typed.lower())
        if kind is None:
            self._markdown.complain("unknown-box", f"!!! {typed}", kind=typed)
        title = typed.capitalize() if match[2] is None else match[2].strip()
        return kind or "note", title or None
