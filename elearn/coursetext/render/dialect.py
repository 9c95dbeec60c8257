"""Markdown that knows the text it works on and collects what is wrong with it."""

from typing import Any, NamedTuple

from markdown import Markdown

from elearn.coursetext.render.marks import MarkedText


class Complaint(NamedTuple):
    """Something wrong that an extension met: a finding's code, the typed words to find it by, and its values."""

    code: str
    needle: str
    values: dict[str, object]


class Dialect(Markdown):
    """An instance of Markdown with the source that it renders at the moment.

    What its extensions can't know (addresses, ids, the allow-list) is settled afterwards, in `output.py`; what they
    notice is put down as a complaint.
    """

    def __init__(self, **settings: Any) -> None:
        self.source = MarkedText("", 1)
        self.complaints: list[Complaint] = []
        self.language = "id"
        super().__init__(output_format="html", **settings)

    def complain(self, code: str, needle: str, **values: object) -> None:
        """Put down that something is wrong where `needle`, as it stands in the marked text, was typed."""
        self.complaints.append(Complaint(code, self.source.typed(needle), values))

    def render(self, source: MarkedText, language: str) -> str:
        """The HTML of a marked text, not yet safe."""
        self.reset()
        self.source, self.complaints, self.language = source, [], language
        return self.convert(source.marked)
