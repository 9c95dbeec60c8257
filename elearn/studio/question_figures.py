"""Figures of a course's questions by wording, read in a constant number of queries.

What an attempt was given stands in its paper, so a question that was reworded since is told apart by what its papers
said. Of each edition and quiz the newest attempts are read, so that a page doesn't take longer and longer; it says so.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import Select, func, select

from elearn.courses.editions import LiveEdition
from elearn.database import db
from elearn.domain import answers
from elearn.domain.anonymity import Count, complete, counted
from elearn.domain.codec import from_data
from elearn.domain.course import Course, Credit, Question, Unit
from elearn.domain.items import ItemFigures, Taken, item_figures, seconds_spent
from elearn.domain.wording import wording
from elearn.learning.models import Enrolment
from elearn.quizzes.models import Attempt, Response
from elearn.studio.course_figures import first_and_settled, live_edition
from elearn.studio.figure_quizzes import FoundQuiz, quizzes_of
from elearn.studio.learners import counts_in

NEWEST = 1000
"""First attempts of one edition at one quiz that are read at most."""

BLOCK = 250
"""Attempts that are left out together once there are more. Of each block complete batches count, question by question:
what comes in and what falls out is then nobody or five people and more."""


@dataclass(frozen=True)
class Worded:
    """A question in one wording: editions whose papers had it, how many of those who met it answered, figures."""

    question: Question
    editions: tuple[int, ...]
    answered: Count
    figures: ItemFigures | None


@dataclass(frozen=True)
class Asked:
    """A question of a quiz: as it is worded now, and the wordings before, the newest first. `number` counts from 1."""

    number: int
    now: Worded
    before: tuple[Worded, ...]


@dataclass(frozen=True)
class Quiz:
    """A quiz, its questions, and those that it asked in earlier editions only.

    One that is gone has the questions of the newest edition in which it was attempted.
    """

    unit: Unit
    questions: tuple[Asked, ...]
    gone: tuple[Worded, ...]

    @property
    def counted(self) -> bool:
        """Whether anything that was answered in it counts yet."""
        return bool(self.gone) or any(each.now.editions or each.before for each in self.questions)


@dataclass(frozen=True)
class Questions:
    """The quizzes of a course in the order of its outline, and those that it doesn't have any more."""

    course: Course
    quizzes: tuple[Quiz, ...]
    gone: tuple[Quiz, ...]


@dataclass
class _Pile:
    """What came in for a question in one wording."""

    question: Question
    batches: dict[tuple[int, str, int], list[Taken]] = field(default_factory=lambda: defaultdict(list))
    """By edition, quiz and block, each in the order of time."""

    @property
    def taken(self) -> list[Taken]:
        """What complete batches hold."""
        return [taken for batch in self.batches.values() for taken in complete(batch)]

    @property
    def editions(self) -> tuple[int, ...]:
        """The editions of those batches."""
        return tuple(sorted({edition for (edition, _quiz, _block), batch in self.batches.items() if complete(batch)}))


@dataclass(frozen=True)
class _Read:
    """A question of a paper as a value, and its wording."""

    question: Question
    wording: str


Piles = Mapping[str, dict[str, _Pile]]
"""By question id, then by wording."""


def questions_of(slug: str, now: datetime) -> Questions:
    """The figures of a course's scored questions; three queries, besides reading editions for the first time.

    Raises:
        NotPublished: the course has no edition yet.
    """
    edition = live_edition(slug)
    chosen = _chosen(edition, slug, now)
    attempts = db.session.execute(chosen).all()
    saves = _saves(chosen)
    found = quizzes_of(edition, {(attempt.identity, attempt.edition_id) for attempt in attempts})
    quizzes = [(each.used, _quiz(each, attempts, saves)) for each in found]
    return Questions(
        edition.course,
        tuple(quiz for used, quiz in quizzes if used),
        tuple(quiz for used, quiz in quizzes if not used and quiz.counted),
    )


