"""What a media file is, by its content and never by its name."""

import struct
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.media import svg
from elearn.coursetext.media.clips import Clip, clip_of

LARGEST_PICTURE = 2_000_000
"""Bytes."""

LARGEST_FILE = 50_000_000
"""Bytes of an audio, video or PDF file."""

MOST_PIXELS = 40_000_000
"""What a phone can still decode; a small file can claim many more."""

SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/svg+xml": ".svg",
    "application/pdf": ".pdf",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
}
"""Every content type that the platform serves from a course, with the ending of its address."""

RASTER = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff", "GIF": b"GIF8", "WEBP": b"RIFF"}
_SIDEWAYS = {5, 6, 7, 8}
_ORIENTATION = 0x0112
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError, struct.error)
BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True)
class MediaFile:
    """A media file of a course. Width and height are pixels, 0 where it has none; `size` is bytes.

    `digest` is the SHA-256 of its bytes in hexadecimal; `address` holds the beginning of it, so that what stands at an
    address never changes. `seconds` is how long it lasts, 0 where it doesn't or doesn't say.
    """

    path: str
    digest: str
    content_type: str
    width: int
    height: int
    size: int
    address: str
    seconds: int = 0

    @property
    def kind(self) -> str:
        """`image`, `audio`, `video` or `application`."""
        return self.content_type.partition("/")[0]


def inspect(slug: str, path: str, data: bytes) -> MediaFile | Finding:
    """What a file of the course is, or why it can't be used. Total: any bytes give an answer."""
    if len(data) > LARGEST_FILE:
        return _too_large(path, megabytes(len(data)), megabytes(LARGEST_FILE))
    facts = _raster(data) or clip_of(data) or _drawing(data) or _document(data)
    if facts is None:
        return found("media-type", path)
    if isinstance(facts, str):
        return found("svg-unsafe", path, what=facts)
    if facts.content_type.startswith("image/") and len(data) > LARGEST_PICTURE:
        return _too_large(path, megabytes(len(data)), megabytes(LARGEST_PICTURE))
    if facts.width * facts.height > MOST_PIXELS:
        return _too_large(path, f"{facts.width}×{facts.height} piksel", f"{MOST_PIXELS // 1_000_000} megapiksel")
    return _file(slug, path, data, facts)


def megabytes(size: int) -> str:
    """A size as people here write it: `1,2 MB`."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _file(slug: str, path: str, data: bytes, facts: Clip) -> MediaFile:
    digest = sha256(data).hexdigest()
    address = f"/courses/{slug}/media/{digest[:16]}{SUFFIXES[facts.content_type]}"
    return MediaFile(
        path, digest, facts.content_type, facts.width, facts.height, len(data), address, round(facts.seconds)
    )


def _too_large(path: str, size: str, limit: str) -> Finding:
    return found("media-too-large", path, size=size, limit=limit)


def _raster(data: bytes) -> Clip | None:
    names = [name for name, magic in RASTER.items() if data.startswith(magic)]
    if not names:
        return None
    try:
        with Image.open(BytesIO(data), formats=names) as image:
            width, height = image.size
            if names == ["JPEG"] and image.getexif().get(_ORIENTATION) in _SIDEWAYS:
                width, height = height, width
    except BOMB:
        return Clip(f"image/{names[0].lower()}", MOST_PIXELS, 2)
    except BROKEN:
        return None
    return Clip(f"image/{names[0].lower()}", width, height)


def _drawing(data: bytes) -> Clip | str | None:
    if not svg.looks_like(data):
        return None
    try:
        width, height = svg.measure(data)
    except svg.UnsafeDrawing as unsafe:
        return str(unsafe)
    except svg.NotADrawing:
        return None
    return Clip("image/svg+xml", width, height)


def _document(data: bytes) -> Clip | None:
    return Clip("application/pdf") if data.startswith(b"%PDF-") else None
