"""A preview of one file says and shows what loading the whole course would."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from elearn.coursetext.load import load
from elearn.coursetext.media.inspect import MediaFile
from elearn.coursetext.preview import preview
from elearn.domain.course import Question
from tests.coursetext.writing import ANSWERED, COURSE, files_of

LESSON = "01-loket/01-menyapa.md"
BUDGET, PATIENCE = 0.2, 5
"""Seconds a preview may take, and how many times slower a busy machine may be."""

QUIZ = "---\ntitle: Kuis\nkind: quiz\ndraw: {bank/sapa: 3, bank/lain: 1}\n---\n\n## ? Siapa?\n\n" + ANSWERED
MANY = {
    "course.md": COURSE,
    "01-loket/module.md": "# Loket\n\nTentang *loket*.\n",
    LESSON: "# Menyapa\n\nTeks [rusak](tiada.md) dan ![](../media/x.png).\n\n## ? Siapa?\n\n" + ANSWERED,
    "01-loket/02-menyapa-lagi.md": "# Menyapa\n\n### Terlalu dalam\n\nTeks.\n",
    "01-loket/03-kuis.md": QUIZ,
    "bank/sapa.md": "## ? Satu? {#a}\n\n" + ANSWERED + "\n## ? Dua? {#a}\n\n- [ ] Salah\n- [ ] Salah\n",
    "bank/sepi.md": "## ? Tiga?\n\n" + ANSWERED,
}


def shown(files, path):
    return preview("pelayanan-prima", files, path, {})


@pytest.mark.parametrize("path", sorted(MANY))
def test_a_preview_finds_in_a_file_what_checking_the_course_finds_there(path):
    files = files_of(MANY)
    whole = load("pelayanan-prima", files, {}).findings

    found = shown(files, path).findings

    assert found == tuple(finding for finding in whole if finding.file == path)


@pytest.mark.parametrize("path", [LESSON, "01-loket/02-kuis.md"])
def test_a_preview_shows_what_the_published_unit_would(path):
    files = files_of(
        {
            LESSON: f"# Menyapa\n\nSapa **warga**.\n\n## ? Siapa? {{#s}}\n\n{ANSWERED}",
            "01-loket/02-kuis.md": f"---\ntitle: K\nkind: quiz\n---\n\n## ? Apa? {{#k}}\n\n{ANSWERED}",
        }
    )
    course = load("pelayanan-prima", files).course
    unit = next(unit for unit in course.units if unit.source == path)

    seen = shown(files, path)

    assert (seen.title, seen.parts, seen.minutes, seen.is_quiz) == (
        unit.title,
        unit.parts,
        unit.minutes,
        unit.quiz is not None,
    )


def test_a_bank_a_module_and_the_course_have_previews_too():
    files = files_of(MANY)

    bank, module, course = (shown(files, path) for path in ("bank/sapa.md", "01-loket/module.md", "course.md"))

    assert [type(part) for part in bank.parts] == [Question, Question]
    assert "<em>loket</em>" in module.parts[0]
    assert "petugas loket" in course.parts[0]


def test_a_file_that_belongs_to_nothing_has_no_text():
    assert shown(files_of({"catatan/lama/a.md": "teks"}), "catatan/lama/a.md").parts == ()


def test_known_media_are_not_looked_at_again():
    text = "# J\n\n![Alur](../media/alur.png)\n"
    known = MediaFile("media/alur.png", "0" * 64, "image/png", 40, 30, 9, "/courses/x/media/0.png")
    files = files_of({LESSON: text, "media/alur.png": b""})

    seen = preview("pelayanan-prima", files, LESSON, media={"media/alur.png": known})

    assert 'src="/courses/x/media/0.png"' in seen.parts[0]


@given(
    some.binary(max_size=300), some.sampled_from([LESSON, "course.md", "bank/x.md", "01-loket/module.md", "a/b/c", ""])
)
def test_a_preview_answers_any_bytes(data, path):
    files = {**files_of(), path: data}

    seen = preview("pelayanan-prima", files, path)

    assert {finding.file for finding in seen.findings} <= {path}


def _unit(number):
    words = "Petugas loket **menyapa** warga, mendengarkan keluhan, lalu menuliskan berkas yang kurang. " * 36
    parts = "\n\n".join(f"## Bagian {part}\n\n{words}\n\n- satu\n- dua" for part in range(5))
    return f"# Unit {number}\n\n{parts}\n\n## ? Siapa disapa? {{#q{number}}}\n\n{ANSWERED}"


def test_a_lesson_of_two_thousand_words_is_shown_while_one_types():
    files = files_of({f"01-loket/{number:02}-unit-{number}.md": _unit(number) for number in range(2, 21)})
    path = "01-loket/07-unit-7.md"
    assert len(files[path].split()) > 1_900
    shown(files, path)

    times = []
    for _ in range(5):
        began = time.perf_counter()
        shown(files, path)
        times.append(time.perf_counter() - began)

    print(f"{min(times) * 1000:.0f} ms at best, {max(times) * 1000:.0f} ms at worst")
    assert min(times) < BUDGET * PATIENCE
