"""What is not rendered at all: texts made, by accident or not, to keep Markdown busy for minutes.

Each limit cuts off one case that Python-Markdown needs more than proportional time (or stack) for, far above what any
lesson has.
"""

import re
from collections.abc import Iterator

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.source import DEEPEST_NESTING, LONGEST_LINE, nesting

LONGEST_TEXT = 100_000
"""Characters of one text."""

LONGEST_PARAGRAPH = 10_000
"""Characters without a blank line: signs in a paragraph are matched with each other."""

MOST_SIGNS = 2_000
"""How often one of the signs below may stand in a text."""

SIGNS = ("<", "](", "[^", "]:", "```", "~~~", "$$", "!!!", "???")

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue010-\ue01f\ufffe\uffff]")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")


def plain(text: str) -> str:
    """A text with one kind of line ends and none of the characters that rendering uses for itself."""
    return _FORBIDDEN.sub(
        "\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    )


def beyond(text: str, file: str, first_line: int) -> Iterator[Finding]:
    """What makes a text unfit for rendering; nothing, if it can be rendered."""
    if len(text) > LONGEST_TEXT:
        yield found("text-too-large", file, first_line, size=len(text), limit=LONGEST_TEXT)
        return
    for number, line in enumerate(text.split("\n"), start=first_line):
        if len(line) > LONGEST_LINE:
            yield found("line-too-long", file, number, length=len(line), limit=LONGEST_LINE)
        elif nesting(line) > DEEPEST_NESTING:
            yield found("text-too-deep", file, number, limit=DEEPEST_NESTING)
    yield from _long_paragraphs(text, file, first_line)
    for sign in SIGNS:
        if text.count(sign) > MOST_SIGNS:
            yield found("too-many-signs", file, first_line, sign=sign, limit=MOST_SIGNS)


def _long_paragraphs(text: str, file: str, first_line: int) -> Iterator[Finding]:
    start = 0
    for end in [*(match.start() for match in _BLANK_LINE.finditer(text)), len(text)]:
        if end - start > LONGEST_PARAGRAPH:
            line = first_line + text.count("\n", 0, start) + (1 if start else 0)
            yield found("paragraph-too-long", file, line, length=end - start, limit=LONGEST_PARAGRAPH)
        start = end
