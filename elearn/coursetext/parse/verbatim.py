"""Which parts of a text are code, where Markdown's signs mean nothing: fenced blocks, code spans, escapes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from elearn.coursetext.parse.source import Line

HIDDEN = "\0"
"""Stands for every character that is code; no text holds it otherwise."""

_FENCE = re.compile(r"(?P<quote>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_BACKTICKS = re.compile(r"`+")
_ESCAPE = re.compile(r"\\.")


@dataclass(frozen=True, slots=True)
class Fences:
    """For each line whether it belongs to a fenced block, and the line whose fence is never closed, if any."""

    inside: tuple[bool, ...]
    unclosed: Line | None


def fences(lines: Sequence[Line]) -> Fences:
    """Find the fenced blocks of a text; a fence closes with the same signs that opened it."""
    inside: list[bool] = []
    opened: tuple[Line, re.Match[str]] | None = None
    for line in lines:
        if opened:
            inside.append(True)
            opened = None if _closes(line, opened[1]) else opened
        elif fence := _FENCE.match(line.text):
            inside.append(True)
            opened = (line, fence)
        else:
            inside.append(False)
    return Fences(tuple(inside), opened[0] if opened else None)


def _closes(line: Line, opening: re.Match[str]) -> bool:
    mark = opening["fence"]
    bare = line.text.lstrip(" \t>").rstrip()
    return len(bare) >= len(mark) and not bare.strip(mark[0])


def hide_code(text: str) -> str:
    """The text, equally long, with its code spans and escaped characters hidden."""
    hidden = list(_ESCAPE.sub(lambda escape: HIDDEN * len(escape[0]), text))
    runs = list(_BACKTICKS.finditer(text))
    closing = _next_of_same_length(runs)
    position = 0
    for place, run in enumerate(runs):
        end = closing[place]
        if run.start() >= position and end is not None and not _escaped(text, run.start()):
            hidden[run.start() : runs[end].end()] = HIDDEN * (runs[end].end() - run.start())
            position = runs[end].end()
    return "".join(hidden)


def _next_of_same_length(runs: list[re.Match[str]]) -> list[int | None]:
    latest: dict[int, int] = {}
    following: list[int | None] = [None] * len(runs)
    for place in range(len(runs) - 1, -1, -1):
        length = len(runs[place][0])
        following[place] = latest.get(length)
        latest[length] = place
    return following


def _escaped(text: str, start: int) -> bool:
    before = text[max(0, start - 50) : start]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
