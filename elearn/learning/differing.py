"""How changes of a text are shown: reworded blocks word by word, long runs of the same left out. Pure functions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from elearn.domain.changes import Change, ChangeKind

AROUND = 1
"""How many blocks that stayed are shown before and after a change, for the context."""

ALIKE = 0.4
"""From which likeness on two blocks are one that was reworded, and not one that went and another that came."""

MOST_WORDS = 600
"""Longer blocks are shown whole: comparing them word by word takes long and reads badly."""


@dataclass(frozen=True)
class Words:
    """Some words of a reworded block."""

    kind: ChangeKind
    text: str


@dataclass(frozen=True)
class ShownChange:
    """A block as it is shown. `left_out` counts blocks that stayed and aren't shown; then there are no words."""

    kind: ChangeKind
    words: tuple[Words, ...] = ()
    left_out: int = 0


def shown_changes(changes: Iterable[Change]) -> list[ShownChange]:
    """Changes for reading: what stayed is left out, but for what stands beside a change."""
    shown: list[ShownChange] = []
    for same, run in groupby(changes, key=lambda change: change.kind is ChangeKind.SAME):
        if same:
            shown += _stayed(list(run), after_change=bool(shown))
        else:
            shown += (part for change in run for part in _changed(change))
    if shown and shown[-1].kind is ChangeKind.SAME and len(shown) > 1:
        shown = _without_last_context(shown)
    return shown


def _stayed(run: list[Change], after_change: bool) -> list[ShownChange]:
    head = AROUND if after_change else 0
    if len(run) <= head + AROUND:
        return [_whole(change.kind, change.new) for change in run]
    first, last = run[:head], run[-AROUND:]
    gap = ShownChange(ChangeKind.SAME, left_out=len(run) - head - AROUND)
    return [*(_whole(c.kind, c.new) for c in first), gap, *(_whole(c.kind, c.new) for c in last)]


def _without_last_context(shown: list[ShownChange]) -> list[ShownChange]:
    """Behind the last change nothing follows that the block before a gap would lead to."""
    gap = next((at for at in range(len(shown) - 1, -1, -1) if shown[at].left_out), None)
    if gap is None or any(each.kind is not ChangeKind.SAME for each in shown[gap:]):
        return shown
    return [*shown[:gap], ShownChange(ChangeKind.SAME, left_out=shown[gap].left_out + len(shown) - gap - 1)]


def _changed(change: Change) -> Iterator[ShownChange]:
    if change.kind is not ChangeKind.CHANGED:
        yield _whole(change.kind, change.new or change.old)
        return
    old, new = change.old.split(), change.new.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > MOST_WORDS or matcher.ratio() < ALIKE:
        yield _whole(ChangeKind.REMOVED, change.old)
        yield _whole(ChangeKind.ADDED, change.new)
    else:
        yield ShownChange(ChangeKind.CHANGED, tuple(_reworded(matcher, old, new)))


def _whole(kind: ChangeKind, text: str) -> ShownChange:
    return ShownChange(kind, (Words(kind, text),))


def _reworded(matcher: "SequenceMatcher[str]", old: list[str], new: list[str]) -> Iterator[Words]:
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Words(ChangeKind.SAME, " ".join(new[new_start:new_end]))
            continue
        if start < end:
            yield Words(ChangeKind.REMOVED, " ".join(old[start:end]))
        if new_start < new_end:
            yield Words(ChangeKind.ADDED, " ".join(new[new_start:new_end]))
