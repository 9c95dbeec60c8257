"""Findings about one text, each at the place that must change."""

from elearn.coursetext.findings import MESSAGES, Finding
from elearn.coursetext.render.marks import Mark, MarkedText

Spot = tuple[int, int]
"""Line and column in the trainer's file."""


class Report:
    """Collects what is found while a text is rendered."""

    def __init__(self, source: MarkedText, file: str) -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._file = file

    def at(self, spot: Spot, code: str, **values: object) -> None:
        """Something is wrong at a place."""
        self.findings.append(Finding(MESSAGES[code].level, code, self._file, *spot, values))

    def refuse(self, what: str, needle: str = "") -> None:
        """Something is left out that has no mark; it stands where `needle` was typed, else itself."""
        self.at(self._source.seek(needle or what), "forbidden-html", what=what)

    def spot(self, offset: int | None, needle: str) -> Spot:
        """The place of an offset of the source; without one, of the next words like these."""
        return self._source.seek(needle) if offset is None else self._source.place(offset)

    def spot_of(self, mark: Mark | None, typed: str) -> Spot:
        """The place of a mark; without one, of what was typed there."""
        return self.spot(mark.offset if mark else None, typed)
