"""The page of a quiz: its rules in words, one button, earlier attempts."""

import pytest

from elearn import clock
from elearn.quizzes import service
from tests.quizzes.pages import buttons, words
from tests.quizzes.taking import MINUTE, Taker, course_with, quiz_md


@pytest.fixture
def quiz(taker, visit):
    """`quiz(rules…)` gives a learner and their browser."""

    def make(questions: int = 3, **rules: object):
        somebody = taker(questions, **rules)
        return somebody, visit(somebody.person)

    return make


def test_the_rules_stand_in_words(quiz):
    somebody, browser = quiz(7, passing_score=80, attempts=3, wait_minutes=90, time_limit=20)

    page = words(browser.get(somebody.address).text)

    for said in (
        "7 soal",
        "nilai 80 dari 100",
        "tersisa 3 dari 3",
        "1 jam 30 menit sebelum percobaan berikutnya",
        "20 menit sejak Anda mulai",
        "seluruh jawabannya benar",
        "terlihat setelah jawaban dikumpulkan",
    ):
        assert said in page


def test_a_quiz_without_limits_says_so(quiz):
    somebody, browser = quiz(credit="proportional", show_answers="never")

    page = words(browser.get(somebody.address).text)

    for said in (
        "boleh diulang sesering yang Anda perlukan",
        "tanpa batas waktu",
        "sebagian poin",
        "tidak ditampilkan",
    ):
        assert said in page
    assert "sebelum percobaan berikutnya" not in page


def test_the_introduction_of_the_quiz_is_there(quiz):
    somebody, browser = quiz()

    assert "Bacalah pelan-pelan." in words(browser.get(somebody.address).text)


def test_the_questions_are_not_shown_before_an_attempt(quiz):
    somebody, browser = quiz()

    assert "Soal nomor 1" not in browser.get(somebody.address).text


def test_the_one_button_begins(quiz):
    somebody, browser = quiz()

    assert buttons(browser.get(somebody.address).text) == ["Mulai kuis"]


def test_the_button_leads_to_the_attempt(quiz):
    somebody, browser = quiz()

    went = browser.post(somebody.address)

    assert went.status_code == 303
    assert "Soal nomor" in browser.get(went.location).text


def test_an_open_attempt_is_gone_on_with(quiz):
    somebody, browser = quiz()
    somebody.finish(right=0, now=clock.now() - MINUTE)
    somebody.start(clock.now())

    assert buttons(browser.get(somebody.address).text) == ["Lanjutkan percobaan ke-2"]


def test_while_one_has_to_wait_the_page_says_until_when_instead(quiz):
    somebody, browser = quiz(wait_minutes=24 * 60)
    somebody.finish(right=0, now=clock.now())

    html = browser.get(somebody.address).text

    assert "Percobaan berikutnya terbuka" in words(html)
    assert "WIB" in words(html)
    assert buttons(html) == []


def test_beginning_too_early_leads_back_to_the_page_with_the_time(quiz):
    somebody, browser = quiz(wait_minutes=60)
    somebody.finish(right=0, now=clock.now())

    went = browser.post(somebody.address, follow_redirects=True)

    assert went.request.path == somebody.address
    assert words(went.text).count("Percobaan berikutnya terbuka") == 2


def test_when_all_attempts_are_used_the_page_says_whom_to_ask(quiz):
    somebody, browser = quiz(attempts=1)
    somebody.finish(right=0, now=clock.now())

    page = browser.get(somebody.address).text

    assert "Semua percobaan sudah Anda pakai." in words(page)
    assert buttons(page) == []


def test_beginning_one_too_many_leads_back_to_the_page(quiz):
    somebody, browser = quiz(attempts=1)
    somebody.finish(right=0, now=clock.now())

    went = browser.post(somebody.address, follow_redirects=True)

    assert "Semua percobaan kuis ini sudah Anda pakai." in words(went.text)


def test_earlier_attempts_stand_there_with_their_results(quiz):
    somebody, browser = quiz(passing_score=60)
    somebody.finish(right=0, now=clock.now() - 2 * MINUTE)
    somebody.finish(right=2, now=clock.now() - MINUTE)

    page = words(browser.get(somebody.address).text)

    assert "Percobaan ke-1: nilai 0" in page
    assert "Percobaan ke-2: nilai 66" in page
    assert "Belum lulus" in page
    assert "gagal" not in page.lower()


def test_an_attempt_whose_time_is_over_is_graded_by_looking_at_the_page(quiz):
    somebody, browser = quiz(time_limit=20)
    somebody.start(clock.now() - 60 * MINUTE)

    page = words(browser.get(somebody.address).text)

    assert "waktunya habis" in page


def test_who_has_passed_is_led_on(people, publish, visit):
    files = {**course_with(quiz_md()), "02-lagi/01-penutup.md": "# Penutup\n\nSampai jumpa.\n"}
    somebody = Taker(people.create(), publish(files))
    somebody.finish(right=3, now=clock.now())

    page = visit(somebody.person).get(somebody.address).text

    assert buttons(page) == ["Lanjut: Penutup"]
    assert "Nilai terbaik Anda 100." in words(page)


def test_who_has_not_done_the_prerequisites_is_led_back_to_the_course(people, publish, visit):
    publish(course_with(quiz_md()), slug="dasar")
    files = course_with(quiz_md())
    files["course.md"] = files["course.md"].replace("jp: 2", "jp: 2\nprerequisites: [dasar]")
    somebody = Taker(people.create(), publish(files, slug="lanjutan"))

    went = visit(somebody.person).post(somebody.address)

    assert went.location == "/courses/lanjutan/"


def test_a_locked_attempt_is_never_made(people, publish, visit):
    publish(course_with(quiz_md()), slug="dasar")
    files = course_with(quiz_md())
    files["course.md"] = files["course.md"].replace("jp: 2", "jp: 2\nprerequisites: [dasar]")
    somebody = Taker(people.create(), publish(files, slug="lanjutan"))

    visit(somebody.person).post(somebody.address)

    assert service.tried(somebody.standing, somebody.unit, now=clock.now()) == ()
