"""Bytes to lines: decoding, the characters that no text may hold, and the limits beyond which nothing is parsed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from elearn.coursetext.findings import Finding, found

LARGEST_TEXT = 1_000_000
"""Bytes of one Markdown file: some 150,000 words, far beyond any lesson."""

MOST_LINES = 20_000
"""Lines of one file: a bank of two thousand questions."""

LONGEST_LINE = 20_000
"""Characters of one line."""

DEEPEST_NESTING = 30
"""Levels of lists and quotations inside each other."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file without its ending; `number` and `column` say where its text begins in the file."""

    number: int
    text: str
    column: int = 1

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it to read."""
        return not self.text.strip()

    def cut(self, start: int) -> "Line":
        """The rest of the line from a position in its text."""
        return Line(self.number, self.text[start:], self.column + start)

    def saying(self, text: str) -> "Line":
        """The same place with another text."""
        return Line(self.number, text, self.column)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as lines. It has none when it can't be read as text; the findings say why."""

    file: str
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()


_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\ue01f\ufffe\uffff]"
)
"""Control characters, line separators, marks that turn the direction of writing, and rendering's own marks."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTAINER = re.compile(r"[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))")


def read_source(file: str, data: bytes) -> Source:
    """The lines of a file in UTF-8, with or without byte order mark, whatever its line ends."""
    if len(data) > LARGEST_TEXT:
        return Source(file, (), (found("text-too-large", file, size=len(data), limit=LARGEST_TEXT),))
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        return Source(file, (), (_bad_encoding(file, data, problem.start),))
    texts = _LINE_END.split(text)
    if len(texts) > MOST_LINES:
        return Source(file, (), (found("too-many-lines", file, MOST_LINES, limit=MOST_LINES),))
    lines = tuple(Line(number, line) for number, line in enumerate(texts, start=1))
    if beyond := tuple(_beyond_limits(file, lines)):
        return Source(file, (), beyond)
    return Source(file, tuple(line.saying(clean(line.text)) for line in lines), tuple(_odd_characters(file, lines)))


def _bad_encoding(file: str, data: bytes, start: int) -> Finding:
    before = _LINE_END.split(data[:start].decode("utf-8", "replace"))
    return found("bad-encoding", file, len(before), len(before[-1]) + 1)


def _beyond_limits(file: str, lines: tuple[Line, ...]) -> Iterator[Finding]:
    for line in lines:
        if len(line.text) > LONGEST_LINE:
            yield found("line-too-long", file, line.number, length=len(line.text), limit=LONGEST_LINE)
        elif nesting(line.text) > DEEPEST_NESTING:
            yield found("text-too-deep", file, line.number, limit=DEEPEST_NESTING)


def nesting(text: str) -> int:
    """How deep a line stands in lists and quotations, at most: markers at its beginning and steps of indentation."""
    start = depth = 0
    while marker := _CONTAINER.match(text, start):
        depth += 1
        start = marker.end()
    spaces = text[: len(text) - len(text.lstrip(" \t"))].expandtabs(4)
    return depth + len(spaces) // 4


def clean(text: str) -> str:
    """A text without the characters that no text may hold."""
    return _FORBIDDEN.sub("", text)


def _odd_characters(file: str, lines: tuple[Line, ...]) -> Iterator[Finding]:
    for line in lines:
        if odd := _FORBIDDEN.search(line.text):
            code = f"U+{ord(odd[0]):04X}"
            yield found("odd-character", file, line.number, odd.start() + 1, character=code)
