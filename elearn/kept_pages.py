"""Pages that look alike for many people: rendered once, kept compressed, and filled with what is a person's own.

A page is rendered with a marker in each slot (the form's token, the paragraph where one stopped). The pieces between
the markers never change, so each is deflated once. A response joins them with the slots' values: a gzip stream is a
series of deflate blocks, and a short value can stand in it as a stored block.
"""

import secrets
import struct
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from threading import Lock

from flask import Response, request

KEPT = 2_000
"""How many pages a process keeps: a deflated lesson takes about ten kilobytes."""

LEVEL = 9
LONGEST_STORED = 65_535
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_LAST_BLOCK = b"\x01\x00\x00\xff\xff"
_SECRET = secrets.token_hex(8)


def marker(slot: str) -> str:
    """What stands in a page for a slot while it is rendered; nobody can have typed it."""
    return f"slot-{_SECRET}-{slot}-slot"


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes between two slots: plain, and as deflate blocks that refer to nothing outside themselves."""

    plain: bytes
    deflated: bytes


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A rendered page: pieces, and between each two of them the name of a slot."""

    pieces: tuple[Piece, ...]
    slots: tuple[str, ...]

    def plain(self, values: Mapping[str, str]) -> bytes:
        """The page with its slots filled."""
        parts = [self.pieces[0].plain]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts += (values[slot].encode(), piece.plain)
        return b"".join(parts)

    def gzipped(self, values: Mapping[str, str]) -> bytes:
        """The same as a gzip stream."""
        plain = self.plain(values)
        parts = [_HEAD, self.pieces[0].deflated]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts += (_stored(values[slot].encode()), piece.deflated)
        parts += (_LAST_BLOCK, struct.pack("<II", zlib.crc32(plain), len(plain) & 0xFFFFFFFF))
        return b"".join(parts)


def keep(html: str, slots: tuple[str, ...]) -> KeptPage:
    """A page rendered with markers, cut at them."""
    pieces, names, rest = [], [], html
    while True:
        found = [(at, slot) for slot in slots if (at := rest.find(marker(slot))) >= 0]
        if not found:
            break
        at, slot = min(found)
        pieces.append(_piece(rest[:at]))
        names.append(slot)
        rest = rest[at + len(marker(slot)) :]
    return KeptPage((*pieces, _piece(rest)), tuple(names))


def _piece(text: str) -> Piece:
    plain = text.encode()
    deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Piece(plain, deflater.compress(plain) + deflater.flush(zlib.Z_FULL_FLUSH))


def _stored(value: bytes) -> bytes:
    """A value as a stored deflate block."""
    if len(value) > LONGEST_STORED:
        raise ValueError("a slot's value is too long")
    return struct.pack("<BHH", 0, len(value), len(value) ^ 0xFFFF) + value


_pages: OrderedDict[Hashable, KeptPage] = OrderedDict()
_lock = Lock()


def page(key: Hashable, slots: tuple[str, ...], render: Callable[[], str]) -> KeptPage:
    """The page kept under `key`, rendered and kept if it isn't yet."""
    with _lock:
        found = _pages.get(key)
        if found is not None:
            _pages.move_to_end(key)
            return found
    made = keep(render(), slots)
    with _lock:
        _pages[key] = made
        while len(_pages) > KEPT:
            _pages.popitem(last=False)
    return made


def respond(page: KeptPage, values: Mapping[str, str]) -> Response:
    """The page with its slots filled, compressed for browsers that take gzip."""
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Vary", "Accept-Encoding")]
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(page.plain(values), headers=headers)
    return Response(page.gzipped(values), headers=[*headers, ("Content-Encoding", "gzip")])
