"""A phone without a connection: a page of ours in the reader's language, and the way back."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from elearn.database import db
from tests.browser.conftest import WORKER_READY, until
from tests.support.courses import demo_course

pytestmark = pytest.mark.browser

COURSE = "/courses/melayani/"
ENGLISH = "caches.open('offline-1').then((kept) => kept.match('/offline/language')).then((note) => note?.text())"


@pytest.fixture
def learner(people, publish):
    """Somebody who may take a course."""
    publish(demo_course(), "melayani")
    person = people.create("Siti Rahma")
    db.session.remove()
    return person


@contextmanager
def _offline(page: Page) -> Iterator[None]:
    page.evaluate(WORKER_READY)
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)


def test_without_a_connection_a_course_is_opened_again_once_it_is_back(device, learner):
    with device(learner) as page:
        page.goto("/")
        with _offline(page):
            page.goto(COURSE)
            expect(page.get_by_role("heading", level=1)).to_have_text("Tidak ada koneksi internet")

        page.get_by_role("link", name="Coba lagi").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("Melayani warga")


def test_who_reads_english_is_told_so_in_english(device, learner):
    with device(learner) as page:
        page.goto("/")
        page.get_by_role("button", name="English").click()
        until(page, f"{ENGLISH}.then((note) => note === 'en')")
        with _offline(page):
            page.goto(COURSE)

            expect(page.get_by_role("heading", level=1)).to_have_text("No internet connection")
            expect(page.get_by_role("link", name="Try again")).to_be_visible()


def test_the_page_without_a_connection_looks_like_ours_and_says_nothing_of_the_person(device, learner):
    with device(learner) as page:
        page.goto("/")
        with _offline(page):
            page.goto(COURSE)

            fonts = page.evaluate("getComputedStyle(document.body).fontFamily")
            assert fonts.startswith("system-ui")
            expect(page.locator("body")).not_to_contain_text("Siti")


def test_a_lesson_that_is_open_says_that_the_connection_is_gone_and_stays_readable(device, learner):
    with device(learner) as page:
        page.goto(f"{COURSE}langkah/tiga-langkah/")
        with _offline(page):
            expect(page.get_by_text("Koneksi internet terputus. Halaman ini tetap dapat dibaca.")).to_be_visible()
            expect(page.get_by_text("Cerita 3.")).to_be_attached()

        expect(page.get_by_text("Koneksi sudah kembali.")).to_be_visible()
