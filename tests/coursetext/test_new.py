"""A new course: it shows every idea of the format and has nothing to mend."""

import pytest

from elearn.coursetext.ids import with_ids
from elearn.coursetext.levels import Level
from elearn.coursetext.load import load
from elearn.coursetext.new import course_files
from elearn.domain.course import QuestionKind


def test_a_new_course_has_nothing_to_mend_but_its_sample_sentences():
    found = load("contoh", course_files("contoh", "Contoh"), {}).findings

    assert {(each.code, each.level) for each in found} == {("placeholder", Level.WARNING)}
    assert {each.file for each in found} == {
        "course.md",
        "01-mulai/module.md",
        "01-mulai/01-contoh-teks.md",
        "01-mulai/02-contoh-soal.md",
    }


@pytest.mark.parametrize("gone", ["01-mulai/01-contoh-teks.md", "01-mulai/02-contoh-soal.md", "01-mulai/03-kuis.md"])
def test_a_new_course_can_be_published_without_any_one_of_its_samples(gone):
    files = course_files("contoh", "Contoh")
    del files[gone]

    assert load("contoh", files, {}).course is not None


@pytest.mark.parametrize("title", ["Contoh", 'Kata "kutip" & # tanda: {a} \\ [b]', "Å ñ — 我", "- a", "a\nb"])
def test_a_new_course_has_the_title_it_was_given(title):
    course = load("contoh", course_files("contoh", title), {}).course

    assert course.title == title.replace("\n", " ")


def test_a_new_course_without_a_title_is_called_after_its_slug():
    assert load("a", course_files("pelayanan-prima", "  "), {}).course.title == "Pelayanan prima"


def test_a_new_course_shows_every_kind_of_question():
    course = load("contoh", course_files("contoh", "Contoh"), {}).course

    assert {question.kind for question in course.questions()} == set(QuestionKind)


def test_a_new_course_has_an_id_for_every_question():
    assert with_ids(course_files("contoh", "Contoh")) == {}


@pytest.mark.parametrize(
    "html",
    ["<table>", "<math", "<details>", "admonition", "<dl>", "<abbr", "footnote", "<img", "<pre", "task-done", "<h2"],
)
def test_a_new_course_shows_what_a_text_can_hold(html):
    course = load("contoh", course_files("contoh", "Contoh"), {}).course

    assert any(html in part for unit in course.units for part in unit.parts if isinstance(part, str))
