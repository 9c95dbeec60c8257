"""A course around a text, and short ways to render in it."""

from elearn.coursetext.media.inspect import MediaFile
from elearn.coursetext.render.text import Context, Place, Rendered, render, render_inline

FILE = "01-loket/02-menyapa.md"
FIRST_LINE = 10


def _media(path: str, content_type: str, size: int, seconds: int = 0) -> MediaFile:
    address = f"/courses/pelayanan/media/0123456789abcdef.{path.rpartition('.')[2]}"
    return MediaFile(path, "0" * 64, content_type, 640, 360, size, address, seconds)


PICTURE = _media("media/alur.webp", "image/webp", 40_000)
FILM = _media("media/loket.mp4", "video/mp4", 12_340_000, 95)
SOUND = _media("media/salam.mp3", "audio/mpeg", 900_000, 30)

CONTEXT = Context(
    slug="pelayanan",
    links={"01-loket/01-antre.md": "/courses/pelayanan/loket/antre/"},
    media={file.path: file for file in (PICTURE, FILM, SOUND)},
    files=frozenset({FILE, "01-loket/01-antre.md", "media/alur.webp", "media/rusak.webp"}),
    prefix="isi-",
)


def block(text: str) -> Rendered:
    """A text of the course, rendered."""
    return render(text, Place(FILE, FIRST_LINE), CONTEXT)


def line(text: str) -> Rendered:
    """A line of the course, rendered."""
    return render_inline(text, Place(FILE, FIRST_LINE), CONTEXT)


def said(rendered: Rendered) -> list[tuple[str, int, int]]:
    """The code, line and column of each finding; lines count from the first of the text."""
    return [(finding.code, finding.line - FIRST_LINE + 1, finding.column) for finding in rendered.findings]


def codes(rendered: Rendered) -> set[str]:
    """The codes of the findings."""
    return {finding.code for finding in rendered.findings}
