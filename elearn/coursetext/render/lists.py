"""Lists as trainers know them from other editors, made into lists as Python-Markdown wants them.

A list may follow its paragraph without a blank line; items inside items may be indented by two, three or four spaces;
code, formulas, headings and tables stand apart from the paragraph above them.
"""

import re

from markdown.preprocessors import Preprocessor

from elearn.coursetext.render.dialect import Dialect

TAB = 4
"""Python-Markdown's step of indentation."""

_ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +)(?=\S)")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_BOX_LINE = re.compile(r" *(?:!!!|\?\?\?)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
_BEGINS = re.compile(r" *\x02wzxhzdk:\d+\x03 *$| {0,3}#{1,6} ")
_ENDS = re.compile(r" *\x02wzxhzdk:\d+\x03 *| {0,3}#{1,6} .*| {0,3}(?:=+|-+) *")
_TABLE_LINE = re.compile(r" {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?")


def add_lists(markdown: Dialect) -> None:
    """Teach Markdown these lists."""
    markdown.preprocessors.register(_Lists(markdown), "lists", 21)


class _Lists(Preprocessor):
    """Separates lists from paragraphs and brings their indentation to steps of four."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with lists as Python-Markdown wants them."""
        walk = _Walk()
        for line in lines:
            walk.take(line)
        return walk.lines


class _Walk:
    """Goes through the lines, knowing the open items by the column where their text begins."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._columns: list[int] = []
        self._base = 0
        self._blank = True
        self._apart = False
        self._prefix = ""

    def take(self, line: str) -> None:
        """Put down one line, changed where it must be."""
        quote = _QUOTE.match(line)
        prefix, rest = (quote[0], line[quote.end() :]) if quote else ("", line)
        if prefix.rstrip() != self._prefix.rstrip():
            self._columns, self._blank = [], True
        self._prefix = prefix
        if not rest.strip():
            self._blank = True
            self.lines.append(line)
            return
        self._separate(prefix, rest)
        self._take(prefix, rest)
        self._blank = False
        self._apart = _ENDS.fullmatch(rest) is not None

    def _separate(self, prefix: str, rest: str) -> None:
        """Put the blank line that the trainer left out around code, formulas and headings, and above a table."""
        if not self._blank and (self._apart or _BEGINS.match(rest)):
            self.lines.append(prefix.rstrip())
            self._blank = True
        elif not self._columns and len(self.lines) > 1 and _TABLE_LINE.fullmatch(rest):
            above = self.lines[-2][len(prefix) :]
            if above.strip() and "|" not in above:
                self.lines.insert(-1, prefix.rstrip())

    def _take(self, prefix: str, rest: str) -> None:
        item = None if _RULE.fullmatch(rest) else _ITEM.match(rest)
        indent = len(rest) - len(rest.lstrip(" "))
        if item:
            self._item(prefix, rest, item)
        elif self._columns and self._blank:
            self._continue(prefix, rest, indent)
        else:
            self.lines.append(prefix + rest)

    def _item(self, prefix: str, rest: str, item: re.Match[str]) -> None:
        indent = len(item["indent"])
        if not self._columns and not self._opens(prefix, indent, item["marker"]):
            self.lines.append(prefix + rest)
            return
        while self._columns and indent < self._columns[-1]:
            self._columns.pop()
        column = self._base + TAB * len(self._columns)
        self._columns.append(item.end("gap") if len(item["gap"]) <= TAB else item.end("marker") + 1)
        marker = item["marker"].replace(")", ".")
        self.lines.append(f"{prefix}{' ' * column}{marker} {rest[item.end() :]}")

    def _opens(self, prefix: str, indent: int, marker: str) -> bool:
        """Whether an item begins a list here; if it stands right under a paragraph, it is separated from it."""
        self._base = indent - indent % TAB
        if self._blank:
            return True
        before = self.lines[-1][len(prefix) :]
        if _BOX_LINE.match(before):
            return True
        if marker[0].isdigit() and marker[:-1] != "1":
            return False
        self.lines.append(prefix.rstrip())
        return True

    def _continue(self, prefix: str, rest: str, indent: int) -> None:
        """A line after a blank one: part of the item whose text begins at or before its indentation."""
        while self._columns and indent < min(self._columns[-1], self._base + TAB * len(self._columns)):
            self._columns.pop()
        if not self._columns:
            self.lines.append(prefix + rest)
            return
        extra = max(0, indent - max(self._columns[-1], self._base + TAB * len(self._columns)))
        inner = extra if extra >= TAB else 0
        self.lines.append(f"{prefix}{' ' * (self._base + TAB * len(self._columns) + inner)}{rest.lstrip(' ')}")
