"""Where a reader of another format puts down what it converts, and what it can't."""

import re
from dataclasses import dataclass, field, replace

from elearn.coursetext.convert.identities import apart
from elearn.coursetext.convert.markdown import read_questions, write_settled
from elearn.coursetext.convert.pictures import MediaNames, Pictures, path_of
from elearn.coursetext.convert.question import Imported, SourceQuestion
from elearn.coursetext.convert.settle import settled
from elearn.coursetext.convert.tame import is_tame
from elearn.coursetext.findings import Finding, found, in_order
from elearn.domain.course import QuestionKind

_ELSEWHERE = re.compile(r"(?:https?://|mailto:|tel:)[^\x00-\x1f]+", re.IGNORECASE)
_LESSON = re.compile(r"[^:\\\x00-\x1f]+\.md(?:#[^\x00-\x1f]*)?")


@dataclass(slots=True)
class Outcome:
    """The questions of one file so far, and what is said of it.

    `pictures` are those that came with what is read now; addresses in its texts go from the folder `beside`, which is
    empty at the top; `ours` says that it was exported here, so that relative links and boxes are a course's. A reader
    sets them before it reads a text.
    """

    file: str
    questions: list[SourceQuestion] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    pictures: Pictures = field(default_factory=Pictures)
    beside: str = ""
    ours: bool = False
    _media: MediaNames = field(default_factory=MediaNames)

    def say(self, code: str, line: int, **values: object) -> None:
        """Put down a finding of this file."""
        self.findings.append(found(code, self.file, line, 1, **values))

    def keep(self, question: SourceQuestion, line: int) -> None:
        """Keep a question, unless it has no key or course text can't say it; which is said instead."""
        tame = is_tame(question)
        question = question if tame else settled(question)
        if missing := _missing(question):
            self.say(missing, line)
        elif repeated := _repeated(question):
            self.say("import-same", line, answer=repeated)
        elif tame or read_questions(self.file, write_settled(question).encode()) == (question,):
            self.questions.append(question)
        else:
            self.say("import-unsaid", line)

    def picture(self, address: str, line: int) -> str:
        """The path by which course text shows a picture; one that didn't come along is said to be missing.

        What differs gets names that differ, whatever it was called, and no picture gets the name of a missing one.
        """
        path = path_of(address)
        data = self.pictures.at(path, self.beside)
        name = self._media.name(path, data)
        if data is None:
            self.say("import-picture", line, target=path, name=name)
        return f"../media/{name}"

    def address(self, typed: str, line: int) -> str:
        """Where a link leads in course text; empty, and said to be dropped, where it can't lead."""
        if _ELSEWHERE.fullmatch(typed) or (self.ours and _LESSON.fullmatch(typed)):
            return typed
        if self.ours and self.pictures.at(path_of(typed), self.beside) is not None:
            return self.picture(typed, line)
        self.say("import-dropped", line, what=typed)
        return ""

    def imported(self, shape: str) -> Imported:
        """What became of the file; an empty one is said to be."""
        if not self.questions and not self.findings:
            self.say("import-empty", 1, format=shape)
        return Imported(_apart(self.questions), in_order(self.findings), self._media.taken())


def _apart(questions: list[SourceQuestion]) -> tuple[SourceQuestion, ...]:
    """Questions whose own ids differ: a second one of the same id gets a number."""
    ids = apart(question.id for question in questions)
    return tuple(
        question if question.id == identity else replace(question, id=identity)
        for question, identity in zip(questions, ids, strict=True)
    )


def _repeated(question: SourceQuestion) -> str:
    """An option or a left side that stands there twice, as course text counts them."""
    seen = set()
    for text in (*(option.text for option in question.options), *(left for left, _ in question.pairs)):
        if text.casefold() in seen:
            return text
        seen.add(text.casefold())
    return ""


def _missing(question: SourceQuestion) -> str:
    """The finding of what a question lacks first: its text, its key, something to choose from; empty if nothing."""
    if not question.stem.strip():
        return "import-no-text"
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE if len(question.options) < 2:
            return "import-one-option"
        case QuestionKind.MATCHING if len(question.pairs) < 2:
            return "import-one-pair"
        case QuestionKind.ORDERING if len(question.items) < 2:
            return "import-one-item"
    return "" if _has_key(question) else "import-no-key"


def _has_key(question: SourceQuestion) -> bool:
    right = sum(option.correct for option in question.options)
    match question.kind:
        case QuestionKind.SINGLE:
            return right == 1 and _has_options(question)
        case QuestionKind.MULTIPLE:
            return right > 0 and _has_options(question)
        case QuestionKind.SHORT:
            return all(question.accepted) and bool(question.accepted)
        case QuestionKind.NUMBER:
            return bool(question.ranges) and all(each.low <= each.high for each in question.ranges)
        case QuestionKind.MATCHING:
            return len(question.pairs) > 1 and all(left and right for left, right in question.pairs)
        case QuestionKind.ORDERING:
            return len(question.items) > 1 and all(question.items)
        case QuestionKind.BLANKS:
            return bool(question.blanks) and all(all(blank) and blank for blank in question.blanks)


def _has_options(question: SourceQuestion) -> bool:
    return len(question.options) > 1 and all(option.text for option in question.options)
