"""Who takes which course, and how far they are."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment


class Enrolment(Base):
    """A person's taking of a course. `completed_at` is set once, for good."""

    __tablename__ = "enrolment"
    __table_args__ = (UniqueConstraint("user_id", "course_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    enrolled_at: Mapped[datetime] = mapped_column(Moment)
    active_at: Mapped[datetime] = mapped_column(Moment)
    completed_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
    completed_edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))


class UnitProgress(Base):
    """What a learner did with a unit: opened it, where they stopped, which text they completed."""

    __tablename__ = "unit_progress"

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), primary_key=True)
    identity: Mapped[str] = mapped_column(String(200), primary_key=True)
    opened_at: Mapped[datetime] = mapped_column(Moment)
    place: Mapped[int] = mapped_column(default=0)
    completed_at: Mapped[datetime | None] = mapped_column(Moment)
    completed_hash: Mapped[str] = mapped_column(String(64), default="")
    completed_edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))


class PracticeResponse(Base):
    """An answer to a practice question. Append-only, unscored."""

    __tablename__ = "practice_response"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    identity: Mapped[str] = mapped_column(String(200))
    question_id: Mapped[str] = mapped_column(String(100))
    answer: Mapped[Any] = mapped_column(JSON)
    right: Mapped[bool]
    answered_at: Mapped[datetime] = mapped_column(Moment)
