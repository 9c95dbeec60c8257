"""One person with one text: what they sent themselves, without hearing of it, is no other person's version."""

import pytest
from playwright.sync_api import expect

from elearn import clock
from elearn.studio import drafts
from tests.browser.writing import PAGE, PATH, add, source, stored
from tests.support.browsing import cookies_of

pytestmark = pytest.mark.browser

SAVES = "**/studio/kursus/save/**"


@pytest.fixture
def unheard(desk, draft):
    """The editor with something sent and saved whose receipt never came."""
    desk.goto(PAGE)
    desk.route(SAVES, lambda route: (route.fetch(), route.abort()))
    add(desk, "Satu.")
    desk.keyboard.press("Control+s")
    expect(desk.locator("[data-saved]")).to_contain_text("Koneksi terputus")
    assert stored(draft).endswith("Satu.")
    add(desk, " Dua.")
    desk.unroute(SAVES)
    return desk


def expect_saved(page, draft):
    expect(page.locator("[data-saved]")).to_contain_text("Tersimpan")
    expect(page.locator("[data-conflict-dialog]")).to_be_hidden()
    assert stored(draft).endswith("Satu. Dua.")


def test_a_save_whose_receipt_was_lost_is_no_other_persons_version(unheard, draft):
    unheard.keyboard.press("Control+s")

    expect_saved(unheard, draft)


def test_a_page_loaded_anew_before_the_receipt_came_is_no_other_persons_version(unheard, draft):
    unheard.reload()

    expect(source(unheard)).to_have_value("---\ntitle: Sapa\n---\n\nPertama.\n\nTengah.\n\nTerakhir.\nSatu. Dua.")
    expect_saved(unheard, draft)


def test_what_one_person_left_at_a_computer_is_not_shown_to_the_next(unheard, draft, address, visit, people):
    unheard.context.set_offline(True)
    unheard.goto("about:blank")
    unheard.context.set_offline(False)
    unheard.context.clear_cookies()
    unheard.context.add_cookies(cookies_of(visit(people.create(roles="admin trainer")), address))

    unheard.goto(PAGE)

    expect(source(unheard)).to_have_value(stored(draft))
    assert stored(draft).endswith("Satu.")


def test_who_has_the_text_open_is_told_that_somebody_else_saved_it(desk, draft, trainer, people):
    desk.goto(PAGE)
    other = people.create("Ratna Dewi", roles="trainer")
    drafts.save_file(draft.id, PATH, b"# Sapa\n\nDari Ratna.\n", 1, other.id, clock.now())

    desk.evaluate("dispatchEvent(new Event('focus'))")

    expect(desk.locator("[data-saved]")).to_contain_text("Ratna Dewi menyimpan teks ini pukul")
    desk.get_by_role("link", name="Muat ulang").click()
    expect(source(desk)).to_have_value("# Sapa\n\nDari Ratna.\n")
