"""A question's texts so that nothing in them is read as the question's own structure.

What would begin another question, an answer, a blank, an attribute or a rule is escaped, and shows the same. A settled
question comes back from course text as it went in.
"""

import re
from dataclasses import replace

from elearn.coursetext.convert.plain import one_line
from elearn.coursetext.convert.question import SourceOption, SourceQuestion
from elearn.coursetext.parse.accepted import number_range
from elearn.coursetext.parse.attributes import is_id
from elearn.coursetext.parse.blocks import Mark, arrow, item_at, read_blocks
from elearn.coursetext.parse.questions import is_answer
from elearn.coursetext.parse.source import Line, clean
from elearn.coursetext.parse.structure import begins_piece
from elearn.coursetext.parse.verbatim import fences, hide_code
from elearn.domain.course import BLANK, QuestionKind

LEAD = "Perhatikan hal berikut."
"""Stands as the heading of a question whose text begins with a list, a table or a picture instead of a sentence."""

_MARK = re.compile("\ue000([0-9]{1,3})\ue001")
_LINE_END = re.compile(r"\r\n|\r|\n")
_DOUBLE = re.compile(r"\[\[+|\]\]+")
_ATTRIBUTES = re.compile(r"(?:^|(?<=\s))\{:?[^{}]*[^{}\s][^{}]*\}$")
_BACKTICK = re.compile(r"(?<!\\)`")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))#+$")
_BLOCK_START = re.compile(
    r"[ \t]*(?:>|\||```|~~~|[-*+][ \t]|\d{1,9}[.)][ \t]|<(?:ul|ol|table|pre|div|dl|blockquote)\b)"
)


def settled(question: SourceQuestion) -> SourceQuestion:
    """The question with settled texts; settling twice changes nothing."""
    question = _as_number(question)
    with_blanks = question.kind is QuestionKind.BLANKS
    return replace(
        question,
        stem=settled_stem(question.stem, with_blanks),
        id=question.id if is_id(question.id) else "",
        points=min(max(question.points, 1), 100),
        options=tuple(_option(option) for option in question.options),
        accepted=tuple(dict.fromkeys(one_line(text) for text in question.accepted)),
        ranges=tuple(dict.fromkeys(question.ranges)),
        pairs=tuple(_pair(left, right) for left, right in question.pairs),
        items=tuple(_line(item) for item in question.items),
        blanks=tuple(tuple(dict.fromkeys(one_line(text) for text in blank)) for blank in question.blanks),
        explanation=settled_block(question.explanation),
    )


def _as_number(question: SourceQuestion) -> SourceQuestion:
    """Where every accepted text is a number, numbers are asked for."""
    ranges = tuple(number_range(one_line(text)) for text in question.accepted)
    if question.kind is not QuestionKind.SHORT or not ranges or None in ranges:
        return question
    numbers = tuple(each for each in ranges if each)
    return replace(question, kind=QuestionKind.NUMBER, accepted=(), ranges=numbers)


def _line(text: str) -> str:
    """One line without blanks in it."""
    return _without_doubles(one_line(text))


def _without_doubles(text: str) -> str:
    """`[[` and `]]` outside code with backslashes, so that they begin and end no blank."""
    if "[[" not in text and "]]" not in text:
        return text
    visible = hide_code(text)
    pieces, position = [], 0
    for found in _DOUBLE.finditer(visible):
        pieces += [text[position : found.start()], *(f"\\{sign}" for sign in found[0])]
        position = found.end()
    return "".join([*pieces, text[position:]])


def _option(option: SourceOption) -> SourceOption:
    return SourceOption(
        _without_attributes(_line(option.text)), option.correct, settled_block(option.feedback), option.last
    )


def _without_attributes(text: str) -> str:
    attributes = _ATTRIBUTES.search(text)
    return f"{text[: attributes.start()]}\\{text[attributes.start() :]}" if attributes else text


def _pair(left: str, right: str) -> tuple[str, str]:
    """Both sides of a pair; a backtick of the left that the right would answer is escaped, or the arrow were code."""
    left, right = _left(left), _line(right)
    if arrow(f"{left} -> {right}") is None:
        left = _BACKTICK.sub(r"\\`", left)
    return left, right


def _left(text: str) -> str:
    """The left side of a pair: without an arrow, and beginning with nothing that makes it another kind of answer."""
    text = _line(text)
    while sign := arrow(text):
        head = "&rarr;" if sign[0] == "→" else f"{sign[0][:-1]}\\>"
        text = f"{text[: sign.start()]}{head}{text[sign.end() :]}"
    item = item_at(Line(1, f"- {text} -> x"))
    if item is None or item.mark is Mark.PAIR or not text:
        return text
    return f"&#61;{text[1:]}" if text.startswith("=") else f"\\{text}"


