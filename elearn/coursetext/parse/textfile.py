"""A Markdown file of a course taken apart: front matter, prose, questions, and what is wrong so far."""

from dataclasses import dataclass

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.frontmatter import Front, read_front, split
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.marks import marks, placeholders
from elearn.coursetext.parse.source import read_source
from elearn.coursetext.parse.structure import Structure, read_structure


@dataclass(frozen=True, slots=True)
class TextFile:
    """A Markdown file of the course."""

    path: str
    kind: FileKind
    front: Front
    structure: Structure
    findings: tuple[Finding, ...]


def read_text_file(path: str, data: bytes, kind: FileKind | None = None) -> TextFile:
    """Take a file apart; without a kind it is a lesson or, by its front matter, a quiz."""
    source = read_source(path, data)
    front_lines, body, unclosed = split(source.lines)
    front = read_front(path, kind, front_lines or ())
    structure = read_structure(path, body)
    findings = [*source.findings, *front.findings, *structure.findings]
    if unclosed:
        findings.append(found("unclosed-front-matter", path, unclosed.number))
    findings += [found("two-versions", path, line.number) for line in marks(source.lines)]
    findings += [found("placeholder", path, line.number) for line in placeholders(source.lines)]
    return TextFile(path, front.kind, front, structure, tuple(findings))
