"""Figures of a course, read in a constant number of queries."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select

from elearn.courses.editions import LiveEdition, live
from elearn.database import db
from elearn.domain.anonymity import tells
from elearn.domain.course import Course, UnitKind
from elearn.domain.questionnaire import Agreement, Opinion, agreements
from elearn.domain.taking import CourseFigures, Scores, Taking, course_figures, scores
from elearn.learning.models import Enrolment, UnitProgress
from elearn.quizzes.models import Attempt
from elearn.ratings.models import CourseRating
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
    """All that is known of a course; None where too few took it, were asked, or answered."""

    course: Course
    figures: CourseFigures | None
    scores: tuple[Scores, ...]
    ratings: Ratings | None


def figures_of(slug: str, now: datetime) -> Known:
    """The figures of a course; five queries, besides reading its edition for the first time.

    Raises:
        NotPublished: as its docstring says.
    """
    edition = live_edition(slug)
    whose = (Enrolment.course_id == edition.course_id, counts_in(slug))
    return Known(
        edition.course,
        course_figures(edition.course, _takings(whose), now),
        _scores(edition.course, whose),
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
    columns = (Enrolment.id, Enrolment.enrolled_at, Enrolment.active_at, Enrolment.completed_at)
    takings = {row[0]: Taking(*row[1:]) for row in db.session.execute(select(*columns).where(*whose))}
    done = (UnitProgress.enrolment_id, UnitProgress.identity, UnitProgress.opened_at, UnitProgress.completed_at)
    rows = db.session.execute(
        select(*done).join(Enrolment, Enrolment.id == UnitProgress.enrolment_id).where(*whose)
    ).all()
    for enrolment_id, identity, opened_at, completed_at in rows:
        if enrolment_id in takings:
            minutes = (completed_at - opened_at) / timedelta(minutes=1) if completed_at else None
            takings[enrolment_id].units[identity] = minutes
    return list(takings.values())


def _scores(course: Course, whose: Whose) -> tuple[Scores, ...]:
    """First attempts by quiz, in the order of the outline."""
    columns = (Attempt.identity, Attempt.earned_numerator, Attempt.earned_denominator, Attempt.total, Attempt.passed)
    rows = db.session.execute(
        select(*columns)
        .join(Enrolment, Enrolment.id == Attempt.enrolment_id)
        .where(*whose, Attempt.number == 1, Attempt.submitted_at.is_not(None), Attempt.total > 0)
    ).all()
    by_quiz: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_quiz[row.identity].append(row)
    found = []
    for unit in course.units:
        if unit.kind is UnitKind.QUIZ:
            own = [row for identity in (unit.identity, *unit.formerly) for row in by_quiz.get(identity, ())]
            found.append(scores(unit, [_percent(row) for row in own], sum(row.passed for row in own)))
    return tuple(each for each in found if each)


def _percent(row: Any) -> int:
    return int(row.earned_numerator * 100 // (row.earned_denominator * row.total))


def _ratings(whose: Whose) -> Ratings | None:
    columns = [getattr(CourseRating, field.name) for field in fields(Opinion)]
    rows = db.session.execute(
        select(*columns).join(Enrolment, Enrolment.id == CourseRating.enrolment_id).where(*whose)
    ).all()
    opinions = [Opinion(*row) for row in rows]
    if not tells(len(opinions)):
        return None
    comments = sorted({opinion.comment for opinion in opinions if opinion.comment}, key=_no_order)
    return Ratings(len(opinions), agreements(opinions), tuple(comments))


def _no_order(comment: str) -> bytes:
    """An order that doesn't tell which comment came last."""
    return hashlib.sha256(comment.encode()).digest()
