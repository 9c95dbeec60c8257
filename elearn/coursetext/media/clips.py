"""Reads audio and video files just far enough to know their kind, size and length.

A length that a file doesn't say in its head is 0: the reader then learns it from the player.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

LONGEST = 24 * 3600
"""Seconds; a file that says more is not believed."""

MOST_BOXES = 1_000
HEAD = 200_000
"""How far to look, in boxes of a level and in bytes, so that a file made to waste time wastes little."""


@dataclass(frozen=True)
class Clip:
    """What a media file's content says: its type, its size in pixels and its length in seconds, 0 where unknown."""

    content_type: str
    width: int = 0
    height: int = 0
    seconds: float = 0.0


def clip_of(data: bytes) -> Clip | None:
    """The audio or video in a file, or None if it is neither."""
    for magic, offset, read in _KINDS:
        if data[offset : offset + len(magic)] == magic:
            try:
                clip = read(data)
            except (struct.error, IndexError, ValueError, ZeroDivisionError, OverflowError):
                return None
            return clip if clip is None or 0 <= clip.seconds <= LONGEST else Clip(clip.content_type)
    return _mp3(data) if data[:1] == b"\xff" and len(data) > 3 and data[1] & 0xE0 == 0xE0 else None


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes of an MP4 file between two offsets: type, where its content begins, where it ends."""
    while start + 8 <= end:
        (size,) = struct.unpack_from(">I", data, start)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        stop = end if size == 0 else min(end, start + size)
        if stop < start + head:
            return
        yield data[start + 4 : start + 8], start + head, stop
        start = stop


def _inside(data: bytes, start: int, end: int, name: bytes) -> Iterator[tuple[int, int]]:
    boxes = islice(_boxes(data, start, end), MOST_BOXES)
    return ((begin, stop) for kind, begin, stop in boxes if kind == name)


def _mp4(data: bytes) -> Clip | None:
    if data[8:12] == b"qt  ":
        return None
    width = height = 0
    seconds = 0.0
    for begin, end in _inside(data, 0, len(data), b"moov"):
        for start, _ in _inside(data, begin, end, b"mvhd"):
            scale, length = struct.unpack_from(
                *((">IQ", data, start + 20) if data[start] else (">II", data, start + 12))
            )
            seconds = length / scale
        for track, stop in _inside(data, begin, end, b"trak"):
            for start, _ in _inside(data, track, stop, b"tkhd"):
                wide, high = struct.unpack_from(">II", data, start + (88 if data[start] else 76))
                width, height = max(width, wide >> 16), max(height, high >> 16)
    picture = width and height and data[8:12] != b"M4A "
    return Clip("video/mp4", width, height, seconds) if picture else Clip("audio/mp4", seconds=seconds)


_EBML_PARENTS = {0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0}
_SCALE, _DURATION, _PIXEL_WIDTH, _PIXEL_HEIGHT = 0x2AD7B1, 0x4489, 0xB0, 0xBA
_CLUSTER = 0x1F43B675


def _number(data: bytes, start: int, keep_marker: bool) -> tuple[int, int]:
    """A variable-length number of EBML, and where it ends."""
    length = 9 - data[start].bit_length()
    value = int.from_bytes(data[start : start + length], "big")
    return (value if keep_marker else value & ((1 << 7 * length) - 1)), start + length


def _elements(data: bytes, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    """The elements of a WebM head in order, those inside parents included, up to where the film itself begins."""
    while start + 2 <= end:
        name, after = _number(data, start, keep_marker=True)
        size, begin = _number(data, after, keep_marker=False)
        if name == _CLUSTER:
            return
        if name not in _EBML_PARENTS:
            yield name, data[begin : min(begin + size, begin + 8)]
        start = begin if name in _EBML_PARENTS else begin + size


def _webm(data: bytes) -> Clip | None:
    if b"webm" not in data[:64]:
        return None
    facts = dict(_elements(data, 0, min(len(data), HEAD)))
    scale = int.from_bytes(facts.get(_SCALE, b"\x0f\x42\x40"), "big")
    raw = facts.get(_DURATION, b"")
    ticks = struct.unpack(">f" if len(raw) == 4 else ">d", raw)[0] if raw else 0.0
    width, height = (int.from_bytes(facts.get(name, b""), "big") for name in (_PIXEL_WIDTH, _PIXEL_HEIGHT))
    return Clip("video/webm", min(width, 10_000), min(height, 10_000), ticks * scale / 1e9)


def _ogg(data: bytes) -> Clip | None:
    last = data.rfind(b"OggS")
    (granule,) = struct.unpack_from("<q", data, last + 6)
    head = data[:200]
    if b"OpusHead" in head:
        return Clip("audio/ogg", seconds=max(0, granule) / 48_000)
    at = head.find(b"\x01vorbis")
    if at < 0:
        return None
    (rate,) = struct.unpack_from("<I", data, at + 12)
    return Clip("audio/ogg", seconds=max(0, granule) / rate)


_RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_LOW_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)


def _mp3(data: bytes) -> Clip | None:
    """An MP3 file; its length is taken from the bit rate of its first frame, which is right for constant rates."""
    start = 0
    if data[:3] == b"ID3":
        start = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    frame = data[start : start + 4]
    if len(frame) < 4 or frame[0] != 0xFF or frame[1] & 0xE6 != 0xE2:
        return Clip("audio/mpeg") if start else None
    rate = (_RATES if frame[1] & 0x18 == 0x18 else _LOW_RATES)[frame[2] >> 4]
    return Clip("audio/mpeg", seconds=(len(data) - start) * 8 / (rate * 1000) if rate else 0.0)


_KINDS = (
    (b"ftyp", 4, _mp4),
    (b"\x1a\x45\xdf\xa3", 0, _webm),
    (b"OggS", 0, _ogg),
    (b"ID3", 0, _mp3),
)
