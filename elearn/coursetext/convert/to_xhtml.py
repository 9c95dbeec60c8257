"""Markdown to the XHTML that QTI takes, rendered as learners see it."""

from collections.abc import Mapping
from html import escape

from elearn.coursetext.convert.html import read_html
from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.media.inspect import MediaFile, inspect
from elearn.coursetext.render.allowed import MATH_TAGS, names
from elearn.coursetext.render.context import Context, Place, Rendered
from elearn.coursetext.render.text import render, render_inline

TAGS = names(
    "p div span blockquote br cite code dfn em kbd pre q samp strong var dl dd dt ol ul li small sub sup caption table "
    "tbody tfoot thead tr th td img a"
)
"""What QTI takes of HTML. Other elements become a `span` or a `div` of their name as its class."""

AS_CLASS = names("u s del ins mark details summary figure figcaption abbr")
_BLOCKS = names("details summary figure figcaption")
_KEPT = {"a": ("href",), "img": ("src", "alt"), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan", "scope")}
_MATHML = "http://www.w3.org/1998/Math/MathML"


class XhtmlWriter:
    """Writes the texts of one file. `used` collects the pictures that they show, by path in the course."""

    def __init__(self, file: str, media: Mapping[str, bytes]) -> None:
        inspected = {path: inspect("pelatihan", path, data) for path, data in media.items()}
        known = {path: each for path, each in inspected.items() if isinstance(each, MediaFile)}
        self.used: dict[str, None] = {}
        self._file = file
        self._paths = {each.address: path for path, each in known.items()}
        self._context = Context("pelatihan", {}, known, frozenset(media), "soal-")

    def block(self, text: str) -> str:
        """Paragraphs and all else."""
        return self._written(render(text, Place(self._file, 1), self._context)) if text else ""

    def line(self, text: str) -> str:
        """The words of one paragraph."""
        return self._written(render_inline(text, Place(self._file, 1), self._context))

    def _written(self, rendered: Rendered) -> str:
        return "".join(self._node(child) for child in read_html(rendered.html).children)

    def _node(self, node: Node | str) -> str:
        if isinstance(node, str):
            return escape(node, quote=False)
        inner = "".join(self._node(child) for child in node.children)
        if node.tag in MATH_TAGS:
            return self._math(node, inner)
        classes = node.get("class").split()
        if "table-wrap" in classes or (
            node.tag == "a" and not node.get("href").startswith(("http", "mailto:", "tel:"))
        ):
            return inner
        tag = node.tag
        if tag not in TAGS:
            classes, tag = [tag], "div" if tag in _BLOCKS else "span"
        start = f"{tag}{self._attributes(node, [name for name in classes if name != 'external'])}"
        return f"<{start}/>" if tag in {"br", "img"} else f"<{start}>{inner}</{tag}>"

    def _attributes(self, node: Node, classes: list[str]) -> str:
        values = {name: node.get(name) for name in _KEPT.get(node.tag, ()) if name in node.attributes}
        if node.tag == "img" and (path := self._paths.get(values.get("src", ""))):
            self.used[path] = None
            values["src"] = f"../{path}"
        if classes:
            values["class"] = " ".join(classes)
        return "".join(f' {name}="{escape(value)}"' for name, value in values.items())

    def _math(self, node: Node, inner: str) -> str:
        space = f' xmlns="{_MATHML}"' if node.tag == "math" else ""
        said = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items() if name != "class")
        return f"<{node.tag}{space}{said}>{inner}</{node.tag}>"
