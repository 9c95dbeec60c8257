"""What figures say, in sentences."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from elearn.domain.anonymity import Count, Share
from elearn.domain.course import Question
from elearn.domain.notes import Note, NoteCode
from elearn.domain.taking import CourseFigures
from elearn.domain.wording import words_of
from elearn.studio.question_figures import Quiz

SHOWN = 80
"""Characters of an option that a sentence quotes."""


def people(count: Count) -> str:
    """How many people: `12`, `kurang dari 5`, `lebih dari 45`."""
    if count.fewer:
        return str(_("kurang dari %(limit)s", limit=count.number))
    return str(_("lebih dari %(limit)s", limit=count.number)) if count.more else str(count.number)


def whole_percent(share: Share | None) -> str | int:
    """A share as pages and files show it: whole percent, a limit in words, or a dash where there is no share."""
    if share is None:
        return "–"
    percent = round(share.value * 100)
    if share.fewer:
        return str(_("kurang dari %(limit)s %%", limit=percent))
    return str(_("lebih dari %(limit)s %%", limit=percent)) if share.more else percent


def percent_words(share: Share | None) -> str:
    """A share in a sentence or a cell of a page: `70 %`, `lebih dari 90 %`, `–`."""
    percent = whole_percent(share)
    return f"{percent} %" if isinstance(percent, int) else percent


def as_number(count: Count) -> int | str:
    """A count as a cell of a file: a number where it is known."""
    return people(count) if count.fewer or count.more else count.number


def duration(seconds: int) -> str:
    """`45 detik`, `2 menit 10 detik`."""
    whole, rest = divmod(seconds, 60)
    parts = [str(_("%(num)s menit", num=whole))] if whole else []
    if rest or not whole:
        parts.append(str(ngettext("%(num)s detik", "%(num)s detik", rest)))
    return " ".join(parts)


def days(count: int) -> str:
    """`kurang dari sehari`, `4 hari`."""
    return str(ngettext("%(num)s hari", "%(num)s hari", count) if count else _("kurang dari sehari"))


REMARKS = {
    NoteCode.CHECK_KEY: _l("Soal %(number)s dijawab salah oleh peserta terbaik: periksa kuncinya."),
    NoteCode.BEST_CHOSE: _l(
        "Soal %(number)s dijawab salah oleh peserta terbaik: periksa kuncinya. Kebanyakan memilih “%(option)s”."
    ),
    NoteCode.TURNED_ROUND: _l(
        "Soal %(number)s lebih sering dijawab benar oleh peserta terlemah: mungkin kalimatnya bermakna ganda."
    ),
    NoteCode.HARD: _l("Soal %(number)s sulit: periksa apakah pelajarannya sudah membahasnya."),
    NoteCode.EASY: _l("Soal %(number)s dijawab benar oleh hampir semua peserta: biarkan bila memang harus dikuasai."),
    NoteCode.POOR: _l(
        "Soal %(number)s hampir tidak membedakan peserta terbaik dari yang terlemah: perjelas kalimat dan pilihannya."
    ),
    NoteCode.LEFT_BLANK: _l("Soal %(number)s sering dibiarkan kosong: mungkin pertanyaannya belum jelas."),
    NoteCode.UNUSED: _l(
        "Soal %(number)s: pilihan “%(option)s” hampir tidak pernah dipilih. Ganti dengan kekeliruan yang lazim."
    ),
    NoteCode.SLOW: _l("Soal %(number)s biasanya memakan waktu %(time)s: mungkin terlalu panjang atau berbelit."),
}


def remark(number: int, note: Note, question: Question) -> str:
    """The sentence of a remark on the question that has this number in its quiz."""
    return str(REMARKS[note.code]) % {
        "number": number,
        "time": duration(note.seconds),
        "option": option_words(question, note.option),
    }


def quiz_remarks(quiz: Quiz) -> list[str]:
    """The remarks on a quiz's questions as they are worded now, the most urgent first."""
    urgency = list(NoteCode)
    noted = [(asked, note) for asked in quiz.questions if asked.now.figures for note in asked.now.figures.notes]
    noted.sort(key=lambda each: urgency.index(each[1].code))
    return [remark(asked.number, note, asked.now.question) for asked, note in noted]


def option_words(question: Question, key: str) -> str:
    """The words of an option, cut where they are long."""
    words = next((words_of(option.html) for option in question.options if option.key == key), key)
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"


def course_remarks(figures: CourseFigures) -> list[str]:
    """What the figures of a course say to its author."""
    said = []
    if figures.most_stop_at:
        said.append(_("Peserta paling sering berhenti di “%(title)s”.", title=figures.most_stop_at.title))
    said += [
        _(
            "“%(title)s” biasanya memakan %(minutes)s menit, padahal tertulis %(said)s menit.",
            title=step.unit.title,
            minutes=step.minutes,
            said=step.unit.minutes,
        )
        for step in figures.steps
        if step.takes_longer_than_said
    ]
    return [str(each) for each in said]
