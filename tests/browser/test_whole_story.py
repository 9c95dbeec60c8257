"""The main job in a real browser, on a phone: from the sign-in form to a certificate that a stranger checks."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from elearn.accounts.models import User
from elearn.accounts.passwords import hash_password
from elearn.certificates import reading
from elearn.database import db
from tests.support.browsing import chromium, cookies_of, served
from tests.support.completing import complete
from tests.support.courses import lesson, small_course

pytestmark = pytest.mark.browser

PASSWORD = "kopi pahit di teras"
PHONE = {"width": 320, "height": 640}
RIGHT = "Warga yang sudah lama mengantre"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def address(app) -> Iterator[str]:
    with served(app) as address:
        yield address


@pytest.fixture
def device(browser: Browser, address: str) -> Callable:
    """`device()` is a phone; what its console complains about fails the test."""

    @contextmanager
    def start(**options: object) -> Iterator[Page]:
        context = browser.new_context(viewport=PHONE, base_url=address, **options)
        context.set_default_timeout(10_000)
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        context.close()
        assert [each for each in complaints if "ERR_INTERNET_DISCONNECTED" not in each] == []

    return start


@pytest.fixture
def learner(people, publish) -> User:
    publish(small_course("Menyapa warga"), "sapa")
    person = people.create("Siti Rahma", password_hash=hash_password(PASSWORD))
    db.session.remove()
    return person


def _sign_in(page: Page, person: User) -> None:
    page.goto("/sign-in")
    page.get_by_label("NIP").fill(person.nip)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()


def _take_course(page: Page) -> None:
    """Lessons one by one, then the quiz; each step is the one button that the page offers."""
    page.goto("/courses/sapa/")
    page.get_by_role("button", name="Mulai").click()
    for title in ("Menyapa", "Mendengarkan"):
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.get_by_role("button", name="Selesai & lanjutkan").click()
    page.get_by_role("button", name="Mulai kuis").click()
    page.get_by_label(RIGHT).check()
    page.get_by_role("button", name="Simpan & tinjau").click()
    page.get_by_role("button", name="Kumpulkan").click()


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without a script"])
def test_a_learner_goes_from_the_sign_in_form_to_a_certificate_that_a_stranger_checks(device, learner, script):
    with device(java_script_enabled=script, accept_downloads=True) as page:
        _sign_in(page, learner)
        expect(page.get_by_text("dari 20 JP")).to_be_visible()
        _take_course(page)
        expect(page.get_by_text("Lulus", exact=False).first).to_be_visible()

        page.goto("/")
        expect(page.locator("main")).to_contain_text(re.compile(r"2\s+dari 20 JP"))
        page.goto("/certificates/")
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile("Unduh")).first.click()
        pdf = download.value.path().read_bytes()
        code = re.search(r"/v/([0-9A-Z]{16})", page.locator("main").inner_html())
    with device(java_script_enabled=script) as stranger:
        stranger.goto("/v/")
        stranger.get_by_role("textbox").fill(" ".join((code[1][:4], code[1][4:])).lower())
        stranger.get_by_role("button", name="Periksa").click()

        expect(stranger.locator("main")).to_contain_text("Siti Rahma")
        expect(stranger.locator("main")).to_contain_text("Menyapa warga")
        expect(stranger.locator("main")).not_to_contain_text(learner.nip)
    assert pdf == reading.file_of(code[1]).pdf


def test_a_new_edition_takes_nothing_from_who_is_in_the_course_and_says_what_changed(device, learner, publish):
    with device() as page:
        _sign_in(page, learner)
        page.goto("/courses/sapa/")
        page.get_by_role("button", name="Mulai").click()
        page.get_by_role("button", name="Selesai & lanjutkan").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Mendengarkan")
        changed = {**small_course("Menyapa warga"), "01-mulai/01-sapa.md": lesson("Menyapa", "Sapalah dengan nama.")}
        publish(changed, "sapa")
        db.session.remove()

        page.goto("/courses/sapa/mulai/sapa/")

        expect(page.get_by_text("Pelajaran ini diubah sejak Anda baca")).to_be_visible()
        page.get_by_role("link", name="Lihat apa yang berubah").click()
        expect(page.locator("main")).to_contain_text("Sapalah dengan nama.")


def test_an_admin_approves_and_revokes_and_a_stranger_reads_it(device, visit, people, publish, address):
    person = people.create("Siti Rahma")
    admin = visit(people.create("Ratna Dewi", roles="admin"))
    complete(person, publish(small_course("Kas daerah", certificate="approval"), "kas"))
    db.session.remove()
    with device() as page:
        _let_in(page.context, admin, address)
        page.goto("/office/certificates/")
        page.get_by_label(re.compile("Siti Rahma")).check()
        page.get_by_role("button", name="Setujui yang dicentang").click()
        page.goto("/office/certificates/")
        page.get_by_role("link", name="800/1/BKPSDM").click()
        code = page.url.rstrip("/").rpartition("/")[2]
        page.get_by_role("link", name=re.compile("Cabut")).click()
        page.get_by_label(re.compile("Alasan")).fill("Nama pelatihan keliru.")
        page.get_by_role("button", name=re.compile("Cabut")).click()
    with device() as stranger:
        stranger.goto(f"/v/{code}")

        expect(stranger.locator("main")).to_contain_text("dicabut")
        expect(stranger.locator("main")).to_contain_text("Nama pelatihan keliru.")


def test_without_a_connection_a_page_of_ours_tells_the_way_on(device, learner):
    with device() as page:
        _sign_in(page, learner)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        page.context.set_offline(True)

        page.goto("/courses/")

        expect(page.get_by_role("heading", level=1)).to_have_text("Tidak ada koneksi internet")
        page.context.set_offline(False)
        page.get_by_role("link", name="Coba lagi").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Pelatihan")


def _let_in(context: BrowserContext, visitor: object, address: str) -> None:
    context.add_cookies(cookies_of(visitor, address))
