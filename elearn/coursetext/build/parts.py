"""A unit's rendered text and its questions in the order they were written."""

import re
from collections.abc import Sequence

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.render.allowed import VOID_TAGS
from elearn.domain.course import Question

_PLACE = re.compile("<p>\ue000([0-9]+)\ue001</p>")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")


def interleave(
    file: str, html: str, questions: Sequence[Question], lines: Sequence[int]
) -> tuple[tuple[str | Question, ...], tuple[Finding, ...]]:
    """Put each question at its mark in the HTML. `lines` are where the questions begin in the file.

    A question whose mark stands inside another element, such as a list or a box, would tear that element apart; it is a
    finding.
    """
    pieces = _PLACE.split(html)
    parts: list[str | Question] = []
    placed: set[int] = set()
    depth = 0
    for text, number in zip(pieces[::2], [*pieces[1::2], "0"], strict=True):
        if text.strip():
            parts.append(text.strip())
        depth += _opened(text)
        if not depth and 0 < int(number) <= len(questions):
            parts.append(questions[int(number) - 1])
            placed.add(int(number))
    lost = [line for place, line in enumerate(lines, start=1) if place not in placed]
    return tuple(parts), tuple(found("question-inside", file, line) for line in lost)


def _opened(html: str) -> int:
    """How many more elements begin than end in sanitised HTML, where `<` is nothing but a tag's beginning."""
    return sum(-1 if tag[1] else 1 for tag in _TAG.finditer(html) if tag[2] not in VOID_TAGS)
