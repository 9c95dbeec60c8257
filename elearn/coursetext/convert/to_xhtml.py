"""Markdown to the XHTML that QTI takes, rendered as learners see it."""

import posixpath
import re
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from elearn.coursetext.convert.html import read_html
from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.media.inspect import MediaFile, inspect
from elearn.coursetext.render.allowed import MATH_TAGS, names
from elearn.coursetext.render.context import ANCHOR_PREFIX, Context, Place, Rendered
from elearn.coursetext.render.text import render, render_inline

TAGS = names(
    "p div span blockquote br cite code dfn em kbd pre q samp strong var dl dd dt ol ul li small sub sup caption table "
    "tbody tfoot thead tr th td img a"
)
"""What QTI takes of HTML. Other elements become a `span` or a `div` of their name as its class."""

STARTS = "start-"
"""Begins the class that says with which number a list begins, which QTI has no attribute for."""

AS_CLASS = names("u s del ins mark details summary figure figcaption abbr")
_BLOCKS = names("details summary figure figcaption")
_KEPT = {"a": ("href",), "img": ("src", "alt"), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan", "scope")}
_MATHML = "http://www.w3.org/1998/Math/MathML"
_ELSEWHERE = ("http", "mailto:", "tel:")
_LESSON = re.compile(r"[^:]+\.md(?:#.*)?")


class _Lessons(dict[str, str]):
    """Every file of Markdown, by the path that leads there: a question keeps its links wherever it goes."""

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and path.endswith(".md")

    def __missing__(self, path: str) -> str:
        return quote(path, safe="/")


class XhtmlWriter:
    """Writes the texts of one file.

    `used` collects the pictures and files that they show, by path in the course, `lost` the words of links that lead
    nowhere from there.
    """

    def __init__(self, file: str, media: Mapping[str, bytes]) -> None:
        inspected = {path: inspect("pelatihan", path, data) for path, data in media.items()}
        known = {path: each for path, each in inspected.items() if isinstance(each, MediaFile)}
        self.used: dict[str, None] = {}
        self.lost: list[str] = []
        self._place = Place(posixpath.basename(file), 1)
        self._paths = {each.address: path for path, each in known.items()}
        beside = {path: posixpath.relpath(path, posixpath.dirname(file)) for path in media}
        shown = {beside[path]: each for path, each in known.items()}
        self._context = Context("pelatihan", _Lessons(), shown, frozenset(beside.values()), "soal-")

    def block(self, text: str) -> str:
        """Paragraphs and all else."""
        return self._written(render(text, self._place, self._context)) if text else ""

    def line(self, text: str) -> str:
        """The words of one paragraph."""
        return self._written(render_inline(text, self._place, self._context))

    def _written(self, rendered: Rendered) -> str:
        return "".join(self._node(child) for child in read_html(rendered.html).children)

    def _node(self, node: Node | str) -> str:
        if isinstance(node, str):
            return escape(node, quote=False)
        inner = "".join(self._node(child) for child in node.children)
        if node.tag in MATH_TAGS:
            return self._math(node, inner)
        classes = node.get("class").split()
        if "table-wrap" in classes or (node.tag == "a" and not self._leads(node)):
            return inner
        if node.tag == "ol" and node.get("start"):
            classes.append(f"{STARTS}{node.get('start')}")
        tag = node.tag
        if tag not in TAGS:
            classes, tag = [tag], "div" if tag in _BLOCKS else "span"
        start = f"{tag}{self._attributes(node, [name for name in classes if name != 'external'])}"
        return f"<{start}/>" if tag in {"br", "img"} else f"<{start}>{inner}</{tag}>"

    def _leads(self, node: Node) -> bool:
        """Whether a link still leads somewhere; the words of one that doesn't are kept and said."""
        address, classes = node.get("href"), node.get("class")
        if address in self._paths and "download" not in classes:
            return True
        if address.startswith(_ELSEWHERE) or _LESSON.fullmatch(address):
            return True
        if "download" not in classes and "footnote" not in classes:
            self.lost.append(" ".join(node.text().split()))
        return False

    def _attributes(self, node: Node, classes: list[str]) -> str:
        values = {name: node.get(name) for name in _KEPT.get(node.tag, ()) if name in node.attributes}
        for name in {"src", "href"} & values.keys():
            if path := self._paths.get(values[name]):
                self.used[path] = None
                values[name] = f"../{path}"
            elif name == "href" and _LESSON.fullmatch(values[name]):
                values[name] = values[name].replace(f"#{ANCHOR_PREFIX}", "#")
        if classes:
            values["class"] = " ".join(classes)
        return "".join(f' {name}="{escape(value)}"' for name, value in values.items())

    def _math(self, node: Node, inner: str) -> str:
        space = f' xmlns="{_MATHML}"' if node.tag == "math" else ""
        said = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items() if name != "class")
        return f"<{node.tag}{space}{said}>{inner}</{node.tag}>"
