"""Two writers' changes to one text brought together: what only one of them touched is theirs, the rest is marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from elearn.coursetext.editing.texts import MOST_COMPARED
from elearn.coursetext.parse.marks import FIRST, LAST, SECOND, marks
from elearn.coursetext.parse.source import Line


@dataclass(frozen=True, slots=True)
class Merged:
    """A text with both writers' changes. `conflicts` counts the passages that hold both versions, marked."""

    text: str
    conflicts: int


def merge(base: str | None, theirs: str, mine: str, labels: tuple[str, str, str]) -> Merged:
    """Both changes of `base` in one text. Nothing that either wrote is lost.

    Without a base, what both texts have counts as it. `labels` stand on the three lines around a passage that both
    changed: before their version, before mine, at its end.
    """
    pieces: list[str] = []
    conflicts = 0
    their_lines, my_lines = theirs.split("\n"), mine.split("\n")
    base_lines = _common(their_lines, my_lines) if base is None else base.split("\n")
    for piece in _pieces(base_lines, their_lines, my_lines):
        if isinstance(piece, _Both):
            conflicts += 1
            first, second, last = labels
            pieces += [f"{FIRST} {first}", *piece.theirs, f"{SECOND} {second}", *piece.mine, f"{LAST} {last}"]
        else:
            pieces += piece
    return Merged("\n".join(pieces), conflicts)


def has_marks(text: str) -> bool:
    """Whether a passage is left that holds both writers' versions, or a mark of one."""
    return any(marks(Line(number, line) for number, line in enumerate(text.splitlines(), 1)))


@dataclass(frozen=True, slots=True)
class _Both:
    """A passage that both changed, each in another way."""

    theirs: Sequence[str]
    mine: Sequence[str]


def _pieces(base: list[str], theirs: list[str], mine: list[str]) -> Iterator[list[str] | _Both]:
    """The text piece by piece: lines that all three have, and between those, who changed what."""
    in_theirs, in_mine = _places(base, theirs), _places(base, mine)
    at = their_at = my_at = 0
    for number, line in enumerate(base):
        their_place, my_place = in_theirs.get(number), in_mine.get(number)
        if their_place is None or my_place is None:
            continue
        yield from _between(base[at:number], theirs[their_at:their_place], mine[my_at:my_place])
        yield [line]
        at, their_at, my_at = number + 1, their_place + 1, my_place + 1
    yield from _between(base[at:], theirs[their_at:], mine[my_at:])


def _between(base: list[str], theirs: list[str], mine: list[str]) -> Iterator[list[str] | _Both]:
    if theirs in (base, mine):
        yield mine
    elif mine == base:
        yield theirs
    else:
        yield _Both(theirs, mine)


def _places(base: list[str], other: list[str]) -> dict[int, int]:
    """Where the lines of the base stand in the other text, of those that are still there in the same order."""
    blocks = SequenceMatcher(None, base, other, autojunk=len(base) > MOST_COMPARED).get_matching_blocks()
    return {start + step: place + step for start, place, length in blocks for step in range(length)}


def _common(theirs: list[str], mine: list[str]) -> list[str]:
    """The lines that both texts have in the same order."""
    return [theirs[number] for number in sorted(_places(theirs, mine))]
