"""HTML as other platforms store it to a tree of elements, however careless it is."""

import re
from html.parser import HTMLParser

from elearn.coursetext.convert.nodes import Node

DEEPEST = 50

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_CLOSED_BY = {
    "li": frozenset({"li"}),
    "p": frozenset({"p", "ul", "ol", "table", "div", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
}
_ANY_TAG = re.compile(
    r"</?(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|<!--", re.IGNORECASE
)


class _Builder(HTMLParser):
    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Node("", {}, line)
        self._open = [self.top]
        self._first = line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CLOSED_BY.get(self._open[-1].tag, ()):
            self._open.pop()
        line = self._first + self.getpos()[0] - 1
        node = Node(tag, {name: value or "" for name, value in attrs}, line)
        self._open[-1].children.append(node)
        if tag not in VOID and len(self._open) < DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def read_html(text: str, line: int = 1) -> Node:
    """A nameless element with what a piece of HTML holds; any text gives one. `line` is where it begins."""
    builder = _Builder(line)
    builder.feed(text)
    builder.close()
    return builder.top


def looks_like_html(text: str) -> bool:
    """Whether a text holds tags or character references."""
    return _ANY_TAG.search(text) is not None
