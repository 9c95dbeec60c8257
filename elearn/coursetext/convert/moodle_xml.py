"""Moodle's XML to questions."""

import binascii
import posixpath
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from elearn.coursetext.convert.decode import LARGEST_IMPORT
from elearn.coursetext.convert.formats import TextReader
from elearn.coursetext.convert.gift_parts import number, numbers
from elearn.coursetext.convert.html import read_html
from elearn.coursetext.convert.moodle_cloze import cloze_fields
from elearn.coursetext.convert.moodle_kinds import kind_of
from elearn.coursetext.convert.moodle_settings import points, settings
from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.options import distinct
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.pictures import Pictures
from elearn.coursetext.convert.question import Imported, SourceOption, SourceQuestion
from elearn.coursetext.convert.titles import identity
from elearn.coursetext.convert.weights import right_answers, right_options, right_texts
from elearn.coursetext.convert.xml import Refused, Unreadable, read_xml
from elearn.coursetext.levels import Words
from elearn.coursetext.media.inspect import megabytes
from elearn.domain.course import QuestionKind

_FORMATS = {"html": "html", "markdown": "markdown", "plain_text": "plain", "moodle_auto_format": "moodle"}


def read_moodle_xml(file: str, data: bytes) -> Imported:
    """The questions of a file of Moodle XML, and what in it could not be converted."""
    outcome = Outcome(file)
    if len(data) > LARGEST_IMPORT:
        outcome.say("import-too-large", 1, size=megabytes(len(data)), limit=megabytes(LARGEST_IMPORT))
        return outcome.imported("Moodle XML")
    try:
        root = read_xml(data)
    except Refused as refused:
        outcome.say("import-entities", refused.line)
    except Unreadable as wrong:
        outcome.say(wrong.code, wrong.line)
    else:
        _Reader(outcome).read(root)
    return outcome.imported("Moodle XML")


