"""Converted questions that wait to be added: kept, shown as often as their reader likes, then added or forgotten."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

from sqlalchemy import delete, or_, select

from elearn.coursetext.archive import pack
from elearn.coursetext.convert.as_files import QuestionFile
from elearn.coursetext.findings import Finding, sentence
from elearn.database import db, transaction
from elearn.studio.upload_models import QuestionUpload

KEPT = timedelta(days=1)
_ABOUT = "isi.json"


class NoSuchQuestions(Exception):
    """There are no such converted questions of this person for this draft, or no longer."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as it is kept, in both languages."""

    level: str
    code: str
    file: str
    line: int
    indonesian: str
    english: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A file of questions as it would stand in the course. `folder` is the module of a quiz, nothing for banks."""

    name: str
    format: str
    folder: str
    texts: tuple[QuestionFile, ...]
    remarks: tuple[Remark, ...]
    pictures: Mapping[str, bytes]

    @property
    def questions(self) -> int:
        """How many questions were converted."""
        return sum(text.questions for text in self.texts)

    @property
    def characters(self) -> int:
        """How long the texts are together."""
        return sum(len(text.text) for text in self.texts)


def remarked(finding: Finding) -> Remark:
    """A finding with its sentences."""
    return Remark(
        str(finding.level), finding.code, finding.file, finding.line, sentence(finding), sentence(finding, "en")
    )


@transaction
def keep(draft_id: int, converted: Converted, by: int, now: datetime) -> int:
    """Keep what was converted, in the place of what the person converted before; its id."""
    old = or_(QuestionUpload.owner_id == by, QuestionUpload.uploaded_at < now - KEPT)
    db.session.execute(delete(QuestionUpload).where(old))
    upload = QuestionUpload(owner_id=by, draft_id=draft_id, data=_packed(converted), uploaded_at=now)
    db.session.add(upload)
    db.session.flush()
    return upload.id


def kept(upload_id: int, draft_id: int, by: int, now: datetime) -> Converted:
    """What somebody converted for a draft.

    Raises:
        NoSuchQuestions: it isn't theirs or for another draft, or a day has gone by.
    """
    mine = (
        QuestionUpload.id == upload_id,
        QuestionUpload.owner_id == by,
        QuestionUpload.draft_id == draft_id,
        QuestionUpload.uploaded_at >= now - KEPT,
    )
    data = db.session.scalar(select(QuestionUpload.data).where(*mine))
    if data is None:
        raise NoSuchQuestions(upload_id)
    return _unpacked(data)


@transaction
def forget(upload_id: int) -> None:
    """Forget what was converted."""
    db.session.execute(delete(QuestionUpload).where(QuestionUpload.id == upload_id))


def _packed(converted: Converted) -> bytes:
    about = {
        "name": converted.name,
        "format": converted.format,
        "folder": converted.folder,
        "texts": [[text.title, text.questions] for text in converted.texts],
        "remarks": [
            [each.level, each.code, each.file, each.line, each.indonesian, each.english] for each in converted.remarks
        ],
    }
    files = {_ABOUT: json.dumps(about, ensure_ascii=False).encode()}
    files |= {f"teks/{place}.md": text.text.encode() for place, text in enumerate(converted.texts)}
    files |= {f"media/{name}": data for name, data in converted.pictures.items()}
    target = BytesIO()
    pack(target, files)
    return target.getvalue()


def _unpacked(data: bytes) -> Converted:
    with ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    about = json.loads(files[_ABOUT])
    texts = (
        QuestionFile(title, files[f"teks/{place}.md"].decode(), questions)
        for place, (title, questions) in enumerate(about["texts"])
    )
    pictures = {name.removeprefix("media/"): found for name, found in files.items() if name.startswith("media/")}
    remarks = tuple(Remark(*each) for each in about["remarks"])
    return Converted(about["name"], about["format"], about["folder"], tuple(texts), remarks, pictures)
