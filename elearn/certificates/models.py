"""Certificates, those waiting for approval, and the counter of their numbers."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment
from elearn.domain.certificate import CertificateStatus, RequestState
from elearn.frozen import freeze


class Certificate(Base):
    """A certificate as issued: its frozen snapshot and the very file. Only `status` and what ended it ever change."""

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("year", "running"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    number: Mapped[str] = mapped_column(String(200), unique=True)
    year: Mapped[int]
    running: Mapped[int]
    status: Mapped[str] = mapped_column(String(20), index=True)
    snapshot: Mapped[str] = mapped_column(Text)
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    issued_at: Mapped[datetime] = mapped_column(Moment)
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    reason: Mapped[str] = mapped_column(String(500), default="")
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))


freeze(
    Certificate,
    once={
        "status": CertificateStatus.VALID.value,
        "ended_at": None,
        "ended_by": None,
        "reason": "",
        "replaced_by_id": None,
    },
)


class CertificateRequest(Base):
    """A completed course whose certificate waits for an admin. `state` is a `RequestState`."""

    __tablename__ = "certificate_request"

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(20), index=True, default=RequestState.WAITING.value)
    requested_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    reason: Mapped[str] = mapped_column(String(500), default="")


class CertificateCounter(Base):
    """The last running number of a year. Its row is locked while a number is taken: no gap, no double."""

    __tablename__ = "certificate_counter"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(default=0)
