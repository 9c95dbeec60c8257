"""What is known of certificates and of those that wait, read in a constant number of queries."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased

from elearn.accounts.models import User
from elearn.certificates.models import Certificate
from elearn.courses.models import Course
from elearn.database import db
from elearn.domain.certificate import CertificateStatus, Snapshot, read_code
from elearn.domain.codec import from_data

PAGE_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate as it stands now. `successor` is the code of the one that replaced it."""

    id: int
    code: str
    number: str
    status: CertificateStatus
    snapshot: Snapshot
    sha256: str
    issued_at: datetime
    ended_at: datetime | None
    reason: str
    successor: str | None

    @property
    def valid(self) -> bool:
        """Whether it holds: neither revoked nor replaced."""
        return self.status is CertificateStatus.VALID


@dataclass(frozen=True, slots=True)
class IssuedPage:
    """A page of a list of certificates. Pages count from 1; an empty list has one."""

    rows: tuple[Issued, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class File:
    """The very file that was issued, and whose it is."""

    user_id: int
    number: str
    pdf: bytes
    sha256: str


_Successor = aliased(Certificate)


def _select() -> Select[*tuple[Any, ...]]:
    columns = (
        Certificate.id,
        Certificate.code,
        Certificate.number,
        Certificate.status,
        Certificate.snapshot,
        Certificate.sha256,
        Certificate.issued_at,
        Certificate.ended_at,
        Certificate.reason,
        _Successor.code.label("successor"),
    )
    return select(*columns).outerjoin(_Successor, _Successor.id == Certificate.replaced_by_id)


def _issued(row: Any) -> Issued:
    values = dict(row._mapping)
    values["snapshot"] = from_data(Snapshot, json.loads(row.snapshot))
    values["status"] = CertificateStatus(row.status)
    return Issued(**values)


def find(code: str) -> Issued | None:
    """The certificate of a code; one query."""
    row = db.session.execute(_select().where(Certificate.code == code)).first()
    return _issued(row) if row else None


def find_file(data: bytes) -> Issued | None:
    """The certificate whose issued file is this one, byte for byte; one query."""
    digest = hashlib.sha256(data).hexdigest()
    row = db.session.execute(_select().where(Certificate.sha256 == digest)).first()
    return _issued(row) if row else None


def of_person(user_id: int) -> tuple[Issued, ...]:
    """A person's certificates, the newest first; one query."""
    rows = db.session.execute(_select().where(Certificate.user_id == user_id).order_by(Certificate.id.desc()))
    return tuple(_issued(row) for row in rows)


def file_of(code: str) -> File | None:
    """The issued file of a code; one query."""
    columns = select(Certificate.user_id, Certificate.number, Certificate.pdf, Certificate.sha256)
    row = db.session.execute(columns.where(Certificate.code == code)).first()
    return File(*row) if row else None


def search(words: str, page: int) -> IssuedPage:
    """A page of certificates, the newest first, in which every word is found: in name, number, code or course."""
    wanted = _conditions(words)
    total = db.session.scalar(_joined(select(func.count(Certificate.id))).where(*wanted)) or 0
    pages = max(1, -(-total // PAGE_LENGTH))
    page = min(max(1, page), pages)
    found = _joined(_select()).where(*wanted).order_by(Certificate.id.desc())
    rows = db.session.execute(found.limit(PAGE_LENGTH).offset((page - 1) * PAGE_LENGTH))
    return IssuedPage(tuple(_issued(row) for row in rows), page, pages, total)


def _joined(statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return statement.join(User, User.id == Certificate.user_id).join(Course, Course.id == Certificate.course_id)


def _conditions(words: str) -> Sequence[ColumnElement[bool]]:
    if code := read_code(words):
        return [Certificate.code == code]
    places = (User.name, Certificate.number, Course.slug)
    return [or_(*(place.icontains(word, autoescape=True) for place in places)) for word in words.split()]


def without_private(issued: Issued) -> Issued:
    """What a stranger may read of a certificate: neither NIP nor score, rank or position."""
    public = replace(issued.snapshot, nip="", score=None, position="", rank="", grade="", status_label="")
    return replace(issued, snapshot=public)
