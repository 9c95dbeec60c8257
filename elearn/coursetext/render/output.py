"""One walk over what Markdown made: every address followed, every id made unique, every mark taken out.

It checks each element and attribute against the allow-list and says what it leaves out, so that the sanitisers after it
find nothing to drop in silence.
"""

import re
from collections.abc import Callable, Iterable
from html import escape
from html.parser import HTMLParser

from elearn.coursetext.render.allowed import CLASSES, MATH_TAGS, TAGS, VOID_TAGS, allows, names
from elearn.coursetext.render.context import Context, Place
from elearn.coursetext.render.labels import label
from elearn.coursetext.render.leads import Attributes, Leads
from elearn.coursetext.render.marks import Mark, MarkedText
from elearn.coursetext.render.outline import Ids, Outline
from elearn.coursetext.render.report import Report
from elearn.coursetext.render.tables import Tables

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CODE = frozenset({"code", "pre"})
SENTENCE = MATH_TAGS | names(
    "a abbr b cite code del dfn em i img ins kbd mark q s samp small span strong sub sup u var"
)
"""Elements that stand in a sentence: at others a word ends."""

IN_A_LINE = SENTENCE | {"p", "br", "audio", "video"}
"""What a single line may hold; its paragraphs become line breaks."""

BLANK_MARK = re.compile("\ue000[0-9]+\ue001")

DEEPEST = 100
"""Elements inside each other."""


