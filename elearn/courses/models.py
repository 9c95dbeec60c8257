"""Courses, their editions, and the files that editions are made of."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment


class Course(Base):
    """A course under its slug; learners read its current edition. An archived one can't be begun any more."""

    __tablename__ = "course"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(100), unique=True)
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id", use_alter=True))
    created_at: Mapped[datetime] = mapped_column(Moment)
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class Edition(Base):
    """What was published at a moment, for ever: `data` is the compiled course, the files stand in `EditionFile`."""

    __tablename__ = "edition"
    __table_args__ = (
        UniqueConstraint("course_id", "number"),
        {"sqlite_autoincrement": True},  # processes keep editions by id, so an id must never come back
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"))
    number: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    compiler: Mapped[str] = mapped_column(String(64))
    data: Mapped[str] = mapped_column(Text, deferred=True)
    published_at: Mapped[datetime] = mapped_column(Moment)
    published_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))


class Blob(Base):
    """Bytes of a file, kept once however many editions hold it."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class EditionFile(Base):
    """A source file of an edition, byte for byte as it was published. `content_type` is set for media."""

    __tablename__ = "edition_file"

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    path: Mapped[str] = mapped_column(String(400), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), index=True)
    content_type: Mapped[str] = mapped_column(String(60), default="")
