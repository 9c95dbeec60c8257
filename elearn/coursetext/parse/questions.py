"""One question's lines to a draft: what is stem, answer block and explanation, and what is wrong with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.answer_key import with_key
from elearn.coursetext.parse.attributes import STEM_FLAGS, Attributes, cut_attributes
from elearn.coursetext.parse.blanks import BlanksRead, has_blank, take_blanks, without_blanks
from elearn.coursetext.parse.blocks import Block, Mark, read_blocks, unquote
from elearn.coursetext.parse.drafts import Draft, Passage
from elearn.coursetext.parse.source import Line
from elearn.coursetext.parse.structure import QuestionBlock, without_closing_hashes
from elearn.coursetext.slugs import slug_of_stem
from elearn.domain.course import QuestionKind


@dataclass(slots=True)
class _Parts:
    """A question's blocks by what they are for."""

    stem: list[Block] = field(default_factory=list)
    answer: Block | None = None
    explanation: list[Block] = field(default_factory=list)


def heading_of(file: str, block: QuestionBlock) -> tuple[Line, Attributes]:
    """A question's heading without attributes and closing `#`, and its attributes."""
    heading, attributes = cut_attributes(file, block.heading, STEM_FLAGS)
    return heading.saying(without_closing_hashes(heading.text)), attributes


def id_from_stem(heading: Line) -> str:
    """The identity of a question that has no `#id`: the slug of its stem, without what its blanks accept."""
    return slug_of_stem(without_blanks(heading)) or "soal"


def read_question(file: str, block: QuestionBlock) -> tuple[Draft, tuple[Finding, ...]]:
    """The draft of one question and what is wrong with it; a draft with errors is as complete as can be."""
    heading, attributes = heading_of(file, block)
    findings = list(attributes.findings)
    parts = _sort(file, read_blocks(block.lines, block.in_code), findings)
    blanks = BlanksRead()
    title, stem = _take_blanks(file, heading, block, parts, blanks)
    draft = Draft(
        whole=block.whole,
        heading=title,
        id=attributes.id or id_from_stem(heading),
        has_own_id=bool(attributes.id),
        kind=QuestionKind.BLANKS if blanks.accepted else None,
        stem=stem,
        points=attributes.points,
        fixed_order="fixed-order" in attributes.flags,
        blanks=tuple(blanks.accepted),
        explanation=_quoted(parts.explanation),
    )
    if parts.answer:
        draft = with_key(file, draft, parts.answer, "multiple" in attributes.flags, findings)
    findings += _misfits(file, draft, parts, blanks, attributes)
    return draft, (*findings, *blanks.findings)


def _take_blanks(
    file: str, heading: Line, block: QuestionBlock, parts: _Parts, blanks: BlanksRead
) -> tuple[Line, Passage]:
    """Heading and stem with marks for their blanks."""
    code = {line.number for line, inside in zip(block.lines, block.in_code, strict=True) if inside}
    body = tuple(line for part in parts.stem for line in part.lines)
    title = take_blanks(file, (heading,), (False,), blanks)[0]
    return title, take_blanks(file, body, tuple(line.number in code for line in body), blanks)


def _misfits(file: str, draft: Draft, parts: _Parts, blanks: BlanksRead, attributes: Attributes) -> Iterator[Finding]:
    """What is wrong with the question as a whole."""
    line = draft.whole.number
    if not draft.heading.text.strip():
        yield found("empty-stem", file, line)
    if parts.answer and blanks.first:
        yield found("two-answer-blocks", file, blanks.first.number, blanks.first.column)
    if draft.kind is None and not blanks.findings:
        yield found("no-key", file, line)
    if attributes.flags and draft.kind and not draft.is_choice:
        yield found("useless-attribute", file, line, attribute=", ".join(f".{flag}" for flag in attributes.flags))


def _sort(file: str, blocks: Sequence[Block], findings: list[Finding]) -> _Parts:
    """Tell stem, answer block and explanation apart."""
    parts = _Parts()
    for block in blocks:
        if parts.answer is None:
            if is_answer(block):
                parts.answer = block
            else:
                parts.stem.append(block)
        elif block.quote:
            parts.explanation.append(block)
        elif not block.blank:
            code = "two-answer-blocks" if is_answer(block) else "text-after-answers"
            first = next(line for line in block.lines if not line.blank)
            findings.append(found(code, file, first.number))
    if parts.answer is None:
        _move_explanation(parts)
    return parts


def is_answer(block: Block) -> bool:
    """A list of choices, answers, pairs or steps is an answer block; one with blanks in it is text to fill in."""
    if block.mark in (None, Mark.PLAIN):
        return False
    return block.mark in (Mark.CHOICE, Mark.ACCEPTED) or not any(map(has_blank, block.lines))


def _move_explanation(parts: _Parts) -> None:
    """Where blanks in the stem are the answer, the quotations at its end are the explanation."""
    while parts.stem and (parts.stem[-1].blank or parts.stem[-1].quote):
        block = parts.stem[-1]
        if block.quote and any(map(has_blank, block.lines)):
            break
        parts.stem.pop()
        if block.quote:
            parts.explanation.insert(0, block)


def _quoted(blocks: Sequence[Block]) -> Passage:
    """The lines of quotations without their signs, a blank line between one quotation and the next."""
    lines: list[Line] = []
    for block in blocks:
        if lines:
            lines.append(block.lines[0].saying(""))
        lines += [unquote(line) for line in block.lines]
    return tuple(lines)
