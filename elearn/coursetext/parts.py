"""A unit's rendered text and its questions in the order they were written."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from elearn.coursetext.findings import Finding, found
from elearn.domain.course import Question

_PLACE = re.compile("<p>\ue000([0-9]+)\ue001</p>")
_VOID = frozenset({"br", "hr", "img", "wbr", "col", "source", "track", "area", "input"})


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
    depth = _Depth()
    for text, number in zip(pieces[::2], [*pieces[1::2], "0"], strict=True):
        if text.strip():
            parts.append(text.strip())
        if questions:
            depth.feed(text)
        if not depth.depth and 0 < int(number) <= len(questions):
            parts.append(questions[int(number) - 1])
            placed.add(int(number))
    lost = [line for place, line in enumerate(lines, start=1) if place not in placed]
    return tuple(parts), tuple(found("question-inside", file, line) for line in lost)


class _Depth(HTMLParser):
    """Counts how many elements of sanitised HTML are open."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One deeper, unless the element has no content."""
        if tag not in _VOID:
            self.depth += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that ends where it begins."""

    def handle_endtag(self, tag: str) -> None:
        """One up."""
        self.depth -= 1
