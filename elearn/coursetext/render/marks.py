"""Marks: private characters that carry a place in the source, or something not to be read as HTML, through Markdown.

Markdown keeps no line numbers and reads any `<` as a tag. So, before it runs, every address and heading gets a mark
that remembers its line and column, and every `<` that isn't an allowed tag becomes one. After it has run, each mark is
taken out: in code it turns back into what was typed, elsewhere into what shall be shown.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from elearn.coursetext.render.signs import BRACKET, END_BRACKET, without_lonely_brackets
from elearn.coursetext.render.typed_html import Verdict, judge

LESS_THAN = "\ue012"
"""A `<` that begins no tag."""

NOTHING = "\ue014"
"""Stands before a `#` that begins a word, not a heading."""

MARK = re.compile("\ue010([0-9]+)\ue011")
_TORN = re.compile("\ue010?([0-9]*)\ue011|\ue010|[\x02\x03\ue012-\ue015]")
MOST_MARKS = 4_000
"""Beyond so many, an address is said to stand where its text begins; no honest text comes near."""

_TOKEN = re.compile(
    r"""
    (?P<escaped>\\<)
    | (?P<escape>\\\\)
    | (?P<target>\]\([ \t]*<? | ^[ ]{0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]*<?(?=\S))
    | (?P<heading>^[ >]*\#{1,6}[ \t]+)
    | (?P<hashtag>^[ >]*(?=\#+[^\#\s]))
    | (?P<angle><)
    """,
    re.VERBOSE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place, what was typed there (for code), what is shown there (for text), and what to say about it."""

    offset: int
    typed: str = ""
    shown: str = ""
    code: str = ""
    said: str = ""


@dataclass
class MarkedText:
    """A text with its marks, and where in its file each offset stands."""

    raw: str
    first_line: int
    marked: str = ""
    marks: list[Mark] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _searched: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.raw))]
        self.marked = self._marked()

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        row = bisect_right(self._starts, offset) - 1
        return self.first_line + row, offset - self._starts[row] + 1

    def seek(self, needle: str) -> tuple[int, int]:
        """Where the next occurrence of something stands that carries no mark; the text's beginning if nowhere."""
        start = self.raw.find(needle, self._searched.get(needle, 0)) if needle else -1
        if start < 0:
            return self.place(0)
        self._searched[needle] = start + 1
        return self.place(start)

    def typed(self, text: str) -> str:
        """A piece of marked text as it was typed."""
        return MARK.sub(lambda match: self._mark(match).typed, _as_typed(text))

    def split(self, text: str) -> tuple[str, list[Mark]]:
        """A piece of marked text as it is shown, and its marks."""
        marks = [self._mark(match) for match in MARK.finditer(text)]
        return MARK.sub(lambda match: self._mark(match).shown, _as_typed(text)), marks

    def mended(self, html: str) -> str:
        """HTML in which Markdown tore marks apart, as it does at nested half emphasis: what they stood for instead."""
        return _TORN.sub(self._mended, html)

    def _mended(self, match: re.Match[str]) -> str:
        number = match[1] or ""
        if len(number) > len(str(MOST_MARKS)) or not number or int(number) >= len(self.marks):
            return number
        return escape(self.marks[int(number)].shown, quote=True)

    def _mark(self, match: re.Match[str]) -> Mark:
        number = int(match[1])
        return self.marks[number] if number < len(self.marks) else Mark(0)

    def _marked(self) -> str:
        pieces, position = [], 0
        while match := _TOKEN.search(self.raw, position):
            pieces.append(self.raw[position : match.start()])
            piece, position = _HANDLERS[str(match.lastgroup)](self, match)
            pieces.append(piece)
        return without_lonely_brackets("".join([*pieces, self.raw[position:]]))

    def _add(self, mark: Mark) -> str:
        if len(self.marks) >= MOST_MARKS and not mark.typed:
            return ""
        self.marks.append(mark)
        return f"\ue010{len(self.marks) - 1}\ue011"

    def _escaped(self, match: re.Match[str]) -> tuple[str, int]:
        return self._add(Mark(match.start(), typed="\\<", shown="<")), match.end()

    def _escape(self, match: re.Match[str]) -> tuple[str, int]:
        return match[0], match.end()

    def _target(self, match: re.Match[str]) -> tuple[str, int]:
        return match[0] + self._add(Mark(match.end())), match.end()

    def _heading(self, match: re.Match[str]) -> tuple[str, int]:
        return match[0] + self._add(Mark(match.start() + match[0].index("#"), code="heading")), match.end()

    def _hashtag(self, match: re.Match[str]) -> tuple[str, int]:
        return f"{match[0]}{NOTHING}#", match.end() + 1

    def _angle(self, match: re.Match[str]) -> tuple[str, int]:
        verdict, end = judge(self.raw, match.start())
        if verdict is None:
            return LESS_THAN, match.end()
        if verdict.code:
            mark = Mark(match.start(), typed="<", shown="<", code=verdict.code, said=verdict.said)
            return self._add(mark), match.end()
        return self._tag(verdict, match.start()), end

    def _tag(self, verdict: Verdict, start: int) -> str:
        """An allowed tag as typed, with a mark in front of each address in it."""
        pieces, position = [], start
        for offset in verdict.addresses:
            pieces += [self.raw[position:offset], self._add(Mark(offset))]
            position = offset
        return "".join([*pieces, self.raw[position : verdict.end]])


def _as_typed(text: str) -> str:
    """The signs that were only hidden from Markdown, as they were."""
    return text.replace(LESS_THAN, "<").replace(BRACKET, "[").replace(END_BRACKET, "]").replace(NOTHING, "")


_HANDLERS: dict[str, Callable[[MarkedText, re.Match[str]], tuple[str, int]]] = {
    "escaped": MarkedText._escaped,
    "escape": MarkedText._escape,
    "target": MarkedText._target,
    "heading": MarkedText._heading,
    "hashtag": MarkedText._hashtag,
    "angle": MarkedText._angle,
}
