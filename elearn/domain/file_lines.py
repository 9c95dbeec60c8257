"""Lines of a file that stayed, came or went, and how they stand beside each other with the words that differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

from elearn.domain.changes import ChangeKind

LONGEST_COMPARED = 2_000
"""Letters of a line beyond which its words aren't compared."""

Words = tuple[tuple[str, bool], ...]
"""A line in pieces: the text of each, and whether the other line hasn't got it."""

_WORD = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that stayed, came or went, with its numbers in the old and the new file, from 1.

    `left_out` counts lines that stayed and aren't shown; then it has no text.
    """

    kind: ChangeKind
    text: str = ""
    old: int | None = None
    new: int | None = None
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What stood in a place and what stands there now; of a line that stayed only `new`."""

    old: Line | None
    new: Line | None
    old_words: Words = ()
    new_words: Words = ()


def rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Lines beside each other: what went at the left of what came in its place."""
    for same, run in groupby(lines, key=lambda line: line.kind is ChangeKind.SAME):
        if same:
            yield from (Row(None, line) for line in run)
            continue
        changed = list(run)
        went = [line for line in changed if line.kind is ChangeKind.REMOVED]
        came = [line for line in changed if line.kind is ChangeKind.ADDED]
        for old, new in zip_longest(went, came):
            yield Row(old, new, *(_words(old.text, new.text) if old and new else ((), ())))


def _words(old: str, new: str) -> tuple[Words, Words]:
    """Two lines in pieces; nothing where they have so little in common that marking words would only disturb."""
    if max(len(old), len(new)) > LONGEST_COMPARED:
        return (), ()
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < 0.4:
        return (), ()
    steps = matcher.get_opcodes()
    left = tuple(("".join(before[start:end]), tag != "equal") for tag, start, end, _a, _b in steps if end > start)
    right = tuple(("".join(after[start:end]), tag != "equal") for tag, _a, _b, start, end in steps if end > start)
    return left, right