def settled_stem(text: str, with_blanks: bool = False) -> str:
    """A stem: its first line a heading, the rest settled below an empty line."""
    text = _kept(text, with_blanks).strip("\n")
    head, _, body = text.partition("\n\n") if not _BLOCK_START.match(text) else (LEAD, "", text)
    if "\n" in head:
        head, _, more = head.partition("\n")
        body = f"{more}\n\n{body}"
    return "\n\n".join(part for part in (_heading(head), _body(body, with_blanks)) if part)


def _kept(text: str, with_blanks: bool) -> str:
    """Clean lines, with the marks of blanks where there are any."""
    lines = []
    for line in _LINE_END.split(text):
        pieces = _MARK.split(line)
        if not with_blanks:
            pieces[1::2] = [""] * len(pieces[1::2])
        kept = [clean(piece) if place % 2 == 0 else BLANK.format(piece) for place, piece in enumerate(pieces)]
        joined = "".join(kept) if with_blanks else clean("".join(pieces))
        lines.append(joined if joined.strip() else "")
    return "\n".join(lines)


def _heading(text: str) -> str:
    text = _without_attributes(_without_doubles(" ".join(text.split())))
    if hashes := _CLOSING_HASHES.search(text):
        text = f"{text[: hashes.end() - 1]}\\#"
    return text


def settled_block(text: str) -> str:
    """Paragraphs, lists and code as they may stand in a quotation: an explanation or feedback."""
    if not text:
        return ""
    lines = _closed(_kept(text, with_blanks=False).split("\n"))
    inside = _inside(lines)
    settled_lines = [line if code else _without_doubles(line) for line, code in zip(lines, inside, strict=True)]
    return _edged("\n".join(settled_lines))


def _edged(text: str) -> str:
    """Without empty lines and spaces at the ends, but for the indentation of a block of code."""
    text = text.rstrip().lstrip("\n")
    bare = text.lstrip(" ")
    return bare if len(text) - len(bare) < 4 else text


def _body(text: str, with_blanks: bool) -> str:
    if not text:
        return ""
    lines = _closed(text.split("\n"))
    inside = _inside(lines)
    lines = [line if code else _prose(line) for line, code in zip(lines, inside, strict=True)]
    lines = _without_answers(lines, inside)
    if with_blanks:
        lines = _without_last_quotation(lines, inside)
    return "\n".join(lines).rstrip().lstrip("\n")


def _prose(line: str) -> str:
    """A line of the stem that begins no heading, rule or definition."""
    line = _without_doubles(line)
    return f"\\{line}" if begins_piece(line) else line


def _inside(lines: list[str]) -> tuple[bool, ...]:
    return fences(_numbered(lines)).inside if _has_fence(lines) else (False,) * len(lines)


def _has_fence(lines: list[str]) -> bool:
    return any("```" in line or "~~~" in line for line in lines)


def _numbered(lines: list[str]) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(lines))


def _closed(lines: list[str]) -> list[str]:
    """Lines without a fence that is never closed: such a one would swallow what follows the question."""
    while _has_fence(lines) and (unclosed := fences(_numbered(lines)).unclosed):
        lines = [*lines]
        bare = unclosed.text.lstrip(" \t>")
        start = unclosed.text[: len(unclosed.text) - len(bare)]
        lines[unclosed.number] = f"{start}\\{bare}"
    return lines


def _without_answers(lines: list[str], inside: tuple[bool, ...]) -> list[str]:
    """Lines with no list that would be taken for the question's answers."""
    while True:
        shown = [_MARK.sub("[[x]]", line) for line in lines]
        blocks = read_blocks(_numbered(shown), inside)
        wrong = [item.whole.number for block in blocks if is_answer(block) for item in block.items]
        if not wrong:
            return lines
        lines = [_no_item(line) if place in set(wrong) else line for place, line in enumerate(lines)]


def _no_item(line: str) -> str:
    bare = line.lstrip()
    indent = line[: len(line) - len(bare)]
    if number := re.match(r"(\d+)([.)])", bare):
        sign = "\\." if number[2] == "." else "&#41;"
        return f"{indent}{number[1]}{sign}{bare[number.end() :]}"
    return f"{indent}\\{bare}"


def _without_last_quotation(lines: list[str], inside: tuple[bool, ...]) -> list[str]:
    """A quotation without blanks at a stem's end would be taken for the explanation."""
    while lines:
        blocks = [block for block in read_blocks(_numbered(lines), inside) if not block.blank]
        if not blocks or not blocks[-1].quote or any(_MARK.search(line.text) for line in blocks[-1].lines):
            break
        first = blocks[-1].lines[0]
        bare = first.text.lstrip()
        lines = [f"\\{bare}" if place == first.number else line for place, line in enumerate(lines)]
    return lines
