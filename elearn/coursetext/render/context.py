"""What a text is rendered in, and what comes out of it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from elearn.coursetext.findings import Finding
from elearn.coursetext.media.inspect import MediaFile

ANCHOR_PREFIX = "isi-"
"""The prefix for the text of a unit's own page, so that `other.md#some-heading` can be resolved without reading it."""


@dataclass(frozen=True)
class Place:
    """Where a text begins: its file (relative to the course) and the number of its first line, from 1."""

    file: str
    line: int


@dataclass(frozen=True)
class Context:
    """The course around a text.

    `links` gives the address of each unit's file, `media` what is known of each media file, `files` every path of the
    course; all paths are relative to the course. `prefix` begins every id in the text and must differ between texts
    that share a page; the body of a unit has `ANCHOR_PREFIX`. `language` is that of labels the reader hears.
    """

    slug: str
    links: Mapping[str, str]
    media: Mapping[str, MediaFile]
    files: Set[str]
    prefix: str
    language: str = "id"


class Heading(NamedTuple):
    """A heading inside a text: its level (2 to 6), its plain text and its line in the file."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Rendered:
    """Sanitised HTML, and what a reader of the source needs to know about it.

    `text` is plain text, with alternative texts and formulas as typed; `linked` and `media_used` are paths relative to
    the course; `seconds` is how long the audio and video last, as far as their files say.
    """

    html: str
    text: str
    words: int
    headings: tuple[Heading, ...]
    findings: tuple[Finding, ...]
    linked: tuple[str, ...]
    media_used: tuple[str, ...]
    seconds: int
