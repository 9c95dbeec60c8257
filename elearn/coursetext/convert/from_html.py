"""A tree of HTML to Markdown, as far as the format goes; the rest is said, and its text kept."""

import re
from collections.abc import Callable, Sequence
from urllib.parse import quote

from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.plain import escaped_signs, escaped_start
from elearn.coursetext.convert.raw_html import raw
from elearn.coursetext.convert.tex import with_formulas
from elearn.coursetext.render.allowed import names
from elearn.coursetext.render.boxes import KINDS

DROPPED = names(
    "script style head title object iframe audio video embed svg form input select textarea button canvas hr"
)
_AS_TYPED = names("sub sup u s del ins mark small kbd samp var cite q dfn")
_OTHER_NAMES = {"strike": "s", "tt": "code", "b": "strong", "i": "em", "big": "strong"}
_SIGNS = {"strong": "**", "em": "*"}
BLOCKS = names(
    "p div section article figure figcaption ul ol table pre blockquote h1 h2 h3 h4 h5 h6 dl details center address "
    "body html"
)
_LINES = names("li tr")
_TRANSPARENT = (
    names("span font a abbr label acronym td th tbody thead tfoot caption dt dd")
    | _LINES
    | (BLOCKS - names("ul ol table pre blockquote dl details"))
    | {""}
)
_MERGING = {"ul": "- ", "blockquote": ">"}
"""Blocks that Markdown would make one of when they follow each other, by how they begin."""

_RAW = frozenset({"dl", "details"})
_NUMBERED = re.compile(r"\d+\. ")
_HOLES = re.compile("[\ue000-\uf8ff]")
"""Stand where answers were cut out of a text."""

_BOXES = {kind: word for word, kind in reversed(KINDS.items())}
"""What a box of a class is called."""


