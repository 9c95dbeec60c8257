"""Blanks in a stem: `[[25]]` or `[[25|dua puluh lima]]` outside code."""

from dataclasses import dataclass, field

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.drafts import Passage
from elearn.coursetext.parse.source import Line
from elearn.coursetext.parse.verbatim import hide_code
from elearn.domain.answers import plain_text
from elearn.domain.course import BLANK


@dataclass(slots=True)
class BlanksRead:
    """What reading a stem found: accepted texts blank by blank, and what is wrong."""

    accepted: list[tuple[str, ...]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    first: Line | None = None


def has_blank(line: Line) -> bool:
    """Whether a blank, whole or not, stands on a line outside code."""
    return "[[" in line.text and "[[" in hide_code(line.text)


def take_blanks(file: str, passage: Passage, in_code: tuple[bool, ...], read: BlanksRead) -> Passage:
    """The passage with a mark in place of each blank; `read` takes what the blanks accept."""
    return tuple(
        line if inside else _take_from(file, line, read) for line, inside in zip(passage, in_code, strict=True)
    )


def _take_from(file: str, line: Line, read: BlanksRead) -> Line:
    if "[[" not in line.text and "]]" not in line.text:
        return line
    visible = hide_code(line.text)
    pieces: list[str] = []
    position = 0
    while (start := visible.find("[[", position)) >= 0:
        end = visible.find("]]", start)
        again = visible.find("[[", start + 2)
        if end < 0 or start < again < end:
            break
        read.first = read.first or line.cut(start)
        read.accepted.append(_accepted(file, line.cut(start), line.text[start + 2 : end], read))
        pieces += [line.text[position:start], BLANK.format(len(read.accepted))]
        position = end + 2
    rest = visible[position:]
    if "[[" in rest or "]]" in rest:
        odd = position + min(place for place in (rest.find("[["), rest.find("]]")) if place >= 0)
        read.findings.append(found("unbalanced-blank", file, line.number, line.column + odd))
    return line.saying("".join([*pieces, line.text[position:]]))


def _accepted(file: str, place: Line, inner: str, read: BlanksRead) -> tuple[str, ...]:
    texts = tuple(" ".join(text.split()) for text in inner.replace("\\|", "|").split("|"))
    if not all(plain_text(text) for text in texts):
        read.findings.append(found("empty-blank", file, place.number, place.column))
    return texts


def without_blanks(line: Line) -> str:
    """The text of a line with a space in place of each blank, so that no name made of it tells an answer."""
    read = BlanksRead()
    text = _take_from("", line, read).text
    for number in range(1, len(read.accepted) + 1):
        text = text.replace(BLANK.format(number), " ", 1)
    return text
