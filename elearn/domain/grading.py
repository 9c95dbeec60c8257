"""Papers and grades: what an attempt was given, and what its answers earned by that paper."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from elearn.domain import answers
from elearn.domain.course import Course, Option, Question, QuestionKind, QuizRules, ShowAnswers, Unit

GRACE = timedelta(seconds=15)
"""How long after the time limit a save that was on its way is still taken."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What one attempt was given, kept for ever: questions and options as drawn and ordered, key and rules."""

    title: str
    edition: int
    questions: tuple[Question, ...]
    rules: QuizRules


@dataclass(frozen=True, slots=True)
class Grade:
    """Points earned of points there are. A partial credit makes `earned` a fraction."""

    earned: Fraction
    total: int
    passing_score: int

    @property
    def passed(self) -> bool:
        """Compared exactly: a rounded percentage decides nothing."""
        return self.total > 0 and self.earned * 100 >= self.passing_score * self.total

    @property
    def percent(self) -> int:
        """Whole percent for showing, rounded down, so that 69.9 never reads as 70."""
        return int(self.earned * 100 / self.total) if self.total else 0


def set_paper(course: Course, unit: Unit, edition: int, seed: str) -> Paper:
    """The paper of a quiz for one attempt: the same seed sets the same paper."""
    rules = unit.quiz or QuizRules()
    chance = random.Random(seed)
    questions = list(_drawn(course, unit, rules, chance))
    if rules.shuffle:
        chance.shuffle(questions)
    return Paper(unit.title, edition, tuple(_shuffled(question, rules, chance) for question in questions), rules)


def _drawn(course: Course, unit: Unit, rules: QuizRules, chance: random.Random) -> Iterable[Question]:
    if not rules.draw:
        return unit.questions
    own = [] if any(not draw.bank for draw in rules.draw) else list(unit.questions)
    drawn = own
    for draw in rules.draw:
        pool = course.banks.get(draw.bank, ()) if draw.bank else unit.questions
        chosen = set(chance.sample(range(len(pool)), min(draw.count, len(pool))))
        drawn += [question for place, question in enumerate(pool) if place in chosen]
    return drawn


def paper_size(course: Course, unit: Unit) -> int:
    """How many questions the paper of a quiz has, whichever are drawn."""
    return len(list(_drawn(course, unit, unit.quiz or QuizRules(), random.Random(0))))


def _shuffled(question: Question, rules: QuizRules, chance: random.Random) -> Question:
    """Options in an order of this paper; ordering items and right sides are shuffled where they are shown."""
    if not rules.shuffle or question.fixed_order or question.kind not in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
        return question
    free: list[Option] = [option for option in question.options if not option.last]
    chance.shuffle(free)
    return replace(question, options=(*free, *(option for option in question.options if option.last)))


def grade(paper: Paper, given: Mapping[str, answers.Answer]) -> Grade:
    """Grade answers by the paper; a question left blank earns nothing."""
    earned = sum(
        (q.points * answers.score(q, given.get(q.id), paper.rules.credit) for q in paper.questions), Fraction(0)
    )
    return Grade(earned, sum(q.points for q in paper.questions), paper.rules.passing_score)


def presented(question: Question, seed: str) -> tuple[str, ...]:
    """Keys of what is shown shuffled (items to order, right sides to match), stable for a seed, never by the key.

    For `ordering` the order differs from the right one whenever there is another.
    """
    if question.kind is QuestionKind.MATCHING:
        unique = {pair.right: pair.right_key for pair in reversed(question.pairs)}
        keys = sorted(unique.values())
    else:
        keys = [item.key for item in question.items]
    shown = sorted(keys)
    random.Random(f"{seed}:{question.id}").shuffle(shown)
    if question.kind is QuestionKind.ORDERING and shown == keys and len(keys) > 1:
        shown = [*shown[1:], shown[0]]
    return tuple(shown)


def deadline(rules: QuizRules, started_at: datetime) -> datetime | None:
    """When an attempt must be in, by the server's clock; None without a time limit."""
    return started_at + timedelta(minutes=rules.time_limit) if rules.time_limit else None


def takes_answers(deadline_at: datetime | None, now: datetime) -> bool:
    """Whether a save that arrives now still counts."""
    return deadline_at is None or now <= deadline_at + GRACE


def next_attempt_at(rules: QuizRules, last_submitted_at: datetime | None, used: int) -> datetime | None:
    """From when another attempt is allowed; None when every attempt is used."""
    if rules.attempts and used >= rules.attempts:
        return None
    if last_submitted_at is None:
        return datetime.min.replace(tzinfo=UTC)
    return last_submitted_at + timedelta(minutes=rules.wait_minutes)


def shows_answers(rules: QuizRules, passed: bool) -> bool:
    """Whether the result of a submitted attempt shows what was right."""
    match rules.show_answers:
        case ShowAnswers.AFTER_ATTEMPT:
            return True
        case ShowAnswers.AFTER_PASS:
            return passed
        case _:
            return False
