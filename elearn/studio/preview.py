"""A draft's file as learners will see it while it is written, and the findings that a button can mend."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from elearn.courses.editions import live_courses
from elearn.coursetext import fixes
from elearn.coursetext.editing.texts import text_of
from elearn.coursetext.findings import Finding, sentence
from elearn.coursetext.levels import Level
from elearn.coursetext.parse.tree import is_ignored
from elearn.coursetext.preview import Preview, preview
from elearn.studio.draft_texts import DraftTexts, texts_of
from elearn.studio.models import Draft

UNNAMED, SEVERAL = "missing-id", "several-ticked"
"""What only the editor asks about: no mistakes, so checking a course says nothing of them."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A button that mends. `value` says what to whom; `asks` tells whether it needs the trainer's words."""

    value: str
    label: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as the editor shows it: its place, its sentence, its cures."""

    line: int
    column: int
    level: Level
    message: str
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A text rendered, and what there is to say about it."""

    preview: Preview
    remarks: tuple[Remark, ...]


def show(draft: Draft, path: str, text: bytes, language: str, today: date) -> Shown:
    """What learners would see of a file of the draft if it held this text, and what there is to mend."""
    seen = _preview(draft, texts_of(draft), path, text, today)
    own = _hints(path, text.decode("utf-8", "replace").removeprefix("\ufeff"))
    remarks = [*(_remark(finding, language) for finding in seen.findings), *own]
    return Shown(seen, tuple(sorted(remarks, key=lambda each: (each.line, each.column))))


def mended(draft: Draft, path: str, text: str, fix: str, words: str, today: date) -> str:
    """The text with one thing mended; as it was, if what `fix` names isn't there."""
    code, line, column, cure = _parsed(fix)
    if code == UNNAMED:
        return fixes.named(texts_of(draft).files, path, text)
    if code == SEVERAL:
        return fixes.said_multiple(text, line) if cure == "multiple" else fixes.first_ticked(path, text, line)
    for finding in _preview(draft, texts_of(draft), path, text.encode("utf-8", "replace"), today).findings:
        if (finding.code, finding.line, finding.column) == (code, line, column):
            return fixes.cured(text, finding, cure, words)
    return text


def _preview(draft: Draft, texts: DraftTexts, path: str, text: bytes, today: date) -> Preview:
    known = {each.course.slug: each.course.prerequisites for each in live_courses()}
    media = {name: replace(each, address=media_address(draft.slug, name)) for name, each in texts.media.items()}
    return preview(draft.slug, {**texts.files, path: text}, path, known, today=today, media=media)


def media_address(slug: str, path: str) -> str:
    """Where a draft's own media are shown; learners get them from where editions keep them."""
    return f"/studio/{slug}/media/{path.removeprefix('media/')}"


def _parsed(fix: str) -> tuple[str, int, int, str]:
    code, line, column, cure = [*fix.split(":"), "", "", "", ""][:4]
    return code, int(line) if line.isdecimal() else 0, int(column) if column.isdecimal() else 0, cure


def _remark(finding: Finding, language: str) -> Remark:
    place = f"{finding.code}:{finding.line}:{finding.column}"
    buttons = tuple(Fix(f"{place}:{cure}", _label(cure), cure in fixes.ASKING) for cure in fixes.cures(finding.code))
    return Remark(finding.line, finding.column, finding.level, sentence(finding, language), buttons)


def _label(cure: str) -> str:
    labels = {
        "describe": _("Tulis teks alternatif"),
        "decorate": _("Hanya hiasan"),
        "remove": _("Hapus baris ini"),
        "quote": _("Jadikan pembahasan"),
        "options": _("Tambahkan pilihan"),
    }
    return labels.get(cure, _("Perbaiki"))


def hints(files: Mapping[str, bytes]) -> list[tuple[str, Remark]]:
    """What editors ask beyond the findings of the checker, of all texts by path: so that both count the same."""
    texts = ((path, text_of(files[path])) for path in sorted(files) if path.endswith(".md") and not is_ignored(path))
    return [(path, each) for path, text in texts for each in _hints(path, text)]


def _hints(path: str, text: str) -> Iterator[Remark]:
    """What is worth asking while the text is still being written."""
    if unnamed := fixes.unnamed(path, text):
        message = ngettext(
            "%(num)s soal belum punya id; dengan id, ia tetap soal yang sama bila kalimatnya diubah",
            "%(num)s soal belum punya id; dengan id, ia tetap soal yang sama bila kalimatnya diubah",
            len(unnamed),
        )
        yield Remark(unnamed[0], 1, Level.ADVICE, message, (Fix(f"{UNNAMED}:{unnamed[0]}:1:ids", _("Tulis id")),))
    for line in fixes.several_ticked(path, text):
        message = _("lebih dari satu pilihan ditandai benar, jadi peserta boleh memilih beberapa; memang begitu?")
        meant = Fix(f"{SEVERAL}:{line}:1:multiple", _("Ya, boleh beberapa"))
        slip = Fix(f"{SEVERAL}:{line}:1:first", _("Sisakan yang pertama"))
        yield Remark(line, 1, Level.ADVICE, message, (meant, slip))