class Output(HTMLParser):
    """Takes Markdown's HTML; afterwards holds the finished HTML and what was learnt from it."""

    def __init__(self, source: MarkedText, place: Place, context: Context, inline: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.html: list[str] = []
        self.text: list[str] = []
        self.blanks = 0
        self.report = Report(source, place.file)
        self.outline = Outline(Ids(context.prefix), self.report)
        self.leads = Leads(place, context, self.report)
        self._source = source
        self._inline = inline
        self._tags = IN_A_LINE if inline else TAGS | {"h1"}
        self._language = context.language
        self._tables = Tables(label("table", context.language))
        self._open: list[str] = []
        self._silent = ""

    def finish(self) -> None:
        """Read the last of it, and check what only the whole can tell."""
        self.close()
        for tag in reversed(self._open):
            self.report.at(self._source.seek(f"<{tag}"), "unbalanced-html", what=f"<{tag}>")
            self._close(tag)
        self.leads.check_anchors(self.outline.ids.taken)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element up, changed as its kind needs it."""
        attributes, mark = self._unmarked(attrs)
        if tag in _STARTS and tag in self._tags:
            _STARTS[tag](self, tag, attributes, mark)
        else:
            self._start(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and whatever was left open inside it."""
        if tag in VOID_TAGS or tag not in self._tags:
            return
        if tag not in self._open:
            self.report.at(self._source.seek(f"</{tag}"), "unbalanced-html", what=f"</{tag}>")
            return
        while self._close(self._open.pop()) != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take up text: in code as it was typed, elsewhere as it is shown."""
        if not CODE.isdisjoint(self._open):
            self._write(self._source.typed(data))
            return
        shown, marks = self._source.split(data)
        for mark in marks:
            if mark.code == "heading":
                self.outline.stands_at(mark.offset)
            elif mark.code:
                self.report.at(self._source.place(mark.offset), mark.code, what=mark.said, target=mark.said)
        self._write(shown)

    def handle_comment(self, data: str) -> None:
        """Leave a comment out, and say so."""
        self.report.refuse("<!--")

    def handle_decl(self, decl: str) -> None:
        """Leave a declaration out, and say so."""
        self.report.refuse("<!")

    def handle_pi(self, data: str) -> None:
        """Leave an instruction out, and say so."""
        self.report.refuse("<?")

    def unknown_decl(self, data: str) -> None:
        """Leave any other declaration out, and say so."""
        self.report.refuse("<![")

    def _unmarked(self, attrs: Iterable[tuple[str, str | None]]) -> tuple[Attributes, Mark | None]:
        attributes, place = {}, None
        for name, value in attrs:
            attributes[name], marks = self._source.split(value or "")
            place = marks[-1] if marks and name in {"href", "src"} else place
        return attributes, place

    def _write(self, text: str) -> None:
        self.html.append(escape(text, quote=False))
        if "math" not in self._open:
            self.text.append("" if self._silent else text)
            self.blanks += len(BLANK_MARK.findall(text))

    def _start(self, tag: str, attributes: Attributes) -> None:
        if tag not in self._tags:
            self.report.refuse(f"<{tag}>", f"<{tag}")
        elif len(self._open) >= DEEPEST:
            self.report.at(self._source.place(0), "text-too-deep", limit=DEEPEST)
        else:
            kept = {name: value for name, value in attributes.items() if self._keeps(tag, name, value)}
            typed = "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
            self.html.append(f"<{tag}{typed}>")
            self.text.append("" if tag in SENTENCE else " ")
            self._open += [] if tag in VOID_TAGS else [tag]

    def _keeps(self, tag: str, name: str, value: str) -> bool:
        kept = CLASSES.issuperset(value.split()) if name == "class" else allows(tag, name, value)
        if not kept:
            self.report.refuse(f'{name}="{value}"', name)
        return kept

    def _close(self, tag: str) -> str:
        if tag in HEADINGS:
            self.outline.end(self.html, self.text)
        elif not (self._inline and tag == "p"):
            self.html.append(f"</{tag}>")
        if tag == "table":
            self._tables.end(self.html)
        elif tag == "th":
            self._tables.end_header(self.text)
        self._silent = "" if tag == self._silent else self._silent
        self.text.append("" if tag in SENTENCE else " ")
        return tag

    def _paragraph(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        if self._inline:
            self.html.append("<br>" if self.html else "")
            self._open.append(tag)
        else:
            self._start(tag, attributes)

    def _div(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        if "admonition" in attributes.get("class", "").split():
            attributes["role"] = "note"
        self._start(tag, attributes)

    def _details(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        attributes.pop("class", None)
        self._start(tag, attributes)

    def _span(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        self._silent = self._silent or ("span" if attributes.get("role") == "img" else "")
        self._start(tag, attributes)

    def _pre(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        self._start(tag, attributes | {"class": "code", "tabindex": "0"})

    def _numbered(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        """A footnote or the number that refers to it."""
        if "id" in attributes:
            attributes["id"] = self.outline.ids.take(attributes["id"])
        self._start(tag, attributes)

    def _cell(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        side = attributes.pop("align", "left")
        if side in {"center", "right"}:
            attributes["class"] = f"{attributes.get('class', '')} {side}".strip()
        if tag == "th" and "thead" in self._open:
            attributes["scope"] = "col"
        self._start(tag, attributes)
        self._tables.start_cell(tag, self.text)

    def _table(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        self._tables.start(self.html)
        self._start(tag, attributes)

    def _math(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        self.text.append(attributes.get("alttext", ""))
        self._start(tag, attributes)

    def _header(self, tag: str, attributes: Attributes, _mark: Mark | None) -> None:
        self.outline.start(int(tag[1]), attributes.get("id", ""), self.html, self.text)
        self.text.append(" ")
        self._open.append(tag)

    def _image(self, _tag: str, attributes: Attributes, mark: Mark | None) -> None:
        html, alternative = self.leads.image(attributes, mark)
        self.html.append(html)
        self.text.append(alternative)

    def _link(self, tag: str, attributes: Attributes, mark: Mark | None) -> None:
        typed = attributes.pop("href", None)
        if attributes.get("class") in {"footnote-ref", "footnote-backref"}:
            self._footnote_link(typed or "", attributes)
        elif typed is not None:
            attributes |= self.leads.link(typed, mark)
        self._start(tag, attributes)

    def _footnote_link(self, typed: str, attributes: Attributes) -> None:
        """A number or an arrow: for the eye and the hand, no part of the text."""
        self._silent = "a"
        attributes["href"] = f"#{self.outline.ids.named(typed.removeprefix('#'))}"
        if number := attributes.pop("title", ""):
            attributes["aria-label"] = label("back", self._language).format(number)


_STARTS: dict[str, Callable[[Output, str, Attributes, Mark | None], None]] = {
    "a": Output._link,
    "img": Output._image,
    "div": Output._div,
    "details": Output._details,
    "pre": Output._pre,
    "span": Output._span,
    "li": Output._numbered,
    "sup": Output._numbered,
    "th": Output._cell,
    "td": Output._cell,
    "table": Output._table,
    "math": Output._math,
    "p": Output._paragraph,
    **dict.fromkeys(HEADINGS, Output._header),
}