def _chosen(edition: LiveEdition, slug: str, now: datetime) -> Select[*tuple[Any, ...]]:
    """The newest blocks of first attempts at each quiz in each edition, of those who count."""
    each_quiz = (Attempt.edition_id, Attempt.identity)
    in_time = (Attempt.submitted_at, Attempt.id)
    ranked = (
        select(
            Attempt.id,
            (func.row_number().over(partition_by=each_quiz, order_by=in_time) - 1).label("place"),
            func.count().over(partition_by=each_quiz).label("all"),
        )
        .join(Enrolment, Enrolment.id == Attempt.enrolment_id)
        .where(Enrolment.course_id == edition.course_id, counts_in(slug), *first_and_settled(now))
        .subquery()
    )
    left_out = (ranked.c.all - NEWEST + BLOCK - 1) // BLOCK * BLOCK
    columns = (Attempt.id, Attempt.edition_id, Attempt.identity, Attempt.started_at, Attempt.paper)
    return (
        select(*columns, (ranked.c.place // BLOCK).label("block"))
        .join(ranked, ranked.c.id == Attempt.id)
        .where(ranked.c.place >= left_out)
        .order_by(*each_quiz, ranked.c.place)
    )


def _saves(chosen: Select[*tuple[Any, ...]]) -> Mapping[int, list[Any]]:
    """The saves of each attempt, in the order in which they came."""
    of_attempts = select(chosen.subquery().c.id)
    columns = (Response.attempt_id, Response.question_id, Response.answer, Response.saved_at)
    rows = db.session.execute(select(*columns).where(Response.attempt_id.in_(of_attempts)).order_by(Response.id))
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.attempt_id].append(row)
    return found


def _quiz(found: FoundQuiz, attempts: Iterable[Any], saves: Mapping[int, list[Any]]) -> Quiz:
    piles: dict[str, dict[str, _Pile]] = defaultdict(dict)
    read: dict[str, _Read] = {}
    for attempt in attempts:
        if attempt.identity in found.identities and attempt.id in saves:
            _sort(piles, read, attempt, saves[attempt.id])
    current = _current(found.edition.course, found.unit)
    asked = {question.id for question in current}
    gone = [pile for id_, worded in piles.items() if id_ not in asked for pile in worded.values() if pile.taken]
    return Quiz(
        found.unit,
        tuple(_asked(number, question, piles) for number, question in enumerate(current, 1)),
        tuple(_worded(pile) for pile in sorted(gone, key=_newest_first)),
    )


def _sort(
    piles: dict[str, dict[str, _Pile]],
    read: dict[str, _Read],
    attempt: Any,
    saves: Sequence[Any],
) -> None:
    """Put what one attempt says of each of its questions on the pile of the question's wording."""
    paper = json.loads(attempt.paper)
    credit = Credit(paper["rules"].get("credit", Credit.EXACT))
    given = {save.question_id: save.answer for save in saves}
    spent = seconds_spent(attempt.started_at, ((save.saved_at, save.question_id) for save in saves))
    asked = [_question(data, read) for data in paper["questions"]]
    shares = [answers.score(each.question, given.get(each.question.id), credit) for each in asked]
    earned = sum((each.question.points * share for each, share in zip(asked, shares, strict=True)), Fraction(0))
    total = sum(each.question.points for each in asked)
    for each, share in zip(asked, shares, strict=True):
        id_, points = each.question.id, each.question.points
        pile = piles[id_].setdefault(each.wording, _Pile(each.question))
        rest = (earned - points * share) / (total - points) if total > points else None
        batch = pile.batches[paper["edition"], attempt.identity, attempt.block]
        batch.append(Taken(given.get(id_), share, rest, spent.get(id_)))


def _question(data: dict[str, Any], read: dict[str, _Read]) -> _Read:
    """A question of a paper, each one read once however its options were shuffled."""
    if "options" in data:
        data["options"].sort(key=lambda option: option["key"])
    text = json.dumps(data, sort_keys=True)
    if text not in read:
        question = from_data(Question, data)
        read[text] = _Read(question, wording(question))
    return read[text]


def _current(course: Course, unit: Unit) -> list[Question]:
    """The questions that a quiz may ask now: its own, and those of the banks that it draws from."""
    drawn = unit.quiz.draw if unit.quiz else ()
    return [*unit.questions, *(question for draw in drawn for question in course.banks.get(draw.bank, ()))]


def _asked(number: int, question: Question, piles: Piles) -> Asked:
    worded = piles.get(question.id, {})
    now = wording(question)
    before = sorted((pile for hash_, pile in worded.items() if hash_ != now and pile.taken), key=_newest_first)
    pile = worded.get(now, _Pile(question))
    pile.question = question
    return Asked(number, _worded(pile), tuple(_worded(each) for each in before))


def _newest_first(pile: _Pile) -> int:
    return -max(pile.editions)


def _worded(pile: _Pile) -> Worded:
    taken = pile.taken
    answered = counted(sum(each.answer is not None for each in taken), len(taken))
    return Worded(pile.question, pile.editions, answered, item_figures(pile.question, taken))
