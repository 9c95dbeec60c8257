"""An admin decides who gets a certificate, and the learners read what was decided."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from elearn.database import db
from tests.support.completing import complete
from tests.support.courses import small_course

pytestmark = pytest.mark.browser


@pytest.fixture
def admin(people):
    """Somebody who works at the office."""
    return people.create("Ratna Dewi", roles="admin")


@pytest.fixture
def waiting(people, publish):
    """Two learners who finished a course whose certificates an admin approves."""
    course = publish(small_course("Kas daerah", jp=3, certificate="approval"), "kas")
    both = people.create("Siti Rahma"), people.create("Ahmad Fauzi")
    for learner in both:
        complete(learner, course)
    db.session.remove()
    return both


def _hours(page: Page) -> Locator:
    """The year's hours on home."""
    page.goto("/")
    return page.locator(".big-number")


def test_approving_all_who_wait_gives_each_the_hours(device, waiting, admin):
    with device(admin) as page:
        page.goto("/office/certificates/")
        page.get_by_role("button", name="Setujui semua yang tampil (2)").click()
        page.goto("/office/certificates/")
        expect(page.get_by_text("Tidak ada yang menunggu.")).to_be_visible()
    for learner in waiting:
        with device(learner) as page:
            expect(_hours(page)).to_have_text(re.compile(r"^3\s"))


def test_approving_one_leaves_the_others_waiting(device, waiting, admin):
    siti, ahmad = waiting

    with device(admin) as page:
        page.goto("/office/certificates/")
        page.get_by_label("Siti Rahma").check()
        page.get_by_role("button", name="Setujui yang dicentang").click()
        page.goto("/office/certificates/")
        expect(page.get_by_label("Ahmad Fauzi")).to_be_visible()
        expect(page.get_by_label("Siti Rahma")).to_be_hidden()
    with device(siti) as page:
        expect(_hours(page)).to_have_text(re.compile(r"^3\s"))
    with device(ahmad) as page:
        expect(_hours(page)).to_have_text(re.compile(r"^0\s"))


def test_who_is_not_approved_reads_why_and_may_be_approved_later(device, waiting, admin):
    siti, _ahmad = waiting

    with device(admin) as desk, device(siti) as phone:
        desk.goto("/office/certificates/")
        desk.get_by_role("link", name=re.compile(r"Belum dapat disetujui\s*: Siti Rahma")).click()
        desk.get_by_label("Alasan").fill("Laporan tugas belum dikirim.")
        desk.get_by_role("button", name="Simpan").click()
        expect(desk.get_by_role("heading", level=1)).to_have_text("Sertifikat peserta")
        phone.goto("/certificates/")
        expect(phone.get_by_text("Alasan: Laporan tugas belum dikirim.")).to_be_visible()
        desk.goto("/office/certificates/?state=declined")
        desk.get_by_label("Siti Rahma").check()
        desk.get_by_role("button", name="Setujui yang dicentang").click()
        phone.reload()

        expect(phone.get_by_role("link", name="Unduh PDF")).to_be_visible()
