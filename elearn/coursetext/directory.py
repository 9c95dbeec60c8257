"""How many entries a zip can have, read from its end before anybody reads the entries themselves."""

import struct
from typing import BinaryIO

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_LARGE_LOCATOR = b"PK\x06\x07"
_LOCATOR_SIZE = 20
_ENTRY = 46
"""Bytes of the smallest entry in the directory of a zip."""


class CannotCount(Exception):
    """The file doesn't end as a zip does, or as one far larger than a course."""


def most_entries(source: BinaryIO, size: int) -> int:
    """The number of entries that fit into the directory, whatever number the archive claims.

    Raises:
        CannotCount: there is no end of a zip, or the end of one of the large kind (more than 4 GB or 65,535 entries).
    """
    start = max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE)
    source.seek(start)
    tail = source.read()
    at = _end(tail)
    if at < 0 or tail[max(0, at - _LOCATOR_SIZE) :].startswith(_LARGE_LOCATOR):
        raise CannotCount
    (length,) = struct.unpack_from("<L", tail, at + 12)
    return int(length) // _ENTRY


def _end(tail: bytes) -> int:
    """Where the end record begins: at the very end if there is no comment, else as far back as one reaches."""
    at = len(tail) - _END_SIZE
    if at >= 0 and tail.startswith(_END, at) and tail.endswith(b"\0\0"):
        return at
    at = tail.rfind(_END)
    return at if at >= 0 and len(tail) - at >= _END_SIZE else -1
