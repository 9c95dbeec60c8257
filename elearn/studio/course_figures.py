"""Figures of a course, read in a constant number of queries."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select

from elearn.courses.editions import LiveEdition, live
from elearn.database import Seconds, db
from elearn.domain.course import Course
from elearn.domain.questionnaire import Agreement, Opinion, agreements, comments, opinions
from elearn.domain.taking import CourseFigures, Scores, Taking, course_figures, scores
from elearn.learning.models import Enrolment, UnitProgress
from elearn.quizzes.models import Attempt
from elearn.ratings.models import CourseRating
from elearn.studio.figure_quizzes import quizzes_of
from elearn.studio.learners import counts_in


class NotPublished(Exception):
    """The course has no edition yet, so nobody takes it."""


@dataclass(frozen=True)
class Ratings:
    """What learners think of a course: how many said so, how far they agree, and what they wrote, in no order."""

    opinions: int
    agreements: tuple[Agreement, ...]
    comments: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """All that is known of a course; None where too few took it, were asked, or answered.

    `gone` are the scores of quizzes that the course doesn't have any more.
    """

    course: Course
    figures: CourseFigures | None
    scores: tuple[Scores, ...]
    gone: tuple[Scores, ...]
    ratings: Ratings | None


def figures_of(slug: str, now: datetime) -> Known:
    """The figures of a course; five queries, besides reading editions for the first time.

    Raises:
        NotPublished: as its docstring says.
    """
    edition = live_edition(slug)
    whose = (Enrolment.course_id == edition.course_id, counts_in(slug))
    return Known(
        edition.course,
        course_figures(edition.course, _takings(whose), int(now.timestamp())),
        *_scores(edition, whose, now),
        _ratings(whose),
    )


def live_edition(slug: str) -> LiveEdition:
    """The edition that learners read now.

    Raises:
        NotPublished: as its docstring says.
    """
    edition = live(slug)
    if edition is None:
        raise NotPublished
    return edition


Whose = tuple[ColumnElement[bool], ...]


def _takings(whose: Whose) -> Sequence[Taking]:
    columns = (Enrolment.id, Seconds(Enrolment.enrolled_at), Seconds(Enrolment.completed_at))
    takings = {id_: Taking(*moments) for id_, *moments in db.session.execute(select(*columns).where(*whose))}
    moments = (Seconds(UnitProgress.opened_at), Seconds(UnitProgress.completed_at))
    of_course = select(Enrolment.id).where(*whose)
    rows = db.session.execute(
        select(UnitProgress.enrolment_id, UnitProgress.identity, *moments).where(
            UnitProgress.enrolment_id.in_(of_course)
        )
    )
    for enrolment_id, identity, at, done in rows:
        if enrolment_id in takings:
            takings[enrolment_id].units.append((identity, at, done))
    return list(takings.values())


def _scores(edition: LiveEdition, whose: Whose, now: datetime) -> tuple[tuple[Scores, ...], tuple[Scores, ...]]:
    """First attempts by quiz: of those that learners have now, and of those that are gone."""
    columns = (Attempt.earned_numerator, Attempt.earned_denominator, Attempt.total, Attempt.passed)
    rows = db.session.execute(
        select(Attempt.identity, Attempt.edition_id, *columns)
        .join(Enrolment, Enrolment.id == Attempt.enrolment_id)
        .where(*whose, *first_and_settled(now), Attempt.total > 0)
        .order_by(Attempt.submitted_at, Attempt.id)
    ).all()
    quizzes = quizzes_of(edition, {(row.identity, row.edition_id) for row in rows})
    place = {identity: at for at, quiz in enumerate(quizzes) for identity in quiz.identities}
    by_quiz: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for identity, _edition, numerator, denominator, total, passed in rows:
        by_quiz[place[identity]].append((numerator * 100 / (denominator * total), passed))
    found = [(quiz, scores(quiz.unit, by_quiz[at])) for at, quiz in enumerate(quizzes)]
    return (
        tuple(told for quiz, told in found if told and quiz.used),
        tuple(told for quiz, told in found if told and not quiz.used),
    )


SETTLED_AFTER = timedelta(days=1)
"""An attempt whose time ran out is closed later, as of its deadline; by then it has its place among the others."""


def first_and_settled(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """The condition under which an attempt counts: the first, handed in, and no other one can come before it."""
    return Attempt.number == 1, Attempt.submitted_at <= now - SETTLED_AFTER


def _ratings(whose: Whose) -> Ratings | None:
    columns = [getattr(CourseRating, field.name) for field in fields(Opinion)]
    rows = db.session.execute(
        select(CourseRating.enrolment_id, *columns)
        .join(Enrolment, Enrolment.id == CourseRating.enrolment_id)
        .where(*whose)
        .order_by(CourseRating.id)
    )
    said = [(person, Opinion(*opinion)) for person, *opinion in rows]
    if not opinions(said):
        return None
    return Ratings(opinions(said), agreements(said), tuple(sorted(comments(said), key=_no_order)))


def _no_order(comment: str) -> bytes:
    """An order that doesn't tell which comment came last."""
    return hashlib.sha256(comment.encode()).digest()
