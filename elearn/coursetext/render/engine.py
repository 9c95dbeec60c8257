"""Markdown as trainers write it here: Python-Markdown with the platform's own rules, one instance a thread."""

from threading import local
from xml.etree.ElementTree import Element

from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension

from elearn.coursetext.render.allowed import TYPED_CLASSES
from elearn.coursetext.render.boxes import add_boxes
from elearn.coursetext.render.code import FENCES
from elearn.coursetext.render.dialect import Dialect
from elearn.coursetext.render.formulas import add_formulas
from elearn.coursetext.render.lists import add_lists
from elearn.coursetext.render.tasks import add_tasks

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_THREAD = local()


def for_blocks() -> Dialect:
    """This thread's Markdown for texts; making one takes longer than rendering a page."""
    if not hasattr(_THREAD, "blocks"):
        _THREAD.blocks = _blocks()
    made: Dialect = _THREAD.blocks
    return made


def for_a_line() -> Dialect:
    """This thread's Markdown for single lines."""
    if not hasattr(_THREAD, "line"):
        _THREAD.line = _line()
    made: Dialect = _THREAD.line
    return made


def forget() -> None:
    """Drop this thread's instances, after an error that may have left them half-way."""
    _THREAD.__dict__.clear()


def _blocks() -> Dialect:
    markdown = Dialect(
        extensions=[
            "abbr",
            "def_list",
            "sane_lists",
            "pymdownx.superfences",
            "pymdownx.details",
            TableExtension(use_align_attribute=True),
            FootnoteExtension(SEPARATOR="-", BACKLINK_TITLE="{}"),
        ],
        extension_configs={"pymdownx.superfences": FENCES},
    )
    _add_signs(markdown)
    add_formulas(markdown, inline=False)
    add_boxes(markdown)
    add_lists(markdown)
    add_tasks(markdown)
    return markdown


def _line() -> Dialect:
    """Only paragraphs: an option that begins with `17.` or `#` is no list and no heading."""
    markdown = Dialect()
    for name in ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference"):
        markdown.parser.blockprocessors.deregister(name)
    markdown.preprocessors.deregister("html_block")
    _add_signs(markdown)
    add_formulas(markdown, inline=True)
    return markdown


def _add_signs(markdown: Dialect) -> None:
    """`~~struck~~`, `{.class}`, and a backslash before the signs that mean something here."""
    markdown.ESCAPED_CHARS = [*markdown.ESCAPED_CHARS, "$", "~", "|"]
    if markdown.delimiters:
        markdown.delimiters.add("~", "del", double=True)
    markdown.treeprocessors.register(_Attributes(markdown), "attr_list", 8)


class _Attributes(AttrListTreeprocessor):
    """`{#id}` on headings and `{.class}` from the list; anything else is said to be forbidden, and dropped."""

    def __init__(self, markdown: Dialect) -> None:
        super().__init__(markdown)
        self._markdown = markdown

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Give an element the attributes that stand after it, as far as they are allowed."""
        attributes, remainder = get_attrs_and_remainder(attrs_string)
        if strict and remainder:
            return remainder
        for name, value in attributes:
            if name == "." and value in TYPED_CLASSES:
                elem.set("class", f"{elem.get('class', '')} {value}".strip())
            elif name == "id" and elem.tag in HEADINGS:
                elem.set("id", value or "")
            else:
                self._markdown.complain("forbidden-html", attrs_string, what=f"{{{attrs_string}}}")
        return remainder
