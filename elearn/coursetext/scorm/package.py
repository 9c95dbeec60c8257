"""A course to the files of its SCORM 1.2 package."""

import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from elearn.coursetext.media.inspect import MediaFile
from elearn.coursetext.scorm.manifest import manifest
from elearn.coursetext.scorm.playing import course_data
from elearn.domain.course import Course

PLAYER = Path(__file__).parent / "player"
STYLE = Path(__file__).parents[2] / "static" / "css" / "app.css"
START = "index.html"

SHARED = (
    "Tokens",
    "Base",
    "Small words",
    "Buttons",
    "Notices",
    "Forms",
    "Facts and tables",
    "Questions",
    "Course text",
)
"""The parts of the platform's own style that the player shows its pages with; player.css has only what differs."""

_PART = re.compile(r"/\* -+ ([\w ,]+) -+ \*/")


def package(course: Course, files: Mapping[str, bytes], media: Mapping[str, MediaFile]) -> dict[str, bytes]:
    """The files of the package by path: manifest, player, the course as data, and its media under their addresses."""
    inside = {path.name: path.read_bytes() for path in sorted(PLAYER.iterdir()) if path.is_file()}
    page = inside[START].decode().replace("{title}", escape(course.title))
    inside |= {START: page.encode(), "platform.css": _style(), "course.js": _script(course)}
    inside |= {f"media/{known.address.rpartition('/')[2]}": files[path] for path, known in media.items()}
    return {"imsmanifest.xml": manifest(course.slug, course.title, START, inside), **inside}


def _style() -> bytes:
    """What the player's pages have in common with the platform's."""
    pieces = _PART.split(STYLE.read_text(encoding="utf-8"))
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    return "\n".join(parts[name].strip() + "\n" for name in SHARED).encode()


def _script(course: Course) -> bytes:
    """The course as a script: pages opened from a disk may load one, and may not fetch data."""
    data = json.dumps(course_data(course), ensure_ascii=True, separators=(",", ":"))
    return f"window.elearnCourse = {data};\n".encode()
