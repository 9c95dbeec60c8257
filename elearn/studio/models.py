"""Drafts: a course as its writers have it, file by file, with what was replaced and what was removed."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.database import Base, Moment


class Draft(Base):
    """A course being written. `base_edition_id` is the edition that it was last equal to, `equal_at` since when."""

    __tablename__ = "draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(100), unique=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    base_edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))
    equal_at: Mapped[datetime | None] = mapped_column(Moment)
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class DraftFile(Base):
    """A file of a draft; versions count from 1. A removed one stays: `removal` names what was removed together."""

    __tablename__ = "draft_file"
    __table_args__ = (
        Index(
            "ix_draft_file_one_path",
            "draft_id",
            "path",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    path: Mapped[str] = mapped_column(String(400))
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    size: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    changed_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    removed_at: Mapped[datetime | None] = mapped_column(Moment)
    removal: Mapped[str | None] = mapped_column(String(32))


class DraftRevision(Base):
    """A text that a save replaced, so that a save made from it can be merged."""

    __tablename__ = "draft_revision"
    __table_args__ = (UniqueConstraint("file_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("draft_file.id"))
    version: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    saved_at: Mapped[datetime] = mapped_column(Moment)
    saved_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class DraftShare(Base):
    """Somebody beside its owner who writes on a draft."""

    __tablename__ = "draft_share"

    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), primary_key=True, index=True)
