"""Lines that are no text for learners yet: two versions to choose between, and what only says what to write."""

from collections.abc import Iterable, Iterator

from elearn.coursetext.parse.source import Line

FIRST, SECOND, LAST = "<<<<<<", "======", ">>>>>>"
"""How those lines begin; what follows says in words whose version it is."""


def marks(lines: Iterable[Line]) -> Iterator[Line]:
    """The first line of every passage that holds two versions, and each mark that was left without its passage."""
    within = False
    for line in lines:
        mark, _space, words = line.text.partition(" ")
        if not words or mark not in (FIRST, SECOND, LAST):
            continue
        if mark == FIRST or not within:
            yield line
        within = mark != LAST and (within or mark == FIRST)


LESSON_TO_WRITE = "Tulis pelajarannya di sini"
QUESTION_TO_WRITE = "Tulis pertanyaannya di sini"
PLACEHOLDERS = (
    LESSON_TO_WRITE,
    QUESTION_TO_WRITE,
    "Satu kalimat yang mengajak orang membuka pelatihan ini",
    "Tulis di sini apa isi pelatihan ini",
    "Satu dua kalimat pengantar modul. Berkas ini boleh dihapus",
    "Ganti teks ini dengan pelajaran Anda",
    "Soal di dalam pelajaran adalah latihan: dijawab di tempat",
)
"""What new courses, lessons and questions say until somebody writes them."""


def placeholders(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that still say what to write instead of saying it."""
    return (line for line in lines if any(words in line.text for words in PLACEHOLDERS))
