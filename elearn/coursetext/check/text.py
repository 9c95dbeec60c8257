"""Checks of one text as it reads: a first heading that jumps, headings that should be questions."""

from collections.abc import Iterator

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.textfile import TextFile
from elearn.coursetext.render.context import Rendered


def check_text(text: TextFile) -> Iterator[Finding]:
    """What a proof-reader would ask about a unit's or a bank's file."""
    if text.kind in (FileKind.QUIZ, FileKind.BANK):
        yield from _forgotten_marks(text)


def _forgotten_marks(text: TextFile) -> Iterator[Finding]:
    """In a quiz a heading over answers, or one that asks, is most likely a question."""
    for heading in text.structure.headings:
        if heading.followed_by_answers or heading.text.text.rstrip().endswith("?"):
            yield found("looks-like-question", text.path, heading.text.number)


def check_first_heading(file: str, prose: Rendered) -> Iterator[Finding]:
    """The page's title is level 1, so the first heading below it is level 2."""
    if prose.headings and prose.headings[0].level > 2:
        heading = prose.headings[0]
        yield found("heading-jump", file, heading.line, before=1, level=heading.level, expected=2)