class HtmlReader:
    """Writes Markdown for pieces of one file. With `formulas`, TeX as other platforms write it is a formula."""

    def __init__(self, outcome: Outcome, *, formulas: bool = False) -> None:
        self._outcome = outcome
        self._formulas = formulas
        self._quoted = False

    def quoted(self, node: Node) -> str:
        """The same as `block` for an explanation or feedback, in which a numbered list can't be an answer."""
        self._quoted = True
        try:
            return self.block(node)
        finally:
            self._quoted = False

    def block(self, node: Node) -> str:
        """What stands inside an element as paragraphs, lists, tables and code."""
        parts: list[str] = []
        run: list[Node | str] = []
        for child in _opened(node.children):
            if isinstance(child, Node) and child.tag in BLOCKS:
                parts += [self._paragraph(run), self._block(child)]
                run = []
                parts = [part for part in parts if part]
                if len(parts) > 1 and _merges(parts[-2], child.tag):
                    parts[-1] = raw(child, self._outcome)
            else:
                run.append(child)
        return "\n\n".join(part for part in (*parts, self._paragraph(run)) if part)

    def line(self, node: Node) -> str:
        """What stands inside an element as one line, whatever it holds."""
        text = self._inline(node.children)
        return escaped_start(_trimmed(text))

    def _paragraph(self, run: Sequence[Node | str]) -> str:
        return escaped_start(_trimmed(self._inline(run)))

    def _block(self, node: Node) -> str:
        if self._outcome.ours and "admonition" in node.get("class").split():
            return self._box(node)
        if self._outcome.ours and node.tag == "details" and (summary := node.first("summary")):
            inside = [child for child in node.children if child is not summary]
            if all(child.tag in BLOCKS if isinstance(child, Node) else not child.strip() for child in inside):
                return self._boxed("???", summary, Node("", {}, node.line, inside))
        if node.tag in _RAW:
            return raw(node, self._outcome)
        return _BLOCK_WRITERS.get(node.tag, HtmlReader.block)(self, node)

    def _box(self, node: Node) -> str:
        """A box that was exported here."""
        title = next((each for each in node.elements("p") if each.get("class") == "admonition-title"), None)
        kind = _BOXES.get(node.get("class").split()[-1], "note")
        rest = [child for child in node.children if child is not title]
        return self._boxed(f"!!! {kind}", title or Node("p"), Node("", {}, node.line, rest))

    def _boxed(self, sign: str, title: Node, inside: Node) -> str:
        head = f'{sign} "{_trimmed(self._inline(title.children))}"'
        lines = self.block(inside).split("\n")
        return "\n".join([head, *(f"    {line}".rstrip() for line in lines)]).rstrip()

    def _numbers(self, node: Node) -> str:
        """A numbered list; one without blanks would be the answers of a question that it stands in."""
        items = list(node.elements("li"))
        plain = not any(child.tag in BLOCKS for item in items for child in item.elements())
        start = node.get("start") or "1"
        if not items or not plain or not start.isdecimal() or not (self._quoted or _HOLES.search(node.text())):
            return raw(node, self._outcome)
        return "\n".join(f"{at}. {self.line(item) or '&nbsp;'}" for at, item in enumerate(items, start=int(start)))

    def _bullets(self, node: Node) -> str:
        items = list(node.elements("li"))
        if any(child.tag in BLOCKS for item in items for child in item.elements()):
            return raw(node, self._outcome)
        return "\n".join(f"- {_listed(self.line(item))}" for item in items)

    def _table(self, node: Node) -> str:
        rows = [list(row.elements("td", "th")) for row in node.within("tr")]
        width = len(rows[0]) if rows else 0
        plain = all(len(row) == width and not any(_odd(cell) for cell in row) for row in rows)
        if not rows or not width or not plain or any(cell.tag != "th" for cell in rows[0]) or node.first("caption"):
            return raw(node, self._outcome)
        lines = [f"| {' | '.join(self.line(cell) for cell in row)} |" for row in rows]
        return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _code(self, node: Node) -> str:
        text = node.text().strip("\n")
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
        return f"{fence}\n{text}\n{fence}" if text.strip() else ""

    def _quotation(self, node: Node) -> str:
        return "\n".join(f"> {line}".rstrip() for line in self.block(node).split("\n"))

    def _heading(self, node: Node) -> str:
        return self._paragraph([Node("strong", {}, node.line, node.children)])

    def _inline(self, children: Sequence[Node | str]) -> str:
        text = ""
        for child in _code_joined(children):
            piece = self._text(child) if isinstance(child, str) else self._element(child, text)
            if piece.startswith("[") and text.endswith("!"):
                text = f"{text[:-1]}\\!"
            text += piece
        return text

    def _text(self, text: str) -> str:
        text = re.sub(r"\s+", " ", text)
        return with_formulas(text) if self._formulas else escaped_signs(text)

    def _element(self, node: Node, before: str) -> str:
        tag = _OTHER_NAMES.get(node.tag, node.tag)
        if tag in _INLINE_WRITERS:
            return _INLINE_WRITERS[tag](self, node)
        if tag in DROPPED:
            self._outcome.say("import-dropped", node.line, what=f"<{node.tag}>")
            return ""
        if tag in _SIGNS:
            return self._emphasis(tag, self._inline(node.children), before)
        inner = self._inline(node.children)
        if tag in _AS_TYPED:
            return f"<{tag}>{inner}</{tag}>" if inner else ""
        if tag not in _TRANSPARENT:
            self._outcome.say("import-element", node.line, what=f"<{node.tag}>")
        return f"<br>{_trimmed(inner)}<br>" if tag in BLOCKS | _LINES else inner

    def _emphasis(self, tag: str, inner: str, before: str) -> str:
        bare = inner.strip()
        if not bare:
            return inner
        start, end = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        sign = _SIGNS[tag]
        if "*" in bare or "<" in bare or (not start and before.endswith("*")):
            return f"{start}<{tag}>{bare}</{tag}>{end}"
        return f"{start}{sign}{bare}{sign}{end}"

    def _inline_code(self, node: Node) -> str:
        text = " ".join(node.text().split())
        if not text:
            return ""
        sign = "`" * max([0, *(len(run) for run in re.findall("`+", text))]) + "`"
        return f"{sign} {text} {sign}" if "`" in text else f"`{text}`"

    def _link(self, node: Node) -> str:
        inner = self._inline(node.children)
        address = node.get("href").strip()
        if not inner or not address:
            return inner
        address = self._outcome.address(address, node.line)
        if not address:
            return inner
        return f"[{inner}]({quote(address, safe='%/:=&?~#+!$,;@-._')})"

    def _image(self, node: Node) -> str:
        source = node.get("src").strip()
        alternative = escaped_signs(" ".join(node.get("alt").split()))
        if re.match(r"[a-z]+:|//", source, re.IGNORECASE):
            self._outcome.say("import-dropped", node.line, what=f"<img src={source}>")
            return alternative
        decorative = "{.decorative}" if "alt" in node.attributes and not alternative else ""
        return f"![{alternative}]({self._outcome.picture(source, node.line)}){decorative}"

    def _formula(self, node: Node) -> str:
        tex = node.get("alttext").strip()
        if tex and "$" not in tex and "\n" not in tex:
            return f"$${tex}$$" if node.get("display") == "block" else f"${tex}$"
        self._outcome.say("import-element", node.line, what="<math>")
        return self._text(node.text())

    def _line_end(self, _node: Node) -> str:
        return "<br>"


