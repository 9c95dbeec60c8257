"""What learners answered in the closing questionnaire."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment
from elearn.domain.questionnaire import Statement
from elearn.frozen import freeze


class CourseRating(Base):
    """A learner's opinion of a course that they completed. Append-only: the newest of an enrolment is what they think.

    Earlier ones stay, for figures take in what changed by five people at a time.
    """

    __tablename__ = "course_rating"
    __table_args__ = tuple(
        CheckConstraint(f"{statement.value} BETWEEN 1 AND 5", name=statement.value) for statement in Statement
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    useful: Mapped[int | None]
    clear: Mapped[int | None]
    practical: Mapped[int | None]
    paced: Mapped[int | None]
    recommended: Mapped[int | None]
    comment: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Moment)


freeze(CourseRating)
