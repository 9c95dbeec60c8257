"""Trying a draft as a learner: everything works as for learners, and nothing of it is kept."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from elearn import clock
from elearn.certificates.models import Certificate
from elearn.coursetext.load import load
from elearn.database import db
from elearn.hours.models import HourEntry
from elearn.learning.models import Enrolment, PracticeResponse, UnitProgress
from elearn.quizzes.models import Attempt, Response
from elearn.studio import drafts
from tests.quizzes.taking import fields_of
from tests.support.courses import QUIZ as QUIZ_TEXT
from tests.support.courses import RIGHT, demo_course, lesson, small_course

TRY = "/studio/melayani/try/"
QUIZ = f"{TRY}akhir/kuis/"
STRICT = "/studio/ketat/try/mulai/kuis/"
TRACES = (Enrolment, UnitProgress, PracticeResponse, Attempt, Response, HourEntry, Certificate)


@pytest.fixture
def demo(write):
    """A draft with every kind of question, never published."""
    return write(demo_course(), "melayani")


def traces():
    return {model.__tablename__: db.session.scalar(select(func.count()).select_from(model)) for model in TRACES}


def right_fields() -> dict[str, Any]:
    """The fields of the right answers to every question of the quiz."""
    files = {path: text.encode() if isinstance(text, str) else text for path, text in demo_course().items()}
    course = load("melayani", files).course
    fields: dict[str, Any] = {}
    for question in course.banks["akhir"]:
        fields |= fields_of(question, RIGHT[question.id.rpartition("-")[2]])
    return fields


def paper(html: str) -> str:
    found = re.search(r'name="paper" value="([^"]+)"', html)
    return found[1]


def asked(html: str) -> list[str]:
    return re.findall(r'name="question" value="([^"]+)"', html)


def take_quiz(studio, fields):
    """Begin the quiz, answer page by page, look it over, and hand in."""
    page = studio.post(QUIZ).text
    page = studio.post(QUIZ, {"paper": paper(page), "question": asked(page), **fields, "go": "2"}).text
    page = studio.post(QUIZ, {"paper": paper(page), "question": asked(page), **fields, "go": "review"}).text
    return studio.post(QUIZ, {"paper": paper(page), "go": "submit"}).text


def test_the_course_page_of_a_draft_is_that_of_learners_with_a_banner(studio, demo):
    page = studio.get(TRY).text

    assert "Uji coba" in page
    assert 'action="/studio/melayani/try/enrol"' in page
    assert 'href="/studio/melayani/try/langkah/tiga-langkah/"' in page


def test_beginning_leads_to_the_first_unit_of_the_trial(studio, demo):
    response = studio.post(f"{TRY}enrol")

    assert response.location == f"{TRY}langkah/tiga-langkah/"


def test_links_and_pictures_of_a_lesson_are_those_of_the_draft(studio, demo):
    lesson_page = studio.get(f"{TRY}langkah/tiga-langkah/").text
    practice = studio.post(f"{TRY}langkah/berlatih/", {"question": "l-satu", **_choice(demo)}).text

    assert 'src="/studio/melayani/media/langkah.svg"' in lesson_page
    assert 'href="/studio/melayani/try/langkah/tiga-langkah/"' in practice
    assert "/courses/melayani/" not in lesson_page + practice


def _choice(draft):
    course = load("melayani", drafts.files_of(draft.id)).course
    question = next(q for q in course.questions() if q.id == "l-satu")
    return fields_of(question, RIGHT["satu"])


def test_a_practice_answer_is_judged(studio, demo):
    page = studio.post(f"{TRY}langkah/berlatih/", {"question": "l-satu", **_choice(demo)}).text

    assert 'class="verdict verdict-right"' in page


def test_a_finished_lesson_counts_in_the_trial(studio, demo):
    studio.post(f"{TRY}enrol")

    response = studio.post(f"{TRY}langkah/tiga-langkah/", {"action": "complete"})

    assert response.location == f"{TRY}langkah/berlatih/"
    assert "unit-completed" in studio.get(TRY).text


def test_starting_again_forgets_the_trial(studio, demo):
    studio.post(f"{TRY}langkah/tiga-langkah/", {"action": "complete"})

    studio.post(f"{TRY}again")

    assert "unit-completed" not in studio.get(TRY).text


def test_a_quiz_is_answered_page_by_page_and_graded(studio, demo):
    result = take_quiz(studio, right_fields())

    assert '<p class="big-number">100 ' in result
    assert "Pembahasan" in result


def test_a_quiz_handed_in_empty_is_not_passed(studio, demo):
    result = take_quiz(studio, {})

    assert '<p class="big-number">0 ' in result
    assert "Soal ini tidak Anda jawab." in result


def test_a_whole_trial_leaves_no_trace(studio, demo):
    studio.post(f"{TRY}enrol")
    studio.post(f"{TRY}langkah/tiga-langkah/", {"action": "complete"})
    studio.post(f"{TRY}langkah/berlatih/", {"question": "l-satu", **_choice(demo)})
    studio.post(f"{TRY}langkah/berlatih/", {"action": "place", "place": "3"})
    studio.post(f"{TRY}langkah/berlatih/", {"action": "complete"})

    result = take_quiz(studio, right_fields())

    assert "Di titik ini peserta dinyatakan selesai." in studio.get(TRY).text
    assert "100 " in result
    assert set(traces().values()) == {0}


def test_the_answers_of_a_trial_cannot_be_made_up(studio, demo):
    page = studio.post(QUIZ, {"paper": "buatan.sendiri", "go": "submit"}).text

    assert '<p class="big-number">0 ' in page


def test_a_draft_with_errors_is_tried_as_far_as_it_is_sound_and_says_kindly_what_is_not(studio, demo):
    text = lesson("Berlatih", "![](tidak-ada.png)").encode()
    drafts.save_file(demo.id, "01-langkah/02-berlatih.md", text, 1, demo.owner_id, clock.now())

    course, unit = studio.get(TRY).text, studio.get(f"{TRY}langkah/berlatih/")

    assert "Belum dapat dicoba karena masih perlu diperbaiki: Berlatih." in course
    assert unit.status_code == 200
    assert "“Berlatih” belum dapat dicoba" in unit.text
    assert "/studio/melayani/publish" in unit.text
    assert studio.get(QUIZ).status_code == 200


def test_learners_are_not_let_in(demo, visit, people):
    assert visit(people.create()).get(TRY).status_code == 403


@pytest.fixture
def strict(write):
    """A draft whose quiz may be taken once, in ten minutes."""
    quiz = QUIZ_TEXT.replace("kind: quiz\n", "kind: quiz\nattempts: 1\ntime_limit: 10\n")
    return write(small_course(quiz=quiz), "ketat")


def test_a_trial_ends_after_as_many_attempts_as_learners_have_and_leaves_no_row(studio, strict):
    page = studio.post(STRICT).text
    studio.post(STRICT, {"paper": paper(page), "go": "submit"})

    again = studio.post(STRICT).text

    assert 'name="paper"' not in again
    assert "tersisa 0 dari 1" in again
    assert set(traces().values()) == {0}


def test_a_trial_begun_anew_has_its_attempts_again(studio, strict):
    page = studio.post(STRICT).text
    studio.post(STRICT, {"paper": paper(page), "go": "submit"})
    studio.post("/studio/ketat/try/again")

    assert 'name="paper"' in studio.post(STRICT).text


def test_answers_of_a_trial_that_come_too_late_do_not_count(studio, strict, monkeypatch):
    page = studio.post(STRICT).text
    late = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: late)

    result = studio.post(STRICT, {"paper": paper(page), "question": asked(page), "go": "review"}).text

    assert "Waktunya habis." in result
    assert '<p class="big-number">0 ' in result
