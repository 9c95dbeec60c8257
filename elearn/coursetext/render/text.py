"""Text to HTML that runs nothing: the only way from what a trainer typed to a page."""

import re
from collections import Counter
from collections.abc import Iterator
from html import escape

from elearn.coursetext.findings import Finding, found, in_order
from elearn.coursetext.parse.source import DEEPEST_NESTING
from elearn.coursetext.render import engine
from elearn.coursetext.render.context import Context, Heading, Place, Rendered
from elearn.coursetext.render.dialect import Dialect
from elearn.coursetext.render.limits import beyond, plain
from elearn.coursetext.render.marks import MarkedText
from elearn.coursetext.render.output import BLANK_MARK, Output
from elearn.coursetext.render.sanitise import sanitise

__all__ = ["Context", "Heading", "Place", "Rendered", "render", "render_inline"]

_SIMPLE = re.compile(r"[^\\`*_{}\[\]<>&$~\n\r\x00-\x1f\x7f-\x9f\ud800-\udfff\ue010-\ue01f\ufffe\uffff]*")
_START = re.compile(r"<[a-z][a-z0-9]*")
_ATTRIBUTE = re.compile(r'\s([a-z-]+=)"')


def render(text: str, place: Place, context: Context) -> Rendered:
    """Render a text of any number of paragraphs. Total: any text gives HTML, at worst none and a finding."""
    return _rendered(text, place, context, inline=False)


def render_inline(text: str, place: Place, context: Context) -> Rendered:
    """Render one line without a paragraph around it: nothing in it is a list, a heading or a block."""
    if _SIMPLE.fullmatch(text):
        words = " ".join(text.split())
        return Rendered(escape(words, quote=False), words, len(words.split()), (), (), (), (), 0)
    return _rendered(text, place, context, inline=True)


def _rendered(text: str, place: Place, context: Context, inline: bool) -> Rendered:
    text = plain(text)
    if problems := tuple(beyond(text, place.file, place.line)):
        return _nothing(problems)
    source = MarkedText(text, place.line)
    output = Output(source, place, context, inline)
    try:
        markdown = engine.for_a_line() if inline else engine.for_blocks()
        output.feed(markdown.render(source, context.language))
        output.finish()
    except RecursionError:
        engine.forget()
        return _nothing((found("text-too-deep", place.file, place.line, limit=DEEPEST_NESTING),))
    return _finished(output, markdown, place)


def _nothing(findings: tuple[Finding, ...]) -> Rendered:
    return Rendered("", "", 0, (), findings, (), (), 0)


def _finished(output: Output, markdown: Dialect, place: Place) -> Rendered:
    html = markdown.source.mended("".join(output.html))
    safe = sanitise(html).strip()
    text = " ".join(markdown.source.mended("".join(output.text)).split())
    findings = [
        *output.report.findings,
        *_complaints(markdown, place),
        *_losses(html, safe, output.blanks, markdown.source, place),
    ]
    return Rendered(
        safe,
        text,
        len(BLANK_MARK.sub(" ", text).split()),
        tuple(output.outline.headings),
        in_order(findings),
        tuple(dict.fromkeys(output.leads.linked)),
        tuple(dict.fromkeys(output.leads.media_used)),
        output.leads.seconds,
    )


def _complaints(markdown: Dialect, place: Place) -> Iterator[Finding]:
    for complaint in markdown.complaints:
        line, column = markdown.source.seek(complaint.needle)
        yield found(complaint.code, place.file, line, column, **complaint.values)


def _losses(html: str, safe: str, blanks: int, source: MarkedText, place: Place) -> Iterator[Finding]:
    """What got lost after all: elements where HTML allows none, fields of a cloze where a page can't have one."""
    for pattern, code in ((_START, "misplaced-html"), (_ATTRIBUTE, "forbidden-html")):
        for lost in Counter(pattern.findall(html)) - Counter(pattern.findall(safe)):
            yield found(code, place.file, *source.seek(lost), what=lost)
    if blanks != len(BLANK_MARK.findall(source.raw)):
        yield found("misplaced-blank", place.file, *source.seek("\ue000"))
