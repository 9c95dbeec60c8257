"""Questions of a draft coming from other platforms, and going there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import starmap

from sqlalchemy import select

from elearn.coursetext.convert.as_files import as_files, identified, ids_in
from elearn.coursetext.convert.formats_in import NAMES, READERS, format_of
from elearn.coursetext.convert.gift_write import write_gift
from elearn.coursetext.convert.markdown import read_questions
from elearn.coursetext.convert.qti_write import write_qti
from elearn.coursetext.convert.question import Exported, SourceQuestion
from elearn.coursetext.editing.adding import add_bank, add_unit
from elearn.coursetext.editing.shape import shape
from elearn.coursetext.editing.values import Edit
from elearn.coursetext.findings import Finding
from elearn.coursetext.media.incoming import Incoming, made_fit
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.slugs import slugify, title_of_key
from elearn.database import db, transaction
from elearn.studio.converted import Converted, remarked
from elearn.studio.drafts import present
from elearn.studio.models import Draft, DraftFile
from elearn.studio.outlining import apply, texts
from elearn.studio.uploads import take

LONGEST_TITLE = 150
PLACE = "bank/soal.md"
"""Where exported questions are said to stand: as deep as every bank and unit, so that paths of pictures hold."""


MOST_PICTURES = 500
_MEDIA = re.compile(r"\.\./(media/[^()\s\"'<>]+)")


def convert(draft_id: int, name: str, data: bytes, shape_: str, title: str, folder: str) -> Converted:
    """What an uploaded file becomes. An unknown format is found out; the title is that of the file unless given."""
    kind = shape_ if shape_ in READERS else format_of(data)
    imported = READERS[kind](name[:200] or "soal", data)
    questions = identified(imported.questions, ids_in(texts(draft_id)))
    words = " ".join(title.split())[:LONGEST_TITLE] or title_of_key(slugify(name.rpartition(".")[0])) or "Soal"
    files = as_files(questions, words, quiz=bool(folder))
    unfit = (each for each in starmap(made_fit, imported.media.items()) if isinstance(each, Finding))
    remarks = tuple(map(remarked, (*imported.findings, *unfit)))
    return Converted(name[:200], NAMES[kind], folder, files, remarks, imported.media)


@transaction
def add_questions(
    draft_id: int, sent: Sequence[tuple[str, str]], folder: str, pictures: Mapping[str, bytes], by: int, now: datetime
) -> list[str]:
    """Put texts of questions, each with its title, into a draft: banks, or quizzes of a module; their paths.

    Raises:
        elearn.coursetext.editing.values.NoSuchPlace: there is no such module.
        elearn.studio.uploads.DraftFull: there is no room for the pictures.
    """
    draft = db.session.get_one(Draft, draft_id, with_for_update=True)
    fit = {name: each for name, data in pictures.items() if isinstance(each := made_fit(name, data), Incoming)}
    taken = dict(zip(fit, take(draft_id, list(fit.values()), by, now), strict=True)) if fit else {}
    paths: list[str] = []
    files = texts(draft_id)
    for title, text in sent:
        added = add_unit(files, folder, title, FileKind.QUIZ) if folder else add_bank(files, title)
        edit, moves = added.edit, added.edit.moves
        files = edit.applied(files)  # with the short text of a new file: its place needs no more, and all are read
        writes = {**edit.writes, added.path: _with_pictures(text, taken).encode()}
        apply(draft, Edit(moves, writes), by, now)
        db.session.flush()
        paths = [*(moves.get(path, path) for path in paths), added.path]
    return paths


def _with_pictures(text: str, taken: Mapping[str, str]) -> str:
    """The text with its pictures under the paths that they got, all at once: one may get the name of another."""
    return _MEDIA.sub(lambda named: f"../{taken.get(named[1].removeprefix('media/'), named[1])}", text)


def questions_of(draft_id: int) -> tuple[SourceQuestion, ...]:
    """Every question of a draft, bank by bank and unit by unit; `category` is the title of where it stands."""
    return tuple(_questions(texts(draft_id)))


def _questions(files: Mapping[str, bytes]) -> Iterator[SourceQuestion]:
    outline = shape(files)
    for item in (*outline.banks, *outline.units):
        kind = FileKind.BANK if item.kind is FileKind.BANK else None
        for question in read_questions(item.path, files[item.path], kind):
            yield replace(question, category=item.title)


def as_gift(asked: Sequence[SourceQuestion], language: str = "id") -> Exported:
    """Questions of a draft as GIFT, a category for each bank and unit."""
    return write_gift(asked, PLACE, language)


def as_qti(draft_id: int, asked: Sequence[SourceQuestion]) -> Exported:
    """Questions of a draft as a package of QTI 2.1, with the pictures that they show."""
    return write_qti(asked, PLACE, _pictures(draft_id, asked))


def _pictures(draft_id: int, asked: Sequence[SourceQuestion]) -> dict[str, bytes]:
    """The media that questions name, by path; one query."""
    named = {path for question in asked for path in _MEDIA.findall(repr(question))}
    columns = select(DraftFile.path, DraftFile.data)
    rows = db.session.execute(columns.where(*present(draft_id), DraftFile.path.in_(sorted(named)[:MOST_PICTURES])))
    return {row.path: row.data for row in rows}
