"""Reviews of drafts, and the remarks made at their lines."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment


class Review(Base):
    """A draft's writer asked for a review. It is open until the reviewer answers or the writer takes it back.

    `reviewer_id` is whom the writer asked, null for whoever comes first. `verdict` is empty, `approved`, `changes` or
    `withdrawn`; an approval holds for the bytes of `sha256` alone.
    """

    __tablename__ = "review"
    __table_args__ = (Index("ix_review_draft_newest", "draft_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"))
    asked_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    note: Mapped[str] = mapped_column(String(1000), default="")
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    verdict: Mapped[str] = mapped_column(String(20), default="", index=True)
    verdict_note: Mapped[str] = mapped_column(String(1000), default="")
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    sha256: Mapped[str] = mapped_column(String(64), default="")


class ReviewRemark(Base):
    """A remark at a line of a draft's file, or an answer to one (`answers_id`).

    `quote` is the line as it was: should it have moved since, the remark is found again by it.
    """

    __tablename__ = "review_remark"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("review_remark.id"))
    path: Mapped[str] = mapped_column(String(400))
    line: Mapped[int]
    quote: Mapped[str] = mapped_column(String(400), default="")
    body: Mapped[str] = mapped_column(Text)
    written_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    written_at: Mapped[datetime] = mapped_column(Moment)
    resolved_at: Mapped[datetime | None] = mapped_column(Moment)
    resolved_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
