"""The keys of front matter: one table of names, Indonesian aliases, kinds, ranges and the files they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FileKind(StrEnum):
    """What a Markdown file of a course is, and so which keys it may have."""

    COURSE = "course"
    MODULE = "module"
    LESSON = "lesson"
    QUIZ = "quiz"
    BANK = "bank"


class ValueKind(StrEnum):
    """How a value is read."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    CHOICE = "choice"
    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of front matter. `low` and `high` bound a number, or `high` the length of a text."""

    name: str
    aliases: tuple[str, ...]
    kind: ValueKind
    files: tuple[FileKind, ...]
    low: int = 0
    high: int = 200
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


TRUTHS: Mapping[str, tuple[str, ...]] = {"true": ("ya", "yes", "benar"), "false": ("tidak", "no", "salah")}

_COURSE = (FileKind.COURSE,)
_QUIZ = (FileKind.QUIZ,)
_UNIT = (FileKind.LESSON, FileKind.QUIZ)
_COMPETENCIES = {
    "technical": ("teknis",),
    "managerial": ("manajerial",),
    "sociocultural": ("sosiokultural", "sosial_kultural"),
    "governmental": ("pemerintahan",),
}
_RULES = {"automatic": ("otomatis",), "approval": ("persetujuan",), "none": ("tanpa",)}
_CREDITS = {"exact": ("utuh",), "proportional": ("sebanding",)}
_MOMENTS = {
    "after_attempt": ("setelah_mengerjakan",),
    "after_pass": ("setelah_lulus",),
    "never": ("tidak_pernah",),
}

KEYS: tuple[Key, ...] = (
    Key("title", ("judul",), ValueKind.TEXT, tuple(FileKind), high=200),
    Key("jp", ("jam_pelajaran",), ValueKind.NUMBER, _COURSE, low=1, high=9999),
    Key("organizer", ("penyelenggara",), ValueKind.TEXT, _COURSE, high=200),
    Key("competency", ("kompetensi",), ValueKind.CHOICE, _COURSE, choices=_COMPETENCIES),
    Key("training_kind", ("jenis_pelatihan",), ValueKind.TEXT, _COURSE, high=100),
    Key("summary", ("ringkasan",), ValueKind.TEXT, _COURSE, high=200),
    Key("passing_score", ("lulus", "nilai_lulus"), ValueKind.NUMBER, _COURSE + _QUIZ, low=1, high=100),
    Key("certificate", ("sertifikat",), ValueKind.CHOICE, _COURSE, choices=_RULES),
    Key("prerequisites", ("prasyarat",), ValueKind.TEXTS, _COURSE, high=100),
    Key("legal_basis", ("dasar_hukum",), ValueKind.TEXTS, _COURSE, high=500),
    Key("valid_as_of", ("berlaku_per",), ValueKind.DATE, _COURSE),
    Key("review_due", ("tinjau_lagi",), ValueKind.DATE, _COURSE),
    Key("reviewed_by", ("ditinjau_oleh",), ValueKind.TEXT, _COURSE, high=200),
    Key("authors", ("penulis",), ValueKind.TEXTS, _COURSE, high=200),
    Key("language", ("bahasa",), ValueKind.TEXT, _COURSE, high=20),
    Key("tags", ("label",), ValueKind.TEXTS, _COURSE, high=50),
    Key("cover", ("sampul",), ValueKind.TEXT, _COURSE, high=300),
    Key("kind", ("jenis",), ValueKind.CHOICE, _UNIT, choices={"lesson": ("pelajaran", "materi"), "quiz": ("kuis",)}),
    Key("minutes", ("menit",), ValueKind.NUMBER, _UNIT, low=1, high=600),
    Key("required", ("wajib",), ValueKind.TRUTH, _UNIT),
    Key("id", ("identitas",), ValueKind.TEXT, _UNIT, high=150),
    Key("formerly", ("dahulu",), ValueKind.TEXTS, _UNIT, high=150),
    Key("attempts", ("percobaan",), ValueKind.NUMBER, _QUIZ, low=0, high=100),
    Key("wait_minutes", ("jeda_menit",), ValueKind.NUMBER, _QUIZ, low=0, high=43_200),
    Key("time_limit", ("batas_waktu",), ValueKind.NUMBER, _QUIZ, low=1, high=600),
    Key("draw", ("ambil",), ValueKind.DRAW, _QUIZ, low=1, high=1000),
    Key("shuffle", ("acak",), ValueKind.TRUTH, _QUIZ),
    Key("credit", ("penilaian",), ValueKind.CHOICE, _QUIZ, choices=_CREDITS),
    Key("show_answers", ("tampilkan_jawaban",), ValueKind.CHOICE, _QUIZ, choices=_MOMENTS),
)

BY_NAME: Mapping[str, Key] = {name: key for key in KEYS for name in (key.name, *key.aliases)}
"""Every key by its name and by each alias."""


def normal(name: str) -> str:
    """A name as the table has it: `Dasar Hukum` and `dasar-hukum` are `dasar_hukum`."""
    return "_".join(name.strip().casefold().replace("-", " ").replace("_", " ").split())
