"""What a course is: modules of units, quizzes of questions. Frozen values; HTML in them is already sanitised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

BLANK = "\ue000{}\ue001"
"""How the place of a blank is marked in a stem."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SHORT = "short"
    NUMBER = "number"
    MATCHING = "matching"
    ORDERING = "ordering"
    BLANKS = "blanks"


class UnitKind(StrEnum):
    """What a unit asks of its learner: to read, or to be assessed."""

    LESSON = "lesson"
    QUIZ = "quiz"


class Credit(StrEnum):
    """Whether a partly right answer earns nothing or its share of the points."""

    EXACT = "exact"
    PROPORTIONAL = "proportional"


class ShowAnswers(StrEnum):
    """When a learner sees which answers were right, and why."""

    AFTER_ATTEMPT = "after_attempt"
    AFTER_PASS = "after_pass"
    NEVER = "never"


class CertificateRule(StrEnum):
    """Who decides that a completed course earns its certificate."""

    AUTOMATIC = "automatic"
    APPROVAL = "approval"
    NONE = "none"


class Competency(StrEnum):
    """The kinds of competence that the civil-service law knows."""

    TECHNICAL = "technical"
    MANAGERIAL = "managerial"
    SOCIOCULTURAL = "sociocultural"
    GOVERNMENTAL = "governmental"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `key` is stable for its wording and says nothing of its being right."""

    key: str
    html: str
    correct: bool
    feedback: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """An accepted interval of numbers, both ends included; one number has equal ends."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and the right side that belongs to it."""

    left_key: str
    left: str
    right_key: str
    right: str


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things to put in order."""

    key: str
    html: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its key. Which fields are filled depends on `kind`.

    `stem` is HTML of the whole question text. For `blanks` it holds `BLANK.format(1)`, `BLANK.format(2)`, … where each
    field stands, in order (two private-use characters around the number, which no trainer's text keeps). `label` is
    the stem in plain text, for lists and screen readers. `items` stand in the right order. `origin` is the unit
    identity or `bank/<name>` that the question stands in; `reread` are identities of the lessons to look at again.
    """

    id: str
    kind: QuestionKind
    stem: str
    label: str
    points: int = 1
    options: tuple[Option, ...] = ()
    accepted: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()
    pairs: tuple[Pair, ...] = ()
    items: tuple[Item, ...] = ()
    blanks: tuple[tuple[str, ...], ...] = ()
    explanation: str = ""
    fixed_order: bool = False
    origin: str = ""
    reread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draw:
    """Take `count` questions from a pool; `bank` is empty for the quiz's own questions, else the bank's name."""

    bank: str
    count: int


@dataclass(frozen=True, slots=True)
class QuizRules:
    """The rules of a quiz. Times in minutes; 0 attempts means as many as one likes; no time limit is None."""

    passing_score: int = 70
    attempts: int = 0
    wait_minutes: int = 0
    time_limit: int | None = None
    draw: tuple[Draw, ...] = ()
    shuffle: bool = True
    credit: Credit = Credit.EXACT
    show_answers: ShowAnswers = ShowAnswers.AFTER_ATTEMPT


@dataclass(frozen=True, slots=True)
class Unit:
    """A lesson or a quiz.

    `identity` is what progress belongs to: `module/unit`, or the `id` that its author fixed. `module` and `slug` are
    its address. `parts` is the text in order: HTML, with practice questions standing in a lesson where they were
    written. `text_hash` changes when what the learner reads changes.
    """

    identity: str
    module: str
    slug: str
    title: str
    kind: UnitKind
    minutes: int
    parts: tuple[str | Question, ...]
    text_hash: str
    required: bool = True
    formerly: tuple[str, ...] = ()
    quiz: QuizRules | None = None
    source: str = ""

    @property
    def address(self) -> str:
        """`module/unit` as it stands in addresses."""
        return f"{self.module}/{self.slug}"

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions written in this unit, in order."""
        return tuple(part for part in self.parts if isinstance(part, Question))


@dataclass(frozen=True, slots=True)
class Module:
    """A part of a course; `key` is its address and identity."""

    key: str
    title: str
    units: tuple[Unit, ...]
    introduction: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A course as its text says it is. `description` is HTML; `files` names its media by path."""

    slug: str
    title: str
    jp: int
    modules: tuple[Module, ...]
    summary: str = ""
    description: str = ""
    organizer: str = ""
    competency: Competency = Competency.TECHNICAL
    training_kind: str = "Kursus"
    certificate: CertificateRule = CertificateRule.AUTOMATIC
    prerequisites: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    valid_as_of: date | None = None
    review_due: date | None = None
    reviewed_by: str = ""
    authors: tuple[str, ...] = ()
    language: str = "id"
    tags: tuple[str, ...] = ()
    cover: str = ""
    banks: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every unit in the order of the outline."""
        return tuple(unit for module in self.modules for unit in module.units)

    @property
    def minutes(self) -> int:
        """Estimated minutes for the whole course."""
        return sum(unit.minutes for unit in self.units)

    def questions(self) -> Iterator[Question]:
        """Every question of the course, practice and scored."""
        for unit in self.units:
            yield from unit.questions
        for bank in self.banks.values():
            yield from bank