_INLINE_WRITERS: dict[str, Callable[[HtmlReader, Node], str]] = {
    "code": HtmlReader._inline_code,
    "a": HtmlReader._link,
    "img": HtmlReader._image,
    "math": HtmlReader._formula,
    "br": HtmlReader._line_end,
}
_BLOCK_WRITERS: dict[str, Callable[[HtmlReader, Node], str]] = {
    "ul": HtmlReader._bullets,
    "ol": HtmlReader._numbers,
    "table": HtmlReader._table,
    "pre": HtmlReader._code,
    "blockquote": HtmlReader._quotation,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), HtmlReader._heading),
}


def _merges(before: str, tag: str) -> bool:
    """Whether Markdown would make one of a block and an element of this name after it; lists go on inside boxes."""
    if tag in {"ul", "ol"} and before.startswith(("!!!", "???")):
        return True
    if tag == "ol":
        return _NUMBERED.match(before) is not None
    return tag in _MERGING and before.startswith(_MERGING[tag])


def _opened(children: Sequence[Node | str]) -> list[Node | str]:
    """Children, those of a `span` or `a` with blocks inside as if it weren't there."""
    opened: list[Node | str] = []
    for child in children:
        inside = isinstance(child, Node) and child.tag not in BLOCKS and any(child.within(*BLOCKS))
        if isinstance(child, Node) and inside and child.tag in _TRANSPARENT:
            opened += _opened(child.children)
        else:
            opened.append(child)
    return opened


def _code_joined(children: Sequence[Node | str]) -> list[Node | str]:
    """Children, pieces of code that follow each other as one: their signs would run into each other."""
    joined: list[Node | str] = []
    for child in children:
        last = joined[-1] if joined else ""
        if isinstance(child, Node) and isinstance(last, Node) and child.tag == last.tag == "code":
            joined[-1] = Node("code", {}, last.line, [*last.children, *child.children])
        else:
            joined.append(child)
    return joined


def _trimmed(text: str) -> str:
    """A line without ends of lines and spaces around it, and never two ends at once."""
    text = re.sub(r"(?: *<br> *)+", "<br>", text).strip()
    return re.sub(r" +", " ", re.sub(r"^<br>|<br>$", "", text).strip())


def _listed(text: str) -> str:
    """A list item that is no answer: without an arrow, a sign of equality at its beginning."""
    text = text.replace("→", "&rarr;")
    return f"&#61;{text[1:]}" if text.startswith("=") else text or "&nbsp;"


def _odd(cell: Node) -> bool:
    return bool(
        {"colspan", "rowspan"} & set(cell.attributes)
        or any(child.tag in BLOCKS for child in cell.elements())
        or any("|" in code.text() for code in cell.within("code"))
    )
