"""Moodle's GIFT to questions."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from elearn.coursetext.convert.decode import lines_of
from elearn.coursetext.convert.formats import TextReader
from elearn.coursetext.convert.gift_parts import (
    Broken,
    Item,
    Parts,
    item,
    items,
    numbers,
    shaped,
    split_words,
    take_apart,
)
from elearn.coursetext.convert.gift_text import HOLE, ORDER, Chunk, chunks, show
from elearn.coursetext.convert.markdown import written_number
from elearn.coursetext.convert.options import distinct
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.question import Imported, SourceOption, SourceQuestion
from elearn.coursetext.convert.titles import identity
from elearn.coursetext.convert.weights import right_options, right_texts
from elearn.coursetext.levels import Words
from elearn.coursetext.parse.verbatim import hide_code
from elearn.domain.course import BLANK, QuestionKind

_TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#(.*))?$", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"(points|last)=(\d{1,3})")
SIGN_OF_HOLE = r"\_\_\_\_\_"


def read_gift(file: str, data: bytes) -> Imported:
    """The questions of a GIFT file, and what in it could not be converted. Total, and linear in its size."""
    outcome = Outcome(file)
    reader = _Reader(outcome)
    for chunk in chunks(lines_of(data, outcome)):
        try:
            reader.read(chunk)
        except Broken as broken:
            outcome.say("import-broken", chunk.line(max(broken.offset, 0)), what=broken.what)
    return outcome.imported("GIFT")


class _Reader:
    """Reads one chunk after the other into one outcome."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._texts = TextReader(outcome)

    def read(self, chunk: Chunk) -> None:
        parts = take_apart(chunk)
        if parts.answer is None:
            self._outcome.say("import-description", parts.line, text=" ".join(parts.stem.split()))
        elif not parts.answer.strip():
            self._outcome.say("import-kind", parts.line, kind=Words("esai", "essay"))
        elif question := self._question(chunk, parts, parts.answer):
            self._outcome.keep(self._attributed(question, chunk, parts), parts.line)

    def _question(self, chunk: Chunk, parts: Parts, answer: str) -> SourceQuestion | None:
        if truth := _TRUTH.match(answer):
            return self._truth(parts, truth)
        if answer.strip().startswith("#"):
            return self._number(chunk, parts, answer)
        found = self._answers(chunk, answer, parts.offset)
        if any(each.sign == "~" for each in found):
            return self._choice(parts, found)
        sides = [self._sides(parts, each) for each in found]
        if all(sides):
            return self._matching(parts, found, [side for side in sides if side])
        return self._short(parts, found)

    def _attributed(self, question: SourceQuestion, chunk: Chunk, parts: Parts) -> SourceQuestion:
        """With its stem, its explanation, its id, and what its tags say."""
        stem = self._texts.block(parts.stem, parts.shape, parts.line)
        stem = stem.replace(HOLE, BLANK.format(1) if question.blanks else SIGN_OF_HOLE)
        question = replace(
            question,
            stem=stem,
            id=identity(self._outcome, (chunk.id, parts.line), (parts.title, parts.line)),
            explanation=self._block(parts.general, parts.shape, parts.line),
            category=chunk.category,
        )
        for tag in chunk.tags:
            question = self._tagged(question, tag, parts.line)
        return question

    def _tagged(self, question: SourceQuestion, tag: str, line: int) -> SourceQuestion:
        if tag == ORDER and question.kind is QuestionKind.MATCHING:
            return self._ordered(question, line)
        if tag == "fixed-order":
            return replace(question, fixed_order=True)
        if not (said := _TAG.fullmatch(tag)):
            self._outcome.say("import-setting", line, what=f"tag {tag}")
            return question
        if said[1] == "points":
            return replace(question, points=int(said[2]))
        options = (replace(o, last=o.last or at == int(said[2])) for at, o in enumerate(question.options, start=1))
        return replace(question, options=tuple(options))

    def _ordered(self, question: SourceQuestion, line: int) -> SourceQuestion:
        """Items by the numbers that they are paired with."""
        places = {right: left for left, right in question.pairs}
        numbers = [str(place) for place in range(1, len(question.pairs) + 1)]
        if {*numbers} != places.keys():
            self._outcome.say("import-setting", line, what=f"tag {ORDER}")
            return question
        items = tuple(places[number] for number in numbers)
        return replace(question, kind=QuestionKind.ORDERING, pairs=(), items=items)

    def _truth(self, parts: Parts, truth: re.Match[str]) -> SourceQuestion:
        right = truth[1].upper().startswith("T")
        wrong_says, _, right_says = (truth[2] or "").partition("#")
        feedback = [self._block(show(text), parts.shape, parts.line) for text in (right_says, wrong_says)]
        options = (
            SourceOption("Benar", right, feedback[0 if right else 1]),
            SourceOption("Salah", not right, feedback[1 if right else 0]),
        )
        return SourceQuestion(QuestionKind.SINGLE, "", options=options, fixed_order=True)

    def _choice(self, parts: Parts, found: Sequence[Item]) -> SourceQuestion | None:
        several = not any(each.sign == "=" for each in found)
        correct = right_options(self._outcome, [(each.text, each.worth, each.line) for each in found], several)
        read = []
        for each, right in zip(found, correct, strict=True):
            text = self._texts.line(*shaped(each.text, parts.shape), each.line)
            read.append((SourceOption(text, right, self._block(each.feedback, parts.shape, each.line)), each.line))
        options = distinct(self._outcome, read)
        if options is None:
            return None
        several = several or sum(option.correct for option in options) > 1
        return SourceQuestion(QuestionKind.MULTIPLE if several else QuestionKind.SINGLE, "", options=options)

    def _short(self, parts: Parts, found: Sequence[Item]) -> SourceQuestion:
        texts = right_texts(self._outcome, [(each.text, each.worth, each.feedback, each.line) for each in found])
        if HOLE in parts.stem:
            return SourceQuestion(QuestionKind.BLANKS, "", blanks=(texts,) if texts else ())
        return SourceQuestion(QuestionKind.SHORT, "", accepted=texts)

    def _sides(self, parts: Parts, each: Item) -> tuple[str, str] | None:
        text = hide_code(each.whole) if parts.shape == "markdown" else each.whole
        place = text.find("->")
        return (each.whole[:place].strip(), each.whole[place + 2 :].strip()) if place >= 0 else None

    def _matching(self, parts: Parts, found: Sequence[Item], sides: list[tuple[str, str]]) -> SourceQuestion:
        pairs = []
        for each, (left, right) in zip(found, sides, strict=True):
            if each.feedback.strip():
                self._outcome.say("import-feedback", each.line, feedback=each.feedback.strip())
            if not left:
                self._outcome.say("import-answer", each.line, answer=right)
                continue
            texts = (shaped(left, parts.shape), shaped(right, "plain"))
            pairs.append(tuple(self._texts.line(*text, each.line) for text in texts))
        return SourceQuestion(QuestionKind.MATCHING, "", pairs=tuple((left, right) for left, right in pairs))

    def _number(self, chunk: Chunk, parts: Parts, answer: str) -> SourceQuestion | None:
        place = answer.index("#") + 1
        body, offset = answer[place:], parts.offset + place
        found = self._answers(chunk, body, offset)
        texts = right_texts(self._outcome, [(each.text, each.worth, each.feedback, each.line) for each in found])
        ranges = [numbers(text) for text in texts]
        if None in ranges or not ranges:
            wrong = next((text for text, each in zip(texts, ranges, strict=True) if each is None), answer.strip())
            self._outcome.say("import-number", chunk.line(offset), number=wrong)
            return None
        kept = tuple(each for each in ranges if each)
        if HOLE in parts.stem and all(each.low == each.high for each in kept):
            exact = tuple(written_number(Decimal(each.low)) for each in kept)
            return SourceQuestion(QuestionKind.BLANKS, "", blanks=(exact,))
        return SourceQuestion(QuestionKind.NUMBER, "", ranges=kept)

    def _block(self, text: str, shape: str, line: int) -> str:
        return self._texts.block(*shaped(text, shape), line) if text.strip() else ""

    def _answers(self, chunk: Chunk, answer: str, offset: int) -> list[Item]:
        """The answers in a block; one that has no sign before it is the only one."""
        if not re.search("[=~]", answer):
            return [item("=", answer, chunk.line(offset))]
        for place, sign, after in split_words(answer):
            self._outcome.say("import-split", chunk.line(offset + place), sign=sign, after=after)
        return list(items(chunk, answer, offset))
