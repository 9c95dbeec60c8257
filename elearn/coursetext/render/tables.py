"""Tables: each in a region that can be scrolled by keyboard on a narrow screen, named by its columns."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape

LONGEST_LABEL = 100

_BLANK = re.compile("\ue000[0-9]+\ue001")


@dataclass
class _Open:
    html_start: int
    columns: list[str] = field(default_factory=list)
    header_start: int = 0


class Tables:
    """Wraps the tables of a text while it is walked through."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._open: list[_Open] = []
        self._labels: Counter[str] = Counter()

    def start(self, html: list[str]) -> None:
        """A table begins; its region waits for the names of the columns."""
        self._open.append(_Open(len(html)))
        html.append("")

    def start_cell(self, tag: str, text: list[str]) -> None:
        """A cell begins; the text of a header cell is remembered from here."""
        if tag == "th" and self._open:
            self._open[-1].header_start = len(text)

    def end_header(self, text: list[str]) -> None:
        """A header cell ends."""
        if self._open:
            name = _BLANK.sub("", "".join(text[self._open[-1].header_start :]))
            self._open[-1].columns.append(" ".join(name.split()))

    def end(self, html: list[str]) -> None:
        """A table ends, and its region with it."""
        table = self._open.pop()
        label = self._label(", ".join(name for name in table.columns if name))
        html[table.html_start] = f'<div class="table-wrap" tabindex="0" role="region" aria-label="{escape(label)}">'
        html.append("</div>")

    def _label(self, columns: str) -> str:
        """A name that no other table of this text has."""
        label = f"{self._word}: {columns[:LONGEST_LABEL]}" if columns else self._word
        self._labels[label] += 1
        return label if self._labels[label] == 1 else f"{label} ({self._labels[label]})"
