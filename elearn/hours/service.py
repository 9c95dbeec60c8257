"""Crediting JP, correcting it, and adding it up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select

from elearn.courses.editions import edition
from elearn.database import db, transaction
from elearn.domain.course import CertificateRule, Course
from elearn.domain.hours import YearOfHours, local_day
from elearn.domain.nip import EmploymentStatus
from elearn.extensions import settings
from elearn.hours.models import HourEntry
from elearn.learning.completion import Completion

LONGEST_TITLE = 300


class AlreadyCorrected(Exception):
    """This entry was corrected already, or is itself a correction."""


class ReasonMissing(Exception):
    """A correction says why."""


@dataclass(frozen=True)
class LedgerYear:
    """A calendar year of a person's ledger, its newest entry first."""

    hours: YearOfHours
    entries: tuple[HourEntry, ...]


@transaction
def credit_completion(completion: Completion) -> None:
    """Credit the JP of a completed course at once, unless the course waits for an admin's approval."""
    course = edition(completion.edition_id).course
    if course.certificate is not CertificateRule.APPROVAL:
        credit(completion, course, by=None, now=completion.completed_at)


@transaction
def credit(completion: Completion, course: Course, *, by: int | None, now: datetime) -> None:
    """Credit the JP of a completed course for the day of its completion. Credited before, nothing happens."""
    source = completion_source(completion.enrolment_id)
    if db.session.scalar(select(HourEntry.id).where(HourEntry.source == source)) is not None:
        return
    entry = HourEntry(
        user_id=completion.user_id,
        course_id=completion.course_id,
        title=course.title[:LONGEST_TITLE],
        jp=course.jp,
        earned_on=local_day(completion.completed_at, settings().zone),
        source=source,
        created_at=now,
        created_by=by,
    )
    db.session.add(entry)
    db.session.flush()


@transaction
def take_back_completion(enrolment_id: int, reason: str, *, by: int | None, now: datetime) -> int:
    """Take back the JP that a completed course earned; returns how many, 0 where there are none to take."""
    found = select(HourEntry).where(HourEntry.source == completion_source(enrolment_id))
    entry = db.session.scalars(found).one_or_none()
    if entry is None or _corrected(entry):
        return 0
    counter_entry(entry.id, reason, by=by, now=now)
    return entry.jp


@transaction
def counter_entry(entry_id: int, reason: str, *, by: int | None, now: datetime) -> int:
    """Undo an entry by one of the same day with its JP taken off; returns the new entry's id.

    Raises:
        AlreadyCorrected: it was undone before, or is such an entry itself.
        ReasonMissing: no reason is given.
    """
    entry = db.session.get_one(HourEntry, entry_id)
    if not reason.strip():
        raise ReasonMissing
    if entry.corrects_id is not None or _corrected(entry):
        raise AlreadyCorrected
    counter = HourEntry(
        user_id=entry.user_id,
        course_id=entry.course_id,
        title=entry.title,
        jp=-entry.jp,
        earned_on=entry.earned_on,
        source=f"correction:{entry.id}",
        corrects_id=entry.id,
        reason=reason.strip(),
        created_at=now,
        created_by=by,
    )
    db.session.add(counter)
    db.session.flush()
    return counter.id


def year_of(user_id: int, status: str, now: datetime) -> YearOfHours:
    """JP of the calendar year of `now` against the person's target; one query."""
    year = local_day(now, settings().zone).year
    total = select(func.coalesce(func.sum(HourEntry.jp), 0)).where(*_of_year(user_id, year))
    return YearOfHours(year, db.session.scalar(total) or 0, target_of(status))


def target_of(status: str) -> int:
    """JP that a person of an employment status should earn in a year."""
    return settings().target_jp_pppk if status == EmploymentStatus.PPPK.value else settings().target_jp_pns


def entries_of(user_id: int, year: int) -> Sequence[HourEntry]:
    """Entries for days of a calendar year, the newest first; one query."""
    return db.session.scalars(select(HourEntry).where(*_of_year(user_id, year)).order_by(*_NEWEST_FIRST)).all()


def ledger_of(user_id: int, status: str, now: datetime) -> tuple[LedgerYear, ...]:
    """A person's whole ledger by year, the newest year first; the year of `now` is always there; one query."""
    rows = db.session.scalars(select(HourEntry).where(HourEntry.user_id == user_id).order_by(*_NEWEST_FIRST)).all()
    years = sorted({local_day(now, settings().zone).year} | {row.earned_on.year for row in rows}, reverse=True)
    return tuple(_ledger_year(year, rows, target_of(status)) for year in years)


def completion_source(enrolment_id: int) -> str:
    """What stands in the ledger as the source of a completed course's JP."""
    return f"completion:{enrolment_id}"


_NEWEST_FIRST = (HourEntry.earned_on.desc(), HourEntry.id.desc())


def _ledger_year(year: int, rows: Sequence[HourEntry], target: int) -> LedgerYear:
    entries = tuple(row for row in rows if row.earned_on.year == year)
    return LedgerYear(YearOfHours(year, sum(entry.jp for entry in entries), target), entries)


def _of_year(user_id: int, year: int) -> tuple[ColumnElement[bool], ...]:
    return HourEntry.user_id == user_id, HourEntry.earned_on.between(date(year, 1, 1), date(year, 12, 31))


def _corrected(entry: HourEntry) -> bool:
    return db.session.scalar(select(HourEntry.id).where(HourEntry.corrects_id == entry.id)) is not None
