"""What was uploaded and waits for its reader to say that it is the right thing: a course, or converted questions."""

import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment

LARGEST_ID = 2**31 - 1


def new_id() -> int:
    """A number that no earlier upload had: another window must not make the newest one by its address."""
    return secrets.randbelow(LARGEST_ID) + 1


class CourseUpload(Base):
    """A zip as it came, or one made of the files that came. A person has one at a time, for a day at most."""

    __tablename__ = "course_upload"

    id: Mapped[int] = mapped_column(primary_key=True, default=new_id)
    owner_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    uploaded_at: Mapped[datetime] = mapped_column(Moment)


class QuestionUpload(Base):
    """Questions converted for a draft, as a zip of their texts, pictures and findings.

    A person has one at a time, for a day at most.
    """

    __tablename__ = "question_upload"

    id: Mapped[int] = mapped_column(primary_key=True, default=new_id)
    owner_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), unique=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    uploaded_at: Mapped[datetime] = mapped_column(Moment)
