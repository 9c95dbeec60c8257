"""What a trainer uploads, made fit for a course: pictures small and without what cameras write into them."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image, ImageOps

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.media.inspect import (
    BOMB,
    BROKEN,
    RASTER,
    SUFFIXES,
    MediaFile,
    inspect,
)
from elearn.coursetext.slugs import slugify

LONGEST_SIDE = 1600
"""Pixels: a phone shows no more, and a picture that fills a page needs no more."""

QUALITY = 82
"""Of WebP, from 0 to 100: what few people can tell from the original."""

MOST_PIXELS = 85_000_000
"""What a camera takes at most; it is made small at once."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it goes into the course. `name` is how it may be called there; `nature` is what it is."""

    name: str
    data: bytes
    nature: MediaFile


def made_fit(name: str, data: bytes) -> Incoming | Finding:
    """The file as a course may have it, or why it may not. Total: any bytes give an answer.

    Pictures become WebP of at most 1600 pixels without metadata; those that move, drawings, audio, video and PDF stay
    as they are, if they are what a course may have.
    """
    small = _picture(name, data) if any(data.startswith(magic) for magic in RASTER.values()) else data
    if isinstance(small, Finding):
        return small
    nature = inspect("pelatihan", name, small)
    if isinstance(nature, Finding):
        return nature
    stem = slugify(PurePosixPath(name.replace("\\", "/")).stem) or nature.kind
    return Incoming(f"{stem}{SUFFIXES[nature.content_type]}", small, nature)


def _picture(name: str, data: bytes) -> bytes | Finding:
    try:
        with Image.open(BytesIO(data), formats=list(RASTER)) as image:
            if getattr(image, "n_frames", 1) > 1:
                return data
            if image.width * image.height > MOST_PIXELS:
                return _too_many(name, image)
            return _smaller(image)
    except BOMB:
        return found("media-too-large", name, size="?", limit=f"{MOST_PIXELS // 1_000_000} megapiksel")
    except BROKEN:
        return found("media-type", name)


def _too_many(name: str, image: Image.Image) -> Finding:
    size = f"{image.width}×{image.height} piksel"
    return found("media-too-large", name, size=size, limit=f"{MOST_PIXELS // 1_000_000} megapiksel")


def _smaller(image: Image.Image) -> bytes:
    """The picture upright, at most 1600 pixels long, as WebP: nothing but its pixels is written."""
    plain = image.format in ("PNG", "GIF")
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(image)
    small = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    pictures = [_webp(small, lossless=False), *([_webp(small, lossless=True)] if plain else [])]
    return min(pictures, key=len)


def _webp(image: Image.Image, *, lossless: bool) -> bytes:
    written = BytesIO()
    image.save(written, "WEBP", quality=QUALITY, lossless=lossless, method=4, exif=b"", icc_profile=b"", xmp=b"")
    return written.getvalue()
