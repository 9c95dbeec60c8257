"""Texts of other platforms by the format that they say they have: `html`, `markdown`, `plain`, or Moodle's own."""

from elearn.coursetext.convert import tex
from elearn.coursetext.convert.from_html import BLOCKS, HtmlReader
from elearn.coursetext.convert.html import looks_like_html, read_html
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.plain import escaped, one_line, paragraphs

FORMATS = ("html", "markdown", "plain", "moodle")
"""Moodle's own, `moodle`, is text that may hold HTML and whose line ends count; its `plain_text` is our `plain`."""


class TextReader:
    """Turns the texts of one file into Markdown."""

    def __init__(self, outcome: Outcome) -> None:
        self._html = HtmlReader(outcome, formulas=True)

    def block(self, text: str, shape: str, line: int) -> str:
        """A text of any number of paragraphs."""
        if shape == "markdown":
            return text
        if shape == "plain":
            return paragraphs(text)
        if shape == "moodle" and not looks_like_html(text):
            return tex.paragraphs(text)
        return self._html.block(read_html(_with_ends(text) if shape == "moodle" else text, line))

    def line(self, text: str, shape: str, line: int) -> str:
        """A text on one line."""
        if shape == "markdown":
            return one_line(text)
        if shape == "plain":
            return escaped(text)
        if shape == "moodle" and not looks_like_html(text):
            return tex.line(text)
        return self._html.line(read_html(text, line))


def _with_ends(text: str) -> str:
    """In Moodle's own format a line's end is one, unless elements make the paragraphs."""
    text = text.strip()
    tags = text.casefold()
    return text if any(f"<{tag}" in tags for tag in BLOCKS | {"br"}) else text.replace("\n", "<br>")
