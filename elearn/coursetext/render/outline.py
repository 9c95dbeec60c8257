"""Headings and ids of a text: levels that don't jump, names that clash with nothing."""

from collections import Counter
from dataclasses import dataclass

from elearn.coursetext.render.context import Heading
from elearn.coursetext.render.report import Report
from elearn.coursetext.slugs import slugify


class Ids:
    """The ids of a text: each begins with the text's prefix and is given once."""

    def __init__(self, prefix: str) -> None:
        self.taken: set[str] = set()
        self._times: Counter[str] = Counter()
        self._prefix = prefix if "-" in prefix else f"{prefix or 't'}-"

    def named(self, name: str) -> str:
        """The id for a name as somebody typed it."""
        return f"{self._prefix}{slugify(name) or 'bagian'}"

    def take(self, name: str) -> str:
        """An id for a name that no other element of this text has."""
        wanted = unique = self.named(name)
        while unique in self.taken:
            self._times[wanted] += 1
            unique = f"{wanted}-{self._times[wanted] + 1}"
        self.taken.add(unique)
        return unique


@dataclass
class _Open:
    level: int
    id: str
    html_start: int
    text_start: int
    offset: int | None = None


class Outline:
    """Collects the headings while a text is walked through."""

    def __init__(self, ids: Ids, report: Report) -> None:
        self.ids = ids
        self.headings: list[Heading] = []
        self._report = report
        self._open: list[_Open] = []

    def start(self, level: int, id: str, html: list[str], text: list[str]) -> None:
        """A heading begins; its tag waits for its text."""
        self._open.append(_Open(level, id, len(html), len(text)))
        html.append("")

    def stands_at(self, offset: int) -> None:
        """The heading that is open stands at this offset of the source."""
        if self._open:
            self._open[-1].offset = offset

    def end(self, html: list[str], text: list[str]) -> None:
        """A heading ends: now it gets its tag and id, and its level is judged."""
        heading = self._open.pop()
        words = " ".join("".join(text[heading.text_start :]).split())
        level = max(2, heading.level)
        html[heading.html_start] = f'<h{level} id="{self.ids.take(heading.id or words)}">'
        html.append(f"</h{level}>")
        line = self._judge(heading, words)
        self.headings.append(Heading(level, words, line))

    def _judge(self, heading: _Open, words: str) -> int:
        """Say what is wrong with a heading's level; the answer is the line where it stands."""
        spot = self._report.spot(heading.offset, words)
        before = self.headings[-1].level if self.headings else heading.level
        if heading.level == 1:
            self._report.at(spot, "heading-top", heading=words)
        elif heading.level > before + 1:
            self._report.at(spot, "heading-jump", before=before, level=heading.level, expected=before + 1)
        return spot[0]
