"""The text of a file in its pieces: prose with the places of its questions, each question's lines, definitions.

A question is a heading that begins with `?` outside code; it runs to the next heading or `---`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.source import Line
from elearn.coursetext.parse.verbatim import fences, hide_code
from elearn.domain.course import BLANK

MOST_QUESTIONS = 1_000
"""Questions of one file."""

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*)|[ \t]*$)")
_INDENTED_HEADING = re.compile(r"(?:[ ]{1,3}|[ ]{0,3}>[ >]*)#{1,6}[ ]*\?")
_QUESTION = re.compile(r"#{1,6}[ \t]*\?[ \t]*")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})[ \t]*$")
_DEFINITION = re.compile(r"(?:\[\^[^\]]{1,100}\]:|\*\[[^\]]{1,100}\]:|[ ]{0,3}\[[^\]^][^\]]{0,100}\]:[ \t]*\S)")


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """A question as it stands in a file: its heading from after the `?`, the whole heading line, and what follows."""

    heading: Line
    whole: Line
    lines: tuple[Line, ...]
    in_code: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that asks nothing."""

    level: int
    text: Line
    followed_by_answers: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """A text in its pieces. `prose` holds a mark, `BLANK.format(n)`, where the n-th question stands.

    `definitions` are the lines of link targets, abbreviations and footnotes, which hold for the whole file.
    """

    prose: tuple[Line, ...]
    questions: tuple[QuestionBlock, ...]
    headings: tuple[Heading, ...]
    definitions: tuple[tuple[Line, ...], ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Pieces:
    prose: list[Line]
    questions: list[tuple[Line, list[tuple[Line, bool]]]]
    headings: list[Heading]
    definitions: list[tuple[Line, ...]]
    findings: list[Finding]
    in_question: bool = False


def read_structure(file: str, lines: Sequence[Line]) -> Structure:
    """Take a text apart. Every line of it ends up in exactly one piece."""
    code = fences(lines)
    pieces = _Pieces([], [], [], [], [])
    if code.unclosed:
        pieces.findings.append(found("unclosed-fence", file, code.unclosed.number))
    place = 0
    while place < len(lines) and len(pieces.questions) <= MOST_QUESTIONS:
        if code.inside[place]:
            _take_words(pieces, lines[place], inside=True)
            place += 1
        else:
            place = _take(file, pieces, lines, place)
    if len(pieces.questions) > MOST_QUESTIONS:
        last = pieces.questions.pop()[0]
        pieces.findings.append(found("too-many-questions", file, last.number, limit=MOST_QUESTIONS))
    return _whole(pieces)


def begins_piece(text: str) -> bool:
    """Whether a line, outside code, begins a question, a heading or a definition, or is a rule that ends a question."""
    return any(pattern.match(text) for pattern in (_QUESTION, _HEADING, _RULE, _DEFINITION))


def _take(file: str, pieces: _Pieces, lines: Sequence[Line], place: int) -> int:
    """Put one line, or one definition, where it belongs; the place of the next."""
    line = lines[place]
    if _QUESTION.match(line.text):
        pieces.in_question = True
        pieces.questions.append((line, []))
        pieces.prose += _mark(line, len(pieces.questions))
    elif heading := _HEADING.match(line.text):
        pieces.in_question = False
        pieces.headings.append(_heading(heading, lines, place))
        pieces.prose.append(line)
    elif pieces.in_question and _RULE.match(line.text):
        pieces.in_question = False
    elif _DEFINITION.match(line.text):
        end = _end_of_definition(lines, place)
        pieces.definitions.append(tuple(lines[place:end]))
        pieces.prose += lines[place:end]
        return end
    else:
        if not pieces.in_question:
            pieces.findings += _doubts(file, lines, place)
        _take_words(pieces, line, inside=False)
    return place + 1


def _take_words(pieces: _Pieces, line: Line, inside: bool) -> None:
    if pieces.in_question:
        pieces.questions[-1][1].append((line, inside))
    else:
        pieces.prose.append(line)


def _whole(pieces: _Pieces) -> Structure:
    questions = tuple(_block(whole, body) for whole, body in pieces.questions)
    return Structure(
        tuple(pieces.prose),
        questions,
        tuple(pieces.headings),
        tuple(pieces.definitions),
        tuple(pieces.findings),
    )


def _block(whole: Line, body: Sequence[tuple[Line, bool]]) -> QuestionBlock:
    start = _QUESTION.match(whole.text)
    heading = whole.cut(start.end() if start else 0)
    return QuestionBlock(heading, whole, tuple(line for line, _ in body), tuple(inside for _, inside in body))


def _mark(line: Line, number: int) -> list[Line]:
    """A paragraph of its own that keeps a question's place while the prose around it is rendered as one text."""
    return [line.saying(""), line.saying(BLANK.format(number)), line.saying("")]


def _heading(match: re.Match[str], lines: Sequence[Line], place: int) -> Heading:
    text = lines[place].cut(len(match[1]))
    bare = text.cut(len(text.text) - len(text.text.lstrip()))
    bare = bare.saying(without_closing_hashes(bare.text))
    following = next((line.text for line in lines[place + 1 : place + 40] if not line.blank), "")
    answers = re.match(r"[-*+][ \t]+(?:\[[ xX]?\](?!\()|=(?!>))", following) is not None
    return Heading(len(match[1]), bare, answers)


def without_closing_hashes(text: str) -> str:
    """A heading's text without the `##` that may close it."""
    bare = text.rstrip()
    unclosed = bare.rstrip("#")
    return unclosed.rstrip() if unclosed != bare and (not unclosed or unclosed[-1] in " \t") else bare


def _end_of_definition(lines: Sequence[Line], start: int) -> int:
    """A footnote goes on over indented lines, with blank lines between them; other definitions have one line."""
    end = start + 1
    if not lines[start].text.startswith("[^"):
        return end
    for place in range(start + 1, len(lines)):
        if lines[place].text.startswith(("    ", "\t")):
            end = place + 1
        elif not lines[place].blank:
            break
    return end


def _doubts(file: str, lines: Sequence[Line], place: int) -> Iterator[Finding]:
    line = lines[place]
    if _INDENTED_HEADING.match(line.text):
        yield found("indented-question", file, line.number)
    above = lines[place - 1].text if place else ""
    if line.text.rstrip() == "---" and above.strip() and not _HEADING.match(above) and not _RULE.match(above):
        yield found("rule-makes-heading", file, line.number)
    if "[[" in line.text and "[[" in hide_code(line.text):
        yield found("blank-outside-question", file, line.number, hide_code(line.text).index("[[") + 1)
