"""What quiz pages show, worked out from attempts: pure functions, no database and no request."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from elearn.courses.editions import LiveEdition
from elearn.domain import answers, grading
from elearn.domain.answers import Answer, Verdict
from elearn.domain.course import Question, QuizRules, Unit
from elearn.domain.grading import Grade
from elearn.quizzes.reading import Receipt, Sitting, Tried

ON_A_PAGE = 5
"""How many questions stand on a page: a small phone loads them at once, and a lost page loses little."""


@dataclass(frozen=True)
class Placed:
    """A question where it stands on the paper, as it is answered so far."""

    number: int
    question: Question
    order: tuple[str, ...]
    answer: Answer
    receipt: Receipt | None

    @property
    def page(self) -> int:
        """The page that the question stands on."""
        return (self.number - 1) // ON_A_PAGE + 1

    @property
    def filled(self) -> bool:
        """Whether every part of it is answered."""
        return answers.filled(self.question, self.answer)


@dataclass(frozen=True)
class Page:
    """Some questions of a paper; `of` is how many pages there are."""

    number: int
    of: int
    placed: tuple[Placed, ...]
    saved_at: datetime | None


@dataclass(frozen=True)
class Marked:
    """A question with what its answer was worth."""

    placed: Placed
    verdict: Verdict
    earned: Fraction


@dataclass(frozen=True)
class Offer:
    """What a learner may do at a quiz now.

    `number` is the attempt to go on with or to begin. `left` is how many may still begin, None without a limit.
    `opens_at` is set where one has to wait. `open_id` is the attempt that is begun and not submitted.
    """

    number: int
    left: int | None
    opens_at: datetime | None
    open_id: int | None
    best: Grade | None

    @property
    def passed(self) -> bool:
        """Whether an attempt was passed."""
        return self.best is not None and self.best.passed

    @property
    def can_begin(self) -> bool:
        """Whether an attempt may begin now."""
        return self.open_id is None and self.left != 0 and self.opens_at is None


def placed(sitting: Sitting) -> tuple[Placed, ...]:
    """Every question of the paper, numbered from 1."""
    saved = sitting.saved
    return tuple(
        Placed(
            number,
            question,
            grading.presented(question, sitting.seed),
            saved.answers.get(question.id),
            saved.receipts.get(question.id),
        )
        for number, question in enumerate(sitting.paper.questions, 1)
    )


def page(sitting: Sitting, wanted: int | None) -> Page:
    """A page of the paper, as near to the wanted one as there is; by default the first with something to answer."""
    every = placed(sitting)
    of = max(1, -(-len(every) // ON_A_PAGE))
    number = wanted if wanted is not None else next((each.page for each in every if not each.filled), 1)
    number = min(max(number, 1), of)
    latest = max((receipt.saved_at for receipt in sitting.saved.receipts.values()), default=None)
    return Page(number, of, tuple(each for each in every if each.page == number), latest)


def seconds_left(deadline_at: datetime | None, now: datetime) -> int | None:
    """Whole seconds until the deadline, never below 0; None without one."""
    return max(0, int((deadline_at - now).total_seconds())) if deadline_at else None


def marked(sitting: Sitting) -> tuple[Marked, ...]:
    """Every question with what its answer was worth by the paper."""
    credit = sitting.paper.rules.credit
    return tuple(
        Marked(
            each,
            answers.verdict(each.question, each.answer),
            each.question.points * answers.score(each.question, each.answer, credit),
        )
        for each in placed(sitting)
    )


def to_reread(marks: Sequence[Marked], edition: LiveEdition) -> tuple[Unit, ...]:
    """Lessons behind the answers that weren't right, in the order of the course as it is now; gone ones left out."""
    wanted = {
        identity for mark in marks if mark.verdict is not Verdict.RIGHT for identity in mark.placed.question.reread
    }
    found = {unit.identity for identity in wanted if (unit := edition.unit(identity))}
    return tuple(unit for unit in edition.course.units if unit.identity in found)


def offer(rules: QuizRules, tried: Sequence[Tried], now: datetime) -> Offer:
    """What a learner may do at a quiz now, after the attempts made so far."""
    begun = next((each for each in tried if each.submitted_at is None), None)
    ended = [each for each in tried if each.submitted_at is not None]
    last = max((each.submitted_at for each in ended if each.submitted_at), default=None)
    opens_at = grading.next_attempt_at(rules, last, len(ended))
    grades = [each.grade for each in ended if each.grade]
    return Offer(
        number=begun.number if begun else len(tried) + 1,
        left=max(0, rules.attempts - len(tried)) if rules.attempts else None,
        opens_at=opens_at if opens_at and opens_at > now and not begun else None,
        open_id=begun.id if begun else None,
        best=max(grades, key=lambda grade: Fraction(grade.earned, grade.total or 1), default=None),
    )