class _Reader:
    """Reads one question after the other into one outcome."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._texts = TextReader(outcome)

    def read(self, root: Node) -> None:
        category = ""
        for node in root.elements("question"):
            kind = node.get("type")
            self._outcome.pictures = _pictures(node)
            if kind == "category":
                found = node.first("category")
                category = found.text_of("text") if found else ""
                self._name_info(node)
            elif kind == "description":
                words = node.first("questiontext")
                said = " ".join(words.text().split()) if words else ""
                self._outcome.say("import-description", node.line, text=said)
            elif kind in _KINDS:
                self._keep(node, _KINDS[kind](self, node), category)
            else:
                self._outcome.say("import-kind", node.line, kind=kind_of(kind))

    def _name_info(self, node: Node) -> None:
        """Say that what is told about a category doesn't come along."""
        info = node.first("info")
        if info and (said := " ".join(read_html(_text(info)).text().split())):
            what = Words(f"keterangan kategori “{said[:60]}”", f"description of the category “{said[:60]}”")
            self._outcome.say("import-setting", info.line, what=what)

    def _keep(self, node: Node, question: SourceQuestion | None, category: str) -> None:
        if question is None:
            return
        settings(self._outcome, node)
        question = replace(
            question,
            stem=question.stem or self._block(node.first("questiontext")),
            id=self._identity(node),
            points=points(self._outcome, node),
            explanation=self._block(node.first("generalfeedback")),
            category=category,
            fixed_order=question.fixed_order
            or (question.is_choice and node.text_of("shuffleanswers") in ("false", "0")),
        )
        self._outcome.keep(question, node.line)

    def _identity(self, node: Node) -> str:
        """The number that Moodle knows it by, or its name; a name that repeats how the question begins says nothing."""
        name, words, own = node.first("name"), node.first("questiontext"), node.first("idnumber")
        title = " ".join(name.text().split()) if name else ""
        begins = " ".join(read_html(_text(words)).text().split()).startswith(title.removesuffix("...").strip())
        named = ("" if begins else title, name.line if name else node.line)
        return identity(self._outcome, (node.text_of("idnumber"), own.line if own else node.line), named)

    def _block(self, node: Node | None) -> str:
        return self._texts.block(_text(node), _shape(node), node.line) if node else ""

    def _line(self, node: Node) -> str:
        return self._texts.line(_text(node), _shape(node), node.line)

    def _choice(self, node: Node) -> SourceQuestion | None:
        answers = list(node.elements("answer"))
        several = node.text_of("single") in ("false", "0")
        weighed = [(_text(answer), _worth(answer), answer.line) for answer in answers]
        correct = right_options(self._outcome, weighed, several)
        read = (
            (SourceOption(self._line(answer), right, self._block(answer.first("feedback"))), answer.line)
            for answer, right in zip(answers, correct, strict=True)
        )
        options = distinct(self._outcome, read)
        if options is None:
            return None
        several = several or sum(option.correct for option in options) > 1
        return SourceQuestion(QuestionKind.MULTIPLE if several else QuestionKind.SINGLE, "", options=options)

    def _truth(self, node: Node) -> SourceQuestion:
        known = {"true": "Benar", "false": "Salah"}
        answers = sorted(node.elements("answer"), key=lambda answer: answer.text_of("text").lower() != "true")
        options = tuple(
            SourceOption(
                known.get(answer.text_of("text").lower(), self._line(answer)),
                _worth(answer) >= 100,
                self._block(answer.first("feedback")),
            )
            for answer in answers
        )
        return SourceQuestion(QuestionKind.SINGLE, "", options=options, fixed_order=True)

    def _short(self, node: Node) -> SourceQuestion:
        answers = [
            (_text(answer).strip(), _worth(answer), _said(answer.first("feedback")), answer.line)
            for answer in node.elements("answer")
        ]
        return SourceQuestion(QuestionKind.SHORT, "", accepted=right_texts(self._outcome, answers))

    def _number(self, node: Node) -> SourceQuestion | None:
        found = [(answer, _toleranced(answer)) for answer in node.elements("answer")]
        answers = [(text, _worth(answer), _said(answer.first("feedback")), answer.line) for answer, text in found]
        ranges = []
        for (text, _, _, line), right in zip(answers, right_answers(self._outcome, answers), strict=True):
            each = numbers(text.replace(" ± ", ":")) if right else None
            if right and each is None:
                self._outcome.say("import-number", line, number=text)
                return None
            ranges += [each] if each else []
        return SourceQuestion(QuestionKind.NUMBER, "", ranges=tuple(ranges))

    def _matching(self, node: Node) -> SourceQuestion:
        if node.text_of("shuffleanswers") in ("false", "0"):
            self._outcome.say("import-setting", node.line, what=Words("urutan yang tetap", "fixed order"))
        pairs = []
        for each in node.elements("subquestion"):
            left, answer = self._line(each), each.first("answer")
            right = self._texts.line(_text(answer), "plain", each.line) if answer else ""
            if left:
                pairs.append((left, right))
            elif right:
                self._outcome.say("import-answer", each.line, answer=right)
        return SourceQuestion(QuestionKind.MATCHING, "", pairs=tuple(pairs))

    def _ordering(self, node: Node) -> SourceQuestion:
        return SourceQuestion(
            QuestionKind.ORDERING, "", items=tuple(map(self._line, sorted(node.elements("answer"), key=_worth)))
        )

    def _cloze(self, node: Node) -> SourceQuestion | None:
        words = node.first("questiontext")
        read = cloze_fields(self._outcome, _text(words), node.line)
        if words is None or read is None:
            return None
        stem = read.filled(self._texts.block(read.text, _shape(words), words.line))
        return SourceQuestion(QuestionKind.BLANKS, stem, blanks=read.blanks)


_KINDS: dict[str, Callable[[_Reader, Node], SourceQuestion | None]] = {
    "multichoice": _Reader._choice,
    "truefalse": _Reader._truth,
    "shortanswer": _Reader._short,
    "numerical": _Reader._number,
    "matching": _Reader._matching,
    "match": _Reader._matching,
    "ordering": _Reader._ordering,
    "cloze": _Reader._cloze,
    "multianswer": _Reader._cloze,
}


def _text(node: Node | None) -> str:
    """What stands in the element's `text`."""
    found = node.first("text") if node else None
    return found.text() if found else ""


def _said(node: Node | None) -> str:
    return _text(node).strip()


def _shape(node: Node | None) -> str:
    return _FORMATS.get(node.get("format"), "html") if node else "html"


def _worth(node: Node) -> Decimal:
    return number(node.get("fraction", "0")) or Decimal(0)


def _toleranced(answer: Node) -> str:
    """A number with what it may be off by."""
    text, tolerance = _text(answer).strip(), answer.text_of("tolerance")
    return f"{text} ± {tolerance}" if text not in ("", "*") and number(tolerance) else text


def _pictures(node: Node) -> Pictures:
    """The files that a question carries, by path."""
    found = {}
    for file in node.within("file"):
        try:
            path = posixpath.normpath(f"{file.get('path')}/{file.get('name')}").lstrip("/")
            found[path] = b64decode("".join(file.text().split()), validate=True)
        except binascii.Error:
            continue
    return Pictures(found)
