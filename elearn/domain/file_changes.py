"""How one folder of files became another, file by file and line by line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from elearn.domain.changes import ChangeKind
from elearn.domain.file_lines import Line, Row, rows
from elearn.domain.files_paired import moves

AROUND = 3
"""How many lines that stayed are shown before and after a change."""

MOST_LINES = 20_000
"""Longer files are only said to differ: comparing them takes long, and nobody reads that."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that came, went, was changed or moved; without lines where it isn't text, or is too long to compare.

    `old_path` is where it was before it moved, empty if it didn't.
    """

    path: str
    kind: ChangeKind
    lines: tuple[Line, ...] = ()
    old_size: int = 0
    new_size: int = 0
    old_path: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its lines beside each other, with the words that differ."""
        return tuple(rows(self.lines))

    @property
    def added(self) -> int:
        """How many lines came."""
        return sum(line.kind is ChangeKind.ADDED for line in self.lines)

    @property
    def removed(self) -> int:
        """How many lines went."""
        return sum(line.kind is ChangeKind.REMOVED for line in self.lines)


def file_changes(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[FileChange, ...]:
    """The files in which two folders differ, in order of path; one that moved is one file, at its new path."""
    moved = moves(old, new)
    gone = set(moved.values())
    paths = sorted(path for path in {*old, *new} if path not in gone and old.get(path) != new.get(path))
    return tuple(_changed(path, old.get(moved.get(path, path)), new.get(path), moved.get(path, "")) for path in paths)


def _changed(path: str, old: bytes | None, new: bytes | None, old_path: str) -> FileChange:
    kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
    before, after = lines_of(old or b""), lines_of(new or b"")
    lines: tuple[Line, ...] = ()
    if before is not None and after is not None and max(len(before), len(after)) <= MOST_LINES:
        lines = tuple(_shortened(list(_compared(before, after))))
    return FileChange(path, kind, lines, len(old or b""), len(new or b""), old_path)


def lines_of(data: bytes) -> list[str] | None:
    """The lines of a text without their ends; None if the bytes aren't a text."""
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n").split("\n") if data else []
    except UnicodeDecodeError:
        return None


def _compared(before: list[str], after: list[str]) -> Iterator[Line]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            for at, text in enumerate(before[start:end]):
                yield Line(ChangeKind.SAME, text, start + at + 1, new_start + at + 1)
            continue
        for at in range(start, end):
            yield Line(ChangeKind.REMOVED, before[at], old=at + 1)
        for at in range(new_start, new_end):
            yield Line(ChangeKind.ADDED, after[at], new=at + 1)


def _shortened(lines: list[Line]) -> Iterator[Line]:
    """Lines that stayed are left out, but for those beside a change."""
    runs = [(same, list(run)) for same, run in groupby(lines, key=lambda line: line.kind is ChangeKind.SAME)]
    for place, (same, run) in enumerate(runs):
        head = AROUND if place else 0
        tail = AROUND if place + 1 < len(runs) else 0
        if not same or len(run) <= head + tail + 1:
            yield from run
            continue
        yield from run[:head]
        first = run[head]
        yield replace(first, text="", left_out=len(run) - head - tail)
        yield from run[len(run) - tail :]
