"""A learner on a phone: from the sign-in form, lesson by lesson, to a certificate whose QR code a stranger scans."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from elearn.accounts.models import User
from elearn.accounts.passwords import hash_password
from elearn.certificates import reading
from elearn.database import db
from tests.support.courses import RIGHT, demo_course
from tests.support.hands import PlainThumb, Thumb
from tests.support.scanning import scan
from tests.support.world import PASSWORD

pytestmark = pytest.mark.browser

QUIZ = "/courses/melayani/akhir/kuis/"


@pytest.fixture
def learner(people, publish) -> User:
    """Somebody with a password, who may take a course with every kind of question."""
    publish(demo_course(), "melayani")
    person = people.create("Siti Rahma", password_hash=hash_password(PASSWORD))
    db.session.remove()
    return person


def _heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def _hours(page: Page, jp: int) -> None:
    """On home the year's hours are so many."""
    page.get_by_role("link", name="Beranda").click()
    expect(page.locator(".big-number")).to_have_text(re.compile(rf"^{jp}\s+dari 20 JP$"))


def _sign_in(page: Page, person: User) -> None:
    page.goto("/sign-in")
    page.get_by_label("NIP").fill(person.nip)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Siti")


def _read(page: Page, hands: Thumb) -> None:
    """Find the course, read its first lesson, and practise in the second."""
    page.get_by_role("link", name="Pelatihan", exact=True).click()
    page.get_by_role("link", name="Melayani warga").click()
    page.get_by_role("button", name="Mulai pelatihan").click()
    _heading(page, "Tiga langkah")
    page.get_by_role("button", name="Selesai & lanjutkan").click()
    _heading(page, "Berlatih")
    hands.answer("l-urutan", RIGHT["urutan"])
    box = page.locator("[data-question=l-urutan]")
    box.get_by_role("button", name="Periksa jawaban").click()
    expect(box.locator("[data-result]")).to_contain_text("Benar")
    page.get_by_role("button", name="Selesai & lanjutkan").click()
    _heading(page, "Kuis akhir")


def _take_quiz(page: Page, hands: Thumb, begin: str = "Mulai kuis") -> None:
    """Answer a question of every kind, all right, on two pages."""
    page.get_by_role("button", name=begin).click()
    for name, questions in (("Simpan & lanjut", 5), ("Simpan & tinjau", 2)):
        expect(page.locator("[data-question]")).to_have_count(questions)
        hands.answer_all()
        page.get_by_role("button", name=name).click()
    expect(page.get_by_text("Semua soal sudah terjawab.")).to_be_visible()
    page.get_by_role("button", name="Kumpulkan").click()
    expect(page.locator(".score")).to_contain_text(re.compile(r"100\s+dari 100"))


def _download(page: Page) -> bytes:
    page.get_by_role("link", name="Sertifikat", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh PDF").click()
    return download.value.path().read_bytes()


@pytest.mark.parametrize(("script", "hands"), [(True, Thumb), (False, PlainThumb)], ids=["script", "no script"])
def test_a_learner_earns_a_certificate_whose_printed_code_a_stranger_scans(device, learner, script, hands):
    with device(java_script_enabled=script, accept_downloads=True) as page:
        _sign_in(page, learner)
        _hours(page, 0)
        _read(page, hands(page))
        _take_quiz(page, hands(page))
        _hours(page, 3)
        pdf = _download(page)
    [issued] = reading.of_person(learner.id)
    with device(java_script_enabled=script) as stranger:
        stranger.goto(urlsplit(scan(pdf)).path)

        expect(stranger.get_by_text("Sertifikat ini asli dan berlaku.")).to_be_visible()
        expect(stranger.locator(".facts")).to_contain_text("Siti Rahma")
        expect(stranger.locator(".facts")).to_contain_text(issued.number)
        expect(stranger.locator("main")).not_to_contain_text(learner.nip)
    assert pdf == reading.file_of(issued.code).pdf


def test_who_does_not_pass_reads_what_to_read_again_and_passes_the_next_time(device, learner):
    with device(learner) as page:
        page.goto(QUIZ)
        page.get_by_role("button", name="Mulai kuis").click()
        page.get_by_role("button", name="Simpan & tinjau").click()
        page.get_by_role("button", name="Kumpulkan").click()
        expect(page.locator(".score")).to_contain_text("Belum lulus")
        expect(page.locator("main")).not_to_contain_text(re.compile("gagal", re.IGNORECASE))
        page.get_by_role("region", name="Baca ulang").get_by_role("link", name="Tiga langkah").click()
        _heading(page, "Tiga langkah")

        page.goto(QUIZ)
        _take_quiz(page, Thumb(page), begin="Mulai percobaan ke-2")

        expect(page.locator(".score .badge-success")).to_have_text("Lulus")
