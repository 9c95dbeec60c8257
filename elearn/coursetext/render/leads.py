"""Where a text leads, and what it shows: its links, pictures, audio and video."""

import posixpath
from html import escape

from elearn.coursetext.render.addresses import Target, follow, picture
from elearn.coursetext.render.context import Context, Place
from elearn.coursetext.render.figures import figure
from elearn.coursetext.render.marks import Mark
from elearn.coursetext.render.report import Report

Attributes = dict[str, str]


class Leads:
    """Follows the addresses of a text while it is walked through."""

    def __init__(self, place: Place, context: Context, report: Report) -> None:
        self.linked: list[str] = []
        self.media_used: list[str] = []
        self.seconds = 0
        self._directory = posixpath.dirname(place.file)
        self._context = context
        self._report = report
        self._anchors: list[tuple[str, str, Mark | None]] = []

    def link(self, typed: str, mark: Mark | None) -> Attributes:
        """The attributes of a link; none, if it leads nowhere."""
        target = follow(typed, self._directory, self._context)
        self._note(target, typed, mark)
        if target.address.startswith("#"):
            self._anchors.append((target.address[1:], typed, mark))
        if target.external:
            return {"href": target.address, "rel": "noopener noreferrer", "class": "external"}
        return {"href": target.address} if target.address else {}

    def image(self, attributes: Attributes, mark: Mark | None) -> tuple[str, str]:
        """The HTML of a picture, audio or video, and what it says to those who don't see it."""
        typed = attributes.get("src", "")
        classes = attributes.get("class", "").split()
        decorative = "decorative" in classes
        alternative = "" if decorative else " ".join(attributes.get("alt", "").split())
        if not alternative and not decorative:
            self._report.at(self._report.spot_of(mark, typed), "missing-alt")
        target = picture(typed, self._directory, self._context)
        self._note(target, typed, mark)
        if target.media is None:
            return escape(alternative), alternative
        self.seconds += target.media.seconds
        dressed = " ".join(name for name in classes if name != "decorative")
        title = attributes.get("title", "")
        return figure(target.media, alternative, title, dressed, self._context.language), alternative

    def check_anchors(self, ids: set[str]) -> None:
        """Say which links lead to a heading that the text doesn't have."""
        for anchor, typed, mark in self._anchors:
            if anchor not in ids:
                self._report.at(self._report.spot_of(mark, typed), "broken-anchor", target=typed)

    def _note(self, target: Target, typed: str, mark: Mark | None) -> None:
        if target.problem:
            self._report.at(self._report.spot_of(mark, typed), target.problem, target=typed)
        if target.unit:
            self.linked.append(target.unit)
        if target.media:
            self.media_used.append(target.media.path)
