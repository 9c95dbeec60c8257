"""The way to a certificate by keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from elearn.accounts.passwords import hash_password
from elearn.certificates import reading
from elearn.database import db
from tests.support.courses import RIGHT, demo_course
from tests.support.hands import Keyboard
from tests.support.world import PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def learner(people, publish):
    """Somebody with a password, who may take a course with every kind of question."""
    publish(demo_course(), "melayani")
    person = people.create("Siti Rahma", password_hash=hash_password(PASSWORD))
    db.session.remove()
    return person


def _heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def _learn(page: Page, keys: Keyboard) -> None:
    """Read the first lesson, practise in the second."""
    keys.press("Langkah pertama Anda Mulai: Melayani warga")
    _heading(page, "Melayani warga")
    keys.press("Mulai pelatihan")
    _heading(page, "Tiga langkah")
    keys.press("Selesai & lanjutkan")
    _heading(page, "Berlatih")
    keys.answer("l-urutan", RIGHT["urutan"])
    keys.press("Periksa jawaban")
    expect(page.locator("[data-question=l-urutan] [data-result]")).to_be_focused()
    expect(page.locator("[data-question=l-urutan] [data-result]")).to_have_text("Benar")
    keys.press("Selesai & lanjutkan")
    _heading(page, "Kuis akhir")


def _take_quiz(page: Page, keys: Keyboard) -> None:
    keys.press("Mulai kuis")
    expect(page.locator("[data-question]")).to_have_count(5)
    keys.answer_all()
    keys.press("Simpan & lanjut")
    expect(page.locator("[data-question]")).to_have_count(2)
    keys.answer_all()
    keys.press("Simpan & tinjau")
    expect(page.get_by_text("Semua soal sudah terjawab.")).to_be_visible()
    keys.press("Kumpulkan jawaban")


def test_the_whole_way_to_a_certificate_is_open_to_a_keyboard_alone(device, learner):
    with device() as page:
        keys = Keyboard(page)
        page.goto("/sign-in")
        keys.type("NIP", learner.nip)
        keys.type("Kata sandi", PASSWORD)
        keys.press("Masuk")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Siti")
        _learn(page, keys)
        _take_quiz(page, keys)
        expect(page.locator(".score")).to_contain_text(re.compile(r"100\s+dari 100"))
        keys.press("Lihat sertifikat")
        _heading(page, "Sertifikat saya")
        with page.expect_download() as download:
            keys.press("Unduh PDF")
        pdf = download.value.path().read_bytes()
    [issued] = reading.of_person(learner.id)
    assert pdf == reading.file_of(issued.code).pdf


def test_the_first_tab_leads_past_the_menu(device, learner):
    with device(learner) as page:
        page.goto("/courses/melayani/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")

        assert page.evaluate("document.getElementById('main').contains(document.activeElement)")
