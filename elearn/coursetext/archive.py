"""A course's folder as a zip, in and out. An archive comes from anywhere: nothing it says of itself is believed."""

import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from elearn.coursetext.directory import CannotCount, most_entries
from elearn.coursetext.files import MOST_FILES
from elearn.coursetext.findings import Finding, found
from elearn.coursetext.media.inspect import LARGEST_FILE, SUFFIXES, megabytes
from elearn.coursetext.parse.tree import is_ignored

LARGEST_ARCHIVE = 50_000_000
"""Bytes of the zip itself."""

LARGEST_UNPACKED = 150_000_000
"""Bytes of all files in it together."""

MOST_SWELLING = 200
"""How many times larger than in the archive a file may be; text of a course stays below 30."""

SMALL = 1_000_000
"""Bytes up to which a file may swell as it likes."""

DEEPEST = 8
LONGEST_PATH = 300

_JUNK = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})
_CHUNK = 64 * 1024
_UTF8 = 0x800
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_COMPRESSED = frozenset({*SUFFIXES.values(), ".jpeg"} - {".svg"})
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
"""What the standard library raises at an archive that is broken on purpose or by accident."""


@dataclass(frozen=True)
class Unpacked:
    """What came out of an archive: files by path, none of them when a finding is an error.

    `folder` is the name of the one folder that everything lay in, if it did; it is no part of the paths.
    """

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    folder: str = ""


class _Refused(Exception):
    """Something in the archive stops taking it in."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def unpack(source: BinaryIO) -> Unpacked:
    """The files in a zip, or the first thing that speaks against taking them. Total: any bytes give an answer.

    What is read is counted while it is read, so that no archive takes more memory than `LARGEST_UNPACKED`.
    """
    try:
        _refuse_crowds(source)
        with zipfile.ZipFile(source) as archive:
            named, passed_over = _entries(archive)
            files = _read(archive, named)
    except _Refused as refused:
        return Unpacked({}, (refused.finding,))
    except _BROKEN:
        return Unpacked({}, (found("archive-broken", "zip"),))
    folder, files = without_top(files)
    return Unpacked(files, tuple(found("archive-passed-over", path) for path in passed_over), folder)


def _refuse_crowds(source: BinaryIO) -> None:
    """Look at the sizes before the standard library makes an object of each entry."""
    size = source.seek(0, 2)
    if size > LARGEST_ARCHIVE:
        raise _Refused(found("archive-too-large", "zip", limit=megabytes(LARGEST_ARCHIVE)))
    try:
        entries = most_entries(source, size)
    except CannotCount:
        raise _Refused(found("archive-broken", "zip")) from None
    if entries > 20 * MOST_FILES:
        raise _Refused(found("archive-too-many", "zip", limit=MOST_FILES))


def _entries(archive: zipfile.ZipFile) -> tuple[dict[str, zipfile.ZipInfo], list[str]]:
    """The files to read, by path, and the paths that are passed over; all names are judged before anything is read."""
    named: dict[str, zipfile.ZipInfo] = {}
    passed_over: list[str] = []
    for entry in archive.infolist():
        name = _name(entry)
        path = _path(name)
        _refuse_kinds(entry, path)
        if name.endswith("/") or _is_junk(path):
            continue
        if is_ignored(path):
            passed_over.append(path)
            continue
        if path in named:
            raise _Refused(found("archive-name-twice", path))
        named[path] = entry
        if len(named) > MOST_FILES:
            raise _Refused(found("archive-too-many", "zip", limit=MOST_FILES))
    _refuse_files_as_folders(named)
    if not named:
        raise _Refused(found("archive-empty", "zip"))
    return named, passed_over


def _path(name: str) -> str:
    """The path that an entry's name gives, safe to join to a folder."""
    path = unicodedata.normalize("NFC", name).removesuffix("/")
    if path.count("/") > DEEPEST:
        raise _Refused(found("archive-too-deep", path[:LONGEST_PATH], limit=DEEPEST))
    if not is_safe_path(path):
        raise _Refused(found("archive-bad-path", "zip", name=name[:LONGEST_PATH]))
    return path


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as its writer meant it. Macs write UTF-8 without saying so; other encodings can only be guessed."""
    name = entry.orig_filename
    if entry.flag_bits & _UTF8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        raise _Refused(found("archive-name-unreadable", "zip", name=name)) from None


def is_safe_path(path: str) -> bool:
    """Whether a path stays below the folder that it is written into, on every system."""
    parts = path.split("/")
    return (
        0 < len(path) <= LONGEST_PATH
        and path.isprintable()
        and "\\" not in path
        and ":" not in parts[0]
        and all(part.strip(" .") for part in parts)
    )


def _refuse_kinds(entry: zipfile.ZipInfo, path: str) -> None:
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _Refused(found("archive-link", path))
    if entry.flag_bits & _ENCRYPTED:
        raise _Refused(found("archive-encrypted", path))
    if entry.compress_type not in _METHODS:
        raise _Refused(found("archive-method", path))


def _is_junk(path: str) -> bool:
    """What systems leave in folders without anybody having asked."""
    parts = path.split("/")
    return not _JUNK.isdisjoint(parts) or parts[-1].startswith("._")


def _refuse_files_as_folders(named: Mapping[str, zipfile.ZipInfo]) -> None:
    for path in named:
        for above in PurePosixPath(path).parents:
            if above.as_posix() in named:
                raise _Refused(found("archive-name-twice", above.as_posix()))


def _read(archive: zipfile.ZipFile, named: Mapping[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    total = 0
    for path, entry in named.items():
        content = bytearray()
        for chunk in _chunks(archive, entry):
            content += chunk
            total += len(chunk)
            if total > LARGEST_UNPACKED:
                raise _Refused(found("archive-unpacks-too-large", "zip", limit=megabytes(LARGEST_UNPACKED)))
            _refuse_swelling(path, entry, len(content))
        files[path] = bytes(content)
    return files


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _refuse_swelling(path: str, entry: zipfile.ZipInfo, size: int) -> None:
    if size > LARGEST_FILE:
        raise _Refused(
            found("media-too-large", path, size=f"> {megabytes(LARGEST_FILE)}", limit=megabytes(LARGEST_FILE))
        )
    if size > SMALL and size > MOST_SWELLING * entry.compress_size:
        raise _Refused(found("archive-swells", path, limit=MOST_SWELLING))


def without_top(files: Mapping[str, bytes]) -> tuple[str, dict[str, bytes]]:
    """The files without the folders that all of them lie in, and the name of the innermost of those."""
    folder, inside = "", dict(files)
    while inside and all("/" in path for path in inside) and len({path.partition("/")[0] for path in inside}) == 1:
        folder = next(iter(inside)).partition("/")[0]
        inside = {path.partition("/")[2]: content for path, content in inside.items()}
    return folder, inside


def pack(target: BinaryIO, files: Mapping[str, bytes], folder: str = "") -> None:
    """Write files as a zip, below `folder` if it is given. The same files give the same bytes.

    What is compressed already is stored as it is.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}" if folder else path, _FIRST_DAY)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            stored = PurePosixPath(path).suffix.lower() in _COMPRESSED
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[path])
