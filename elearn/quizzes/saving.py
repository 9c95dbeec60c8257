"""Saving answers: once for each request, in the order in which they were given, and never over a newer one."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

from sqlalchemy import Row, Select, bindparam, case, func, insert, select
from sqlalchemy.orm import aliased

from elearn.database import db, transaction
from elearn.domain import answers, grading
from elearn.domain.answers import Answer
from elearn.learning.models import Enrolment
from elearn.quizzes.models import Attempt, Response
from elearn.quizzes.reading import NoSuchAttempt, Receipt, paper_of, receipt_code
from elearn.quizzes.service import close_overdue


class AttemptOver(Exception):
    """The attempt is submitted, or its time is over: what was saved before counts, nothing more can be added."""


class NothingToSave(Exception):
    """The form holds no question of this attempt."""


@dataclass(frozen=True)
class Save:
    """Answers on their way in: the ids of the questions that a form holds, and its fields.

    A script names each request by a `key`, its page by `tab` and the request's place among that page's by `sequence`,
    and says how long the answer `waited` in the browser for a connection. A form without a script has no key; `seen`
    is the last response that its page was filled from.
    """

    questions: frozenset[str]
    fields: answers.Form
    key: str = ""
    tab: str = ""
    sequence: int = 0
    waited: timedelta = timedelta(0)
    seen: int = 0


@dataclass(frozen=True)
class Saving:
    """What came of a save, and until when there is time.

    `overtaken` are questions that another page has answered since; that answer stays.
    """

    receipt: Receipt
    deadline_at: datetime | None = None
    overtaken: tuple[str, ...] = ()


class _Fate(Enum):
    KEPT = auto()
    KNOWN = auto()
    OVERTAKEN = auto()


@dataclass(frozen=True)
class _Before:
    """What is saved of a question when a save of it arrives."""

    answer: Answer = None
    newest: int = 0
    saved_at: datetime | None = None
    tab: str = ""
    sequence: int = 0
    repeated_at: datetime | None = None
    seen_answer: Answer = None


def save(attempt_id: int, user_id: int, given: Save, *, now: datetime) -> Saving:
    """Save answers; the same request sent again saves nothing twice and gets the same receipt.

    Answers to questions that the paper doesn't have are left out.

    Raises:
        NoSuchAttempt: there is none, or it is another person's.
        AttemptOver, NothingToSave: as their docstrings say.
    """
    saving = _save(attempt_id, user_id, given, now=now)
    if saving is None:
        close_overdue(now=now, attempt_id=attempt_id)
        raise AttemptOver
    return saving


@transaction
def _save(attempt_id: int, user_id: int, given: Save, *, now: datetime) -> Saving | None:
    attempt = _locked(attempt_id, user_id)
    if attempt.submitted_at is not None or not grading.takes_answers(attempt.deadline_at, now):
        return None
    asked = {q.id: q for q in paper_of(attempt.paper).questions if q.id in given.questions}
    if not asked:
        raise NothingToSave
    came = {id_: answers.read(question, given.fields) for id_, question in asked.items()}
    before = _before(attempt_id, given, asked)
    fates = {id_: _fate(given, answer, before.get(id_, _Before()), now) for id_, answer in came.items()}
    key = given.key or secrets.token_hex(16)
    _keep(attempt_id, given, key, {id_: came[id_] for id_, fate in fates.items() if fate is _Fate.KEPT}, now)
    repeated = [before[id_].repeated_at for id_ in asked if id_ in before and before[id_].repeated_at]
    receipt = Receipt(min((at for at in repeated if at), default=now), receipt_code(attempt_id, key))
    overtaken = tuple(id_ for id_, fate in fates.items() if fate is _Fate.OVERTAKEN)
    return Saving(receipt, attempt.deadline_at, overtaken)


def _fate(given: Save, answer: Answer, before: _Before, now: datetime) -> _Fate:
    """Whether an answer is kept, is known already, or has been overtaken by one that another page gave later."""
    if not given.key:
        untouched = before.newest > given.seen and answer == before.seen_answer
        return _Fate.KNOWN if untouched or answer == before.answer else _Fate.KEPT
    if before.repeated_at or (given.sequence and given.sequence <= before.sequence):
        return _Fate.KNOWN
    if before.saved_at and before.tab != given.tab and given.waited and before.saved_at > now - given.waited:
        return _Fate.OVERTAKEN
    return _Fate.KEPT


def _before(attempt_id: int, given: Save, asked: Mapping[str, Any]) -> dict[str, _Before]:
    """What is saved of some questions, each as one row; one query, however often they were answered."""
    values = {
        "attempt_id": attempt_id,
        "questions": tuple(asked),
        "seen": given.seen,
        "tab": given.tab,
        "key": given.key,
    }
    return {row[0]: _Before(*row[1:]) for row in db.session.execute(_SAVED, values)}


def _saved_statement() -> Select[Any]:
    """Put together once: it runs at every save, and building it would take longer than running it."""
    found = (
        select(
            func.max(Response.id).label("newest"),
            func.max(case((Response.id <= bindparam("seen"), Response.id))).label("seen"),
            func.max(case((Response.tab == bindparam("tab"), Response.sequence), else_=0)).label("sequence"),
            func.min(case((Response.request_key == bindparam("key"), Response.saved_at))).label("repeated_at"),
        )
        .where(
            Response.attempt_id == bindparam("attempt_id"),
            Response.question_id.in_(bindparam("questions", expanding=True)),
        )
        .group_by(Response.question_id)
        .subquery()
    )
    newest, seen = aliased(Response), aliased(Response)
    columns = (newest.question_id, newest.answer, newest.id, newest.saved_at, newest.tab)
    return (
        select(*columns, found.c.sequence, found.c.repeated_at, seen.answer)
        .join(newest, newest.id == found.c.newest)
        .outerjoin(seen, seen.id == found.c.seen)
    )


_SAVED = _saved_statement()


def _keep(attempt_id: int, given: Save, key: str, kept: Mapping[str, Answer], now: datetime) -> None:
    rows = [
        {
            "attempt_id": attempt_id,
            "question_id": question_id,
            "answer": answer,
            "request_key": key,
            "tab": given.tab,
            "sequence": given.sequence,
            "saved_at": now,
        }
        for question_id, answer in kept.items()
    ]
    if rows:
        db.session.execute(insert(Response), rows)


def _locked(attempt_id: int, user_id: int) -> Row[datetime | None, datetime | None, str]:
    """The attempt, with its row locked: of saves and submissions of one attempt, one runs after the other."""
    found = db.session.execute(_OWN_ATTEMPT, {"attempt_id": attempt_id, "user_id": user_id}).one_or_none()
    if found is None:
        raise NoSuchAttempt
    return found


_OWN_ATTEMPT = (
    select(Attempt.submitted_at, Attempt.deadline_at, Attempt.paper)
    .where(
        Attempt.id == bindparam("attempt_id"),
        Attempt.enrolment_id.in_(select(Enrolment.id).where(Enrolment.user_id == bindparam("user_id"))),
    )
    .with_for_update(of=Attempt)
)
