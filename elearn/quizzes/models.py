"""Attempts at quizzes and the responses saved in them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment
from elearn.frozen import freeze


class Attempt(Base):
    """One attempt at a quiz. `paper` is what it was given, for ever. At most one attempt at a quiz is open.

    Points earned are `earned_numerator / earned_denominator` of `total`, so that no grade is rounded. `passing_score`
    is the paper's, beside it so that a list of attempts needn't read papers.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("enrolment_id", "identity", "number"),
        Index(
            "ix_attempt_one_open",
            "enrolment_id",
            "identity",
            unique=True,
            sqlite_where=text("submitted_at IS NULL"),
            postgresql_where=text("submitted_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"))
    identity: Mapped[str] = mapped_column(String(200))
    number: Mapped[int]
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    seed: Mapped[str] = mapped_column(String(64))
    paper: Mapped[str] = mapped_column(Text)
    passing_score: Mapped[int]
    started_at: Mapped[datetime] = mapped_column(Moment)
    deadline_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    expired: Mapped[bool] = mapped_column(default=False)
    earned_numerator: Mapped[int] = mapped_column(default=0)
    earned_denominator: Mapped[int] = mapped_column(default=1)
    total: Mapped[int] = mapped_column(default=0)
    passed: Mapped[bool] = mapped_column(default=False)


freeze(
    Attempt,
    once={
        "submitted_at": None,
        "expired": False,
        "earned_numerator": 0,
        "earned_denominator": 1,
        "total": 0,
        "passed": False,
    },
)


class Response(Base):
    """An answer as it was saved. Append-only: the newest of a question counts.

    `request_key` names the browser's request, so that one that is sent again saves nothing twice. `tab` is the page
    that sent it and `sequence` its place among that page's saves; both are empty for a form sent without a script.
    """

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("attempt_id", "question_id", "request_key"),
        Index("ix_response_newest", "attempt_id", "question_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"))
    question_id: Mapped[str] = mapped_column(String(100))
    answer: Mapped[Any] = mapped_column(JSON)
    request_key: Mapped[str] = mapped_column(String(64))
    tab: Mapped[str] = mapped_column(String(64), default="")
    sequence: Mapped[int] = mapped_column(default=0)
    saved_at: Mapped[datetime] = mapped_column(Moment)


freeze(Response)
