"""Where a page's title comes from: front matter, else the first `#` heading, else the name of the file."""

from dataclasses import dataclass

from elearn.coursetext.build.passages import Desk
from elearn.coursetext.findings import Finding, found, has_errors
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.source import Line
from elearn.coursetext.parse.structure import Heading
from elearn.coursetext.parse.textfile import TextFile
from elearn.coursetext.slugs import title_of_key


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and the text below it, without the heading that repeats it."""

    title: str
    prose: tuple[Line, ...]
    findings: tuple[Finding, ...]


def titled(text: TextFile, key: str, desk: Desk) -> Titled:
    """Part a file's title from its text. `key` names it when it has no title of its own."""
    written = text.front.text("title")
    tops = [heading for heading in text.structure.headings if heading.level == 1]
    own = tops[0] if tops and (not written or _leads(text, tops[0])) else None
    shown = " ".join(desk.line((own.text,), "").text.split()) if own else ""
    findings = []
    if own and written and shown != written:
        findings.append(found("two-titles", text.path, own.text.number, title=written))
    if not written and not shown and text.kind in (FileKind.LESSON, FileKind.QUIZ) and not has_errors(text.findings):
        findings.append(found("untitled", text.path, 1, title=title_of_key(key)))
    return Titled(written or shown or title_of_key(key), _without(text.structure.prose, own), tuple(findings))


def _leads(text: TextFile, heading: Heading) -> bool:
    first = next((line for line in text.structure.prose if not line.blank), None)
    return first is not None and first.number == heading.text.number


def _without(prose: tuple[Line, ...], heading: Heading | None) -> tuple[Line, ...]:
    if heading is None:
        return prose
    return tuple(line.saying("") if line.number == heading.text.number else line for line in prose)
