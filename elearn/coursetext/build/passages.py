"""Lines of a file to sanitised HTML, with every finding at its true place, and a record of what was used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from elearn.coursetext.findings import Finding
from elearn.coursetext.parse.drafts import Passage
from elearn.coursetext.parse.source import Line
from elearn.coursetext.render.context import Context, Heading, Place, Rendered
from elearn.coursetext.render.text import render, render_inline

MOST_DEFINITIONS = 100
"""Definitions of a file that its questions may use."""

_LABEL = re.compile(r"\[\^[^\]]+\]|\*?\[([^\]]+)\]")


@dataclass(slots=True)
class Desk:
    """Where the texts of one file are rendered; it collects what they say, show and lead to.

    `definitions` are the file's link targets, abbreviations and footnotes, which its questions may use too.
    """

    file: str
    context: Context
    definitions: tuple[Passage, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    media_used: set[str] = field(default_factory=set)

    def block(self, passage: Passage, prefix: str, *, with_definitions: bool = True) -> Rendered:
        """Paragraphs, lists and all else; `prefix` begins every id in it."""
        if with_definitions:
            passage = (*passage, *self._wanted(passage))
        rendered = render("\n".join(line.text for line in passage), Place(self.file, 1), self._context(prefix))
        return self._kept(rendered, passage)

    def line(self, passage: Passage, prefix: str) -> Rendered:
        """The words of one paragraph, without a paragraph around them."""
        text = "\n".join(line.text.strip() for line in passage)
        return self._kept(render_inline(text, Place(self.file, 1), self._context(prefix)), passage)

    def short(self, passage: Passage, prefix: str) -> Rendered:
        """One paragraph as one line, anything more as a block."""
        if any(line.blank or line.text[:1] in "-*+|>#`~:=0123456789 \t" for line in passage):
            return self.block(passage, prefix)
        return self.line(passage, prefix)

    def _context(self, prefix: str) -> Context:
        return replace(self.context, prefix=prefix)

    def _kept(self, rendered: Rendered, passage: Passage) -> Rendered:
        self.findings += [_at_true_place(finding, passage) for finding in rendered.findings]
        self.media_used.update(rendered.media_used)
        headings = tuple(Heading(level, text, _line(passage, at).number) for level, text, at in rendered.headings)
        return replace(rendered, headings=headings)

    def _wanted(self, passage: Passage) -> Iterator[Line]:
        text = "\n".join(line.text for line in passage).casefold()
        for definition in self.definitions[:MOST_DEFINITIONS]:
            label = _LABEL.search(definition[0].text)
            if label and (label[1] or label[0]).casefold() in text:
                yield definition[0].saying("")
                yield from definition


def _line(passage: Passage, number: int) -> Line:
    return passage[min(max(number, 1), len(passage)) - 1] if passage else Line(1, "")


def _at_true_place(finding: Finding, passage: Passage) -> Finding:
    line = _line(passage, finding.line)
    return replace(finding, line=line.number, column=line.column + finding.column - 1)
