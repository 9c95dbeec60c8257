"""In a lesson, on a phone: answering without leaving the page, and coming back to the paragraph."""

import pytest
from playwright.sync_api import Page, expect

from elearn.database import db
from tests.browser.conftest import WORKER_READY, until
from tests.support.courses import RIGHT, demo_course
from tests.support.hands import Thumb

pytestmark = pytest.mark.browser

COURSE = "/courses/melayani/"
LESSON = f"{COURSE}langkah/tiga-langkah/"
PRACTICE = f"{COURSE}langkah/berlatih/"
KEPT = f"fetch('{LESSON}').then((page) => page.text()).then((html) => /data-place=.[1-9][0-9]/.test(html))"
"""Whether the server knows where the reader stopped: a browser says so while it leaves, and waits for no answer."""


@pytest.fixture
def learner(people, publish):
    """Somebody who may take a course with every kind of question."""
    publish(demo_course(), "melayani")
    person = people.create("Siti Rahma")
    db.session.remove()
    return person


def _practise(page: Page, kind: str, said: object) -> None:
    Thumb(page).answer(f"l-{kind}", said)
    page.locator(f"[data-question=l-{kind}]").get_by_role("button", name="Periksa jawaban").click()


def test_practice_questions_of_every_kind_are_answered_without_leaving_the_page(device, learner):
    with device(learner) as page:
        page.goto(PRACTICE)
        page.evaluate("window.same = true")

        for kind, said in RIGHT.items():
            _practise(page, kind, said)
            result = page.locator(f"[data-question=l-{kind}] [data-result]")
            expect(result).to_contain_text("Benar")
            expect(result).to_be_focused()

        assert page.evaluate("window.same")


def test_an_answer_that_is_not_right_yet_is_explained_and_may_be_changed(device, learner):
    with device(learner) as page:
        page.goto(PRACTICE)
        _practise(page, "satu", "Rekan kerja yang baru saja datang")
        box = page.locator("[data-question=l-satu]")
        expect(box.locator("[data-result]")).to_contain_text("Belum tepat")
        expect(box.get_by_text("Rekan dapat menunggu sebentar.")).to_be_visible()

        Thumb(page).answer("l-satu", RIGHT["satu"])
        box.get_by_role("button", name="Periksa lagi").click()

        expect(box.locator("[data-result]")).to_contain_text("Benar")


def test_a_practice_answer_without_a_connection_stays_on_the_page_until_it_is_back(device, learner):
    with device(learner) as page:
        page.goto(PRACTICE)
        box = page.locator("[data-question=l-isian]")
        page.evaluate(WORKER_READY)
        page.context.set_offline(True)
        _practise(page, "isian", RIGHT["isian"])
        expect(page.get_by_role("alert")).to_contain_text("Koneksi terputus.")

        page.context.set_offline(False)
        box.get_by_role("button", name="Periksa jawaban").click()

        expect(box.locator("[data-result]")).to_contain_text("Benar")


def _leave_at(page: Page, words: str) -> None:
    """Read a lesson down to a paragraph, then go home."""
    page.goto(COURSE)
    page.get_by_role("button", name="Mulai pelatihan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tiga langkah")
    page.wait_for_load_state()
    page.get_by_text(words).evaluate("(paragraph) => paragraph.scrollIntoView({ block: 'start' })")
    page.goto("/")
    until(page, KEPT)


def test_leaving_a_lesson_and_coming_back_returns_to_the_paragraph(device, learner):
    with device(learner) as page:
        _leave_at(page, "Cerita 7.")

        page.goto(LESSON)

        expect(page.get_by_text("Anda sampai di sini.")).to_be_visible()
        expect(page.get_by_text("Cerita 7.")).to_be_in_viewport()
        expect(page.get_by_text("Cerita 1.")).not_to_be_in_viewport()


def test_who_comes_back_may_begin_at_the_beginning(device, learner):
    with device(learner) as page:
        _leave_at(page, "Cerita 7.")
        page.goto(LESSON)

        page.get_by_role("button", name="Dari awal").click()

        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        expect(page.get_by_text("Anda sampai di sini.")).to_be_hidden()
