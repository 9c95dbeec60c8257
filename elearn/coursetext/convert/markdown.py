"""Questions to the course text of a quiz or a bank, and back by the parser that the platform has."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from elearn.coursetext.convert.question import SourceOption, SourceQuestion
from elearn.coursetext.convert.settle import settled
from elearn.coursetext.parse.drafts import Draft, OptionDraft, Passage, joined
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.questions import read_question
from elearn.coursetext.parse.source import clean
from elearn.coursetext.parse.textfile import read_text_file
from elearn.domain.course import BLANK, QuestionKind, Range


def write_file(questions: Iterable[SourceQuestion], title: str = "", *, quiz: bool = False) -> str:
    """The text of a bank, or of a quiz, with these questions in order."""
    return file_of(map(write_question, questions), title, quiz=quiz)


def file_of(texts: Iterable[str], title: str = "", *, quiz: bool = False) -> str:
    """The same from the texts of questions."""
    front = ["kind: quiz"] if quiz else []
    if words := " ".join(clean(title).split()):
        front.insert(0, f"title: {json.dumps(words, ensure_ascii=False)}")
    head = "\n".join(["---", *front, "---", ""]) if front else ""
    return "\n".join([head, *texts]).lstrip("\n")


def write_question(question: SourceQuestion) -> str:
    """A question as it stands in a file; what would mean something else in its texts is escaped."""
    return write_settled(settled(question))


def write_settled(question: SourceQuestion) -> str:
    """The same for a question that is settled already."""
    head, _, body = _with_blanks(question.stem, question.blanks).partition("\n\n")
    heading = " ".join(part for part in ("## ?", head, _attributes(question)) if part)
    quoted = "\n".join(_explained(question.explanation))
    return "\n\n".join(part for part in (heading, body, "\n".join(_answers(question)), quoted) if part) + "\n"


def _with_blanks(stem: str, blanks: tuple[tuple[str, ...], ...]) -> str:
    for number, accepted in enumerate(blanks, start=1):
        stem = stem.replace(BLANK.format(number), f"[[{'|'.join(accepted)}]]")
    return stem


def _attributes(question: SourceQuestion) -> str:
    right = sum(option.correct for option in question.options)
    words = [
        f"#{question.id}" if question.id else "",
        ".multiple" if question.kind is QuestionKind.MULTIPLE and right < 2 else "",
        ".fixed-order" if question.fixed_order else "",
        f"points={question.points}" if question.points > 1 else "",
    ]
    said = " ".join(word for word in words if word)
    return f"{{{said}}}" if said else ""


def _answers(question: SourceQuestion) -> Iterator[str]:
    for option in question.options:
        yield f"- [{'x' if option.correct else ' '}] {option.text}{' {.last}' if option.last else ''}"
        yield from _quoted(option.feedback, "  > ")
    for text in question.accepted:
        yield f"- = {text}"
    for each in question.ranges:
        yield f"- = {written_range(each)}"
    for left, right in question.pairs:
        yield f"- {left} -> {right}"
    for number, item in enumerate(question.items, start=1):
        yield f"{number}. {item}"


def _explained(text: str) -> Iterator[str]:
    """An explanation; one that begins with code needs a line of the quotation before it."""
    if text.lstrip(" \t>").startswith(("```", "~~~")):
        yield ">"
    yield from _quoted(text, "> ")


def _quoted(text: str, sign: str) -> Iterator[str]:
    if text:
        for line in text.split("\n"):
            yield f"{sign}{line}" if line else sign.rstrip()


def written_range(numbers: Range) -> str:
    """One number, or the ends of a range, the Indonesian way."""
    if numbers.low == numbers.high:
        return written_number(numbers.low)
    return f"{written_number(numbers.low)}..{written_number(numbers.high)}"


def written_number(number: Decimal) -> str:
    """A number with a comma before its decimals, and nothing between thousands."""
    return format(number, "f").replace(".", ",")


def read_questions(path: str, data: bytes, kind: FileKind | None = FileKind.BANK) -> tuple[SourceQuestion, ...]:
    """The questions of a file as it stands, however much is wrong with it; without a kind it is a unit's."""
    text = read_text_file(path, data, kind)
    drafts = (read_question(path, block)[0] for block in text.structure.questions)
    return tuple(of_draft(draft) for draft in drafts if draft.kind)


def of_draft(draft: Draft) -> SourceQuestion:
    """A question as written to a question as text."""
    heading = " ".join(draft.heading.text.split())
    return SourceQuestion(
        kind=draft.kind or QuestionKind.SHORT,
        stem="\n\n".join(part for part in (heading, _text(draft.stem)) if part),
        id=draft.id if draft.has_own_id else "",
        points=draft.points,
        options=tuple(_option(option) for option in draft.options),
        accepted=draft.accepted,
        ranges=draft.ranges,
        pairs=tuple((pair.left.text, pair.right.text) for pair in draft.pairs),
        items=tuple(joined(step) for step in draft.steps),
        blanks=draft.blanks,
        explanation=_text(draft.explanation),
        fixed_order=draft.fixed_order,
    )


def _option(option: OptionDraft) -> SourceOption:
    return SourceOption(joined(option.text), option.correct, _text(option.feedback), option.last)


def _text(passage: Passage) -> str:
    return "\n".join("" if line.blank else line.text for line in passage).strip("\n")
