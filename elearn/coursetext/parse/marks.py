"""The lines that stand around a passage which two writers changed, until one of them has chosen."""

from collections.abc import Iterable, Iterator

from elearn.coursetext.parse.source import Line

FIRST, SECOND, LAST = "<<<<<<", "======", ">>>>>>"
"""How those lines begin; what follows says in words whose version it is."""


def marks(lines: Iterable[Line]) -> Iterator[Line]:
    """The first line of every passage that holds two versions, and each mark that was left without its passage."""
    within = False
    for line in lines:
        mark, _space, words = line.text.partition(" ")
        if not words or mark not in (FIRST, SECOND, LAST):
            continue
        if mark == FIRST or not within:
            yield line
        within = mark != LAST and (within or mark == FIRST)
