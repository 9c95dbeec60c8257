"""The figures of a course as tables to download: the same numbers that the pages show, and no others."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import pgettext

from elearn.domain.questionnaire import Agreement
from elearn.domain.taking import Scores
from elearn.domain.wording import words_of
from elearn.ratings.statements import SENTENCES
from elearn.spreadsheets import Cell, Table
from elearn.studio.course_figures import Known
from elearn.studio.figure_sentences import as_number, quiz_remarks, whole_percent
from elearn.studio.question_figures import Questions, Quiz, Worded

Row = tuple[Cell, ...]


def tables_of(known: Known, questions: Questions) -> tuple[Table, ...]:
    """Every table of a course's figures."""
    return (
        _summary(known),
        _units(known),
        _quizzes(known),
        _scores(known),
        _ratings(known),
        _comments(known),
        _questions(questions),
        _options(questions),
        _remarks(questions),
    )


TITLES = {
    "summary": _l("Ringkasan"),
    "units": _l("Bagian"),
    "quizzes": _l("Kuis"),
    "scores": _l("Nilai kuis"),
    "ratings": _l("Pendapat"),
    "comments": _l("Komentar"),
    "questions": _l("Soal"),
    "options": _l("Pilihan"),
    "remarks": _l("Catatan"),
}
"""The tables by the names that they have in addresses."""


def _table(name: str, head: Sequence[str], rows: Sequence[Row]) -> Table:
    return Table(name, str(TITLES[name]), head, rows)


def _summary(known: Known) -> Table:
    figures = known.figures
    rows: list[Row] = [(pgettext("one", "Pelatihan"), known.course.title)]
    if figures:
        rows += [
            (_("Terdaftar"), figures.enrolled),
            (_("Mulai belajar"), as_number(figures.started)),
            (_("Selesai"), as_number(figures.completed)),
            (_("Median hari sampai selesai"), figures.days),
            (_("Median menit belajar"), figures.minutes),
        ]
    if known.ratings:
        rows.append((_("Pendapat"), known.ratings.opinions))
    return _table("summary", (_("Angka"), pgettext("figure", "Nilai")), rows)


def _units(known: Known) -> Table:
    head = (_("Bagian"), _("Sampai di sini"), _("Berhenti di sini"), _("Median menit"), _("Menit tertulis"))
    steps = known.figures.steps if known.figures else ()
    rows = [(s.unit.title, as_number(s.reached), as_number(s.stopped), s.minutes, s.unit.minutes) for s in steps]
    return _table("units", head, rows)


def _quizzes(known: Known) -> Table:
    head = (
        _("Kuis"), _("Berlaku"), _("Pengerjaan pertama"), _("Median nilai (%)"), _("Lulus (%)"), _("Batas lulus (%)"),
    )  # fmt: skip
    return _table("quizzes", head, [_quiz(each, used) for each, used in _scored(known)])


def _scored(known: Known) -> Iterator[tuple[Scores, str]]:
    """The scores of every quiz, and whether the course still has it."""
    yield from ((each, _("ya")) for each in known.scores)
    yield from ((each, _("tidak")) for each in known.gone)


def _quiz(each: Scores, used: str) -> Row:
    passing = each.unit.quiz.passing_score if each.unit.quiz else None
    return each.unit.title, used, each.attempts, round(each.median, 1), whole_percent(each.passed), passing


def _scores(known: Known) -> Table:
    head = (_("Kuis"), _("Berlaku"), _("Nilai dari (%)"), _("sampai (%)"), _("Pengerjaan pertama"))
    rows = [
        (each.unit.title, used, found.low, found.last, found.attempts)
        for each, used in _scored(known)
        for found in each.bins
    ]
    return _table("scores", head, rows)


def _ratings(known: Known) -> Table:
    head = (_("Pernyataan"), _("Jawaban"), _("Rata-rata (1–5)"), _("Setuju (%)"))
    found = known.ratings.agreements if known.ratings else ()
    return _table("ratings", head, [_agreement(each) for each in found])


def _agreement(each: Agreement) -> Row:
    mean = None if each.mean is None else _two(each.mean)
    return str(SENTENCES[each.statement]), each.answers, mean, whole_percent(each.agree)


def _comments(known: Known) -> Table:
    comments = known.ratings.comments if known.ratings else ()
    return _table("comments", (_("Komentar"),), [(comment,) for comment in comments])


def _questions(questions: Questions) -> Table:
    head = (
        _("Kuis"), _("Soal"), _("Id"), _("Pertanyaan"), _("Edisi"), _("Berlaku"), _("Menjawab"),
        _("Rata-rata nilai (%)"), _("Terbaik (%)"), _("Terlemah (%)"), _("Daya beda"), _("Median detik"),
    )  # fmt: skip
    rows = [
        (
            quiz.unit.title, number, worded.question.id, worded.question.label, editions(worded),
            _("ya") if current else _("tidak"), as_number(worded.answered), *_indices(worded),
        )
        for quiz, number, worded, current in _every(questions)
    ]  # fmt: skip
    return _table("questions", head, rows)


def _indices(worded: Worded) -> Row:
    figures = worded.figures
    if figures is None:
        return (None,) * 5
    apart = figures.discrimination
    thirds = tuple(whole_percent(share) for share in figures.facilities or ()) or (None, None)
    return whole_percent(figures.facility), *thirds, None if apart is None else _two(apart), figures.seconds


def _options(questions: Questions) -> Table:
    head = (
        _("Kuis"), _("Soal"), _("Edisi"), _("Pilihan"), _("Kunci"), _("Semua (%)"), _("Terbaik (%)"),
        _("Terlemah (%)"),
    )  # fmt: skip
    rows = [
        (quiz.unit.title, number, editions(worded), words, _("ya") if choice.correct else _("tidak"), *shares)
        for quiz, number, worded, _current in _every(questions)
        if worded.figures
        for choice in worded.figures.choices
        for words in [_option(worded, choice.key)]
        for shares in [tuple(whole_percent(share) for share in (choice.everybody, choice.best, choice.worst))]
    ]
    return _table("options", head, rows)


def _option(worded: Worded, key: str) -> str:
    return next(words_of(option.html) for option in worded.question.options if option.key == key)


def _remarks(questions: Questions) -> Table:
    rows = [(quiz.unit.title, sentence) for quiz in questions.quizzes for sentence in quiz_remarks(quiz)]
    return _table("remarks", (_("Kuis"), _("Catatan")), rows)


def _every(questions: Questions) -> Iterator[tuple[Quiz, int | None, Worded, bool]]:
    """Every wording of every question, with its number, and whether it is asked now; those that are gone have none."""
    both = [*((quiz, True) for quiz in questions.quizzes), *((quiz, False) for quiz in questions.gone)]
    for quiz, used in both:
        for asked in quiz.questions:
            yield quiz, asked.number, asked.now, used
            yield from ((quiz, asked.number, worded, False) for worded in asked.before)
        yield from ((quiz, None, worded, False) for worded in quiz.gone)


def editions(worded: Worded) -> str:
    """Editions whose papers had a wording: `2`, `1, 2, 4`."""
    return ", ".join(map(str, worded.editions))


def _two(value: Fraction) -> float:
    return round(float(value), 2)
