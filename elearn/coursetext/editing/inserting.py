"""Putting a picture, or another media file, at the end of a text."""

import posixpath
import re
from urllib.parse import quote

from elearn.coursetext.editing.texts import bytes_of, text_of

_SIGNS = re.compile(r"([\\\[\]`*_<>])")
SHOWN = (".webp", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".mp3", ".m4a", ".ogg", ".mp4", ".webm")
"""Endings of what is shown in the text itself; anything else is a link."""


def with_picture(data: bytes, into: str, path: str, alternative: str) -> bytes:
    """The text with the media file of the course at its end, on a line of its own; no other byte changes.

    Without an alternative text it is decoration.
    """
    text = text_of(data)
    gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    return bytes_of(f"{text}{gap}{markdown_of(into, path, alternative)}\n", data)


def markdown_of(into: str, path: str, alternative: str) -> str:
    """How a text shows, or links to, a media file."""
    address = quote(posixpath.relpath(path, posixpath.dirname(into) or "."))
    words = _SIGNS.sub(r"\\\1", " ".join(alternative.split()))
    if not path.lower().endswith(SHOWN):
        return f"[{words or posixpath.basename(path)}]({address})"
    return f"![{words}]({address})" if words else f"![]({address}){{.decorative}}"
