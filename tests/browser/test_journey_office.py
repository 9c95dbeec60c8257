"""An admin takes certificates back, and learners and strangers read when and why."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from elearn import clock
from elearn.certificates import reading
from elearn.database import db
from elearn.domain.hours import local_day
from elearn.domain.indonesian import long_day
from elearn.extensions import settings
from tests.support.completing import complete
from tests.support.courses import lessons_only

pytestmark = pytest.mark.browser

REASON = "Pelatihan ini terbit dua kali."


@pytest.fixture
def admin(people):
    """Somebody who works at the office."""
    return people.create("Ratna Dewi", roles="admin")


def _day(moment: datetime) -> str:
    return long_day(local_day(moment, settings().zone))


def _hours(page: Page) -> str:
    """The year's hours, as home says them."""
    page.goto("/")
    return page.locator(".big-number").inner_text().split()[0]


def test_a_revoked_certificate_says_when_and_why_and_takes_its_hours_back(device, people, publish, admin):
    learner = people.create("Siti Rahma")
    complete(learner, publish(lessons_only("Menyapa warga", jp=3)))
    code = reading.of_person(learner.id)[0].code
    db.session.remove()

    with device(learner) as phone, device(admin) as desk, device() as stranger:
        assert _hours(phone) == "3"
        desk.goto(f"/office/certificates/{code}")
        desk.get_by_role("link", name="Cabut sertifikat").click()
        desk.get_by_label("Alasan").fill(REASON)
        desk.get_by_role("button", name="Cabut sertifikat").click()
        expect(desk.locator("main")).to_contain_text("Dicabut")

        stranger.goto(f"/v/{code}")
        revoked = f"Sertifikat ini dicabut pada {_day(clock.now())} dan tidak berlaku lagi."
        expect(stranger.get_by_text(revoked)).to_be_visible()
        expect(stranger.get_by_text(f"Alasan: {REASON}")).to_be_visible()
        assert _hours(phone) == "0"
        phone.goto("/hours")
        expect(phone.get_by_text(f"Dikurangkan: {REASON}")).to_be_visible()


def test_a_revocation_without_a_reason_is_asked_for_one_and_revokes_nothing(device, people, publish, admin):
    learner = people.create("Siti Rahma")
    complete(learner, publish(lessons_only()))
    code = reading.of_person(learner.id)[0].code
    db.session.remove()

    with device(admin) as page:
        page.goto(f"/office/certificates/{code}/revoke")
        page.get_by_role("button", name="Cabut sertifikat").click()
        expect(page.get_by_label("Alasan")).to_have_attribute("aria-invalid", "true")
        page.goto(f"/v/{code}")

        expect(page.get_by_text("Sertifikat ini asli dan berlaku.")).to_be_visible()


def test_a_replaced_certificate_leads_to_the_new_one(device, people, publish, admin):
    learner = people.create("Siti Rahna")
    complete(learner, publish(lessons_only()))
    old = reading.of_person(learner.id)[0].code
    learner.name = "Siti Rahma"
    db.session.commit()
    db.session.remove()

    with device(admin) as desk, device() as stranger:
        desk.goto(f"/office/certificates/{old}")
        desk.get_by_role("link", name="Terbitkan pengganti").click()
        desk.get_by_label("Alasan").fill("Nama salah tulis.")
        desk.get_by_role("button", name="Terbitkan pengganti").click()
        expect(desk.locator(".facts")).to_contain_text("Siti Rahma")
        stranger.goto(f"/v/{old}")
        expect(stranger.get_by_text(f"Sertifikat ini diganti pada {_day(clock.now())}.")).to_be_visible()
        expect(stranger.locator(".facts")).to_contain_text("Siti Rahna")
        stranger.get_by_role("link", name="Lihat sertifikat penggantinya").click()

        expect(stranger.get_by_text("Sertifikat ini asli dan berlaku.")).to_be_visible()
        expect(stranger.locator(".facts")).to_contain_text("Siti Rahma")
