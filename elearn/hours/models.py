"""The ledger of JP: rows are never changed, only corrected by a counter-entry."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment
from elearn.frozen import freeze


class HourEntry(Base):
    """JP credited to a person for a day. `source` is what it was credited for, and is credited once."""

    __tablename__ = "hour_entry"
    __table_args__ = (Index("ix_hour_entry_user_day", "user_id", "earned_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    course_id: Mapped[int | None] = mapped_column(ForeignKey("course.id"))
    title: Mapped[str] = mapped_column(String(300))
    jp: Mapped[int]
    earned_on: Mapped[date]
    source: Mapped[str] = mapped_column(String(100), unique=True)
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("hour_entry.id"), unique=True)
    reason: Mapped[str] = mapped_column(String(500), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))


freeze(HourEntry)
