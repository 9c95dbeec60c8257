"""Remarks at the lines of a draft: written, answered, settled, and found again when lines moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import select

from elearn.accounts.models import User
from elearn.database import db, transaction
from elearn.domain.file_changes import lines_of
from elearn.studio.drafts import files_of
from elearn.studio.models import DraftFile, DraftRevision
from elearn.studio.review_models import ReviewRemark

LONGEST = 4_000
LONGEST_QUOTE = 400


class NoSuchLine(Exception):
    """The draft has no file with that line."""


class NoSuchRemark(Exception):
    """The draft has no remark of that number."""


@dataclass(frozen=True)
class Remark:
    """A remark as it is shown. `line` is where its line stands now, 0 where the line is another one since."""

    id: int
    path: str
    line: int
    quote: str
    body: str
    by: str
    written_at: datetime
    resolved: bool
    answers: tuple["Remark", ...] = ()


def remarks_on(draft_id: int, files: Mapping[str, bytes]) -> Sequence[Remark]:
    """Every remark on a draft with its answers, in the order of files and lines; three queries."""
    rows = db.session.execute(
        select(ReviewRemark, User.name)
        .join(User, User.id == ReviewRemark.written_by)
        .where(ReviewRemark.draft_id == draft_id)
        .order_by(ReviewRemark.id)
    ).all()
    answers: dict[int, list[Remark]] = {}
    remarks = []
    read = _as_read(draft_id, [row for row, _name in rows if row.answers_id is None])
    for row, name in rows:
        settled = row.resolved_at is not None
        shown = Remark(row.id, row.path, row.line, row.quote, row.body, name, row.written_at, settled)
        if row.answers_id is None:
            remarks.append(replace(shown, line=_line(row, read.get(row.id), files.get(row.path))))
        else:
            answers.setdefault(row.answers_id, []).append(shown)
    found = [replace(each, answers=tuple(answers.get(each.id, ()))) for each in remarks]
    return sorted(found, key=lambda each: (each.path, each.line, each.id))


def _as_read(draft_id: int, rows: Sequence[ReviewRemark]) -> dict[int, bytes]:
    """The texts that remarks were written at, by the remark, as far as they are still kept; two queries."""
    wanted = DraftFile.draft_id == draft_id, DraftFile.path.in_({row.path for row in rows})
    versions = select(DraftFile.path, DraftRevision.id, DraftRevision.saved_at, DraftFile.changed_at)
    kept: dict[str, list[Any]] = {}
    for each in db.session.execute(versions.join(DraftRevision, DraftRevision.file_id == DraftFile.id).where(*wanted)):
        kept.setdefault(each.path, []).append(each)
    at: dict[int, int] = {}
    for row in rows:
        before = [each for each in kept.get(row.path, ()) if each.saved_at <= row.written_at < each.changed_at]
        if before:
            at[row.id] = max(before, key=lambda each: each.saved_at).id
    texts = select(DraftRevision.id, DraftRevision.data).where(DraftRevision.id.in_(set(at.values())))
    data = {each.id: each.data for each in db.session.execute(texts)} if at else {}
    return {remark: data[revision] for remark, revision in at.items()}


def _line(remark: ReviewRemark, before: bytes | None, now: bytes | None) -> int:
    return line_after(before, now, remark.line) if before else line_now(now, remark.line, remark.quote)


def line_after(before: bytes, now: bytes | None, line: int) -> int:
    """Where the line of a text stands in what became of the text; 0 if it was changed or went."""
    old, new = lines_of(before) or [], lines_of(now or b"") or []
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if block.a < line <= block.a + block.size:
            return line - block.a + block.b
    return 0


def line_now(data: bytes | None, line: int, quote: str) -> int:
    """Where a line stands now that stood at `line` and read `quote`: the nearest that reads so; 0 if none does.

    For when nothing tells what the text was.
    """
    lines = lines_of(data or b"") or []
    places = [number for number, text in enumerate(lines, 1) if text[:LONGEST_QUOTE] == quote]
    return min(places, key=lambda number: abs(number - line), default=0)


@transaction
def write(draft_id: int, path: str, line: int, body: str, *, by: int, now: datetime) -> int:
    """Write a remark at a line of a draft; returns its number.

    Raises:
        NoSuchLine: as its docstring says.
    """
    lines = lines_of(files_of(draft_id).get(path, b"")) or []
    if not 1 <= line <= len(lines):
        raise NoSuchLine
    quote = lines[line - 1][:LONGEST_QUOTE]
    return _add(draft_id, None, path, line, quote, body, by, now)


@transaction
def answer(draft_id: int, remark_id: int, body: str, *, by: int, now: datetime) -> int:
    """Answer a remark; returns the answer's number.

    Raises:
        NoSuchRemark: as its docstring says.
    """
    remark = _remark(draft_id, remark_id)
    return _add(draft_id, remark.id, remark.path, remark.line, remark.quote, body, by, now)


@transaction
def settle(draft_id: int, remark_id: int, *, settled: bool, by: int, now: datetime) -> None:
    """Say that a remark is settled, or open again.

    Raises:
        NoSuchRemark: as its docstring says.
    """
    remark = _remark(draft_id, remark_id)
    remark.resolved_at, remark.resolved_by = (now, by) if settled else (None, None)


def _remark(draft_id: int, remark_id: int) -> ReviewRemark:
    """A remark that isn't an answer to another one."""
    found = ReviewRemark.draft_id == draft_id, ReviewRemark.id == remark_id, ReviewRemark.answers_id.is_(None)
    remark = db.session.scalar(select(ReviewRemark).where(*found))
    if remark is None:
        raise NoSuchRemark
    return remark


def _add(
    draft_id: int, answers_id: int | None, path: str, line: int, quote: str, body: str, by: int, now: datetime
) -> int:
    remark = ReviewRemark(
        draft_id=draft_id,
        answers_id=answers_id,
        path=path,
        line=line,
        quote=quote,
        body=body,
        written_by=by,
        written_at=now,
    )
    db.session.add(remark)
    db.session.flush()
    return remark.id
