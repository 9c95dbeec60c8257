"""The outline beside a text that is being written: everything is done there, and nothing that was typed is lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing import PAGE, PATH, add, made, source, stored

pytestmark = pytest.mark.browser

OTHERS = {"02-dengar": "# Mendengarkan\n", "03-tuntas": "# Menuntaskan\n"}


@pytest.fixture
def draft(trainer):
    return made(trainer, **OTHERS)


@pytest.fixture
def page(desk, draft):
    """The editor with something typed that isn't saved yet."""
    desk.goto(PAGE)
    add(desk, "Baru saja.")
    return desk


def titles(page):
    return page.locator("[data-unit] a.outline-title")


def change(page, title):
    """Unfold what can be changed of a unit."""
    row = page.locator("[data-unit]").filter(has=page.get_by_role("link", name=title, exact=True))
    row.get_by_text("Ubah").click()
    return row


def test_a_lesson_moves_beside_the_text_which_stays_as_it_was_typed(page, draft):
    page.get_by_role("link", name="Menuntaskan", exact=True).press("Alt+ArrowUp")

    expect(titles(page)).to_have_text(["Sapa", "Menuntaskan", "Mendengarkan"])
    expect(page.get_by_role("link", name="Menuntaskan", exact=True)).to_be_focused()
    expect(source(page)).to_have_value(stored(draft))
    assert stored(draft).endswith("Baru saja.")


def test_another_lesson_gets_another_title_beside_the_text(page, draft):
    row = change(page, "Mendengarkan")
    row.get_by_label("Judul").fill("Mendengar dulu")
    row.get_by_role("button", name="Ganti judul").click()

    expect(titles(page)).to_have_text(["Sapa", "Mendengar dulu", "Menuntaskan"])
    assert page.url.endswith(PAGE)
    assert stored(draft).endswith("Baru saja.")


def test_the_text_itself_gets_another_title_and_is_written_on(page, draft):
    row = change(page, "Sapa")
    row.get_by_label("Judul").fill("Menyapa")
    row.get_by_role("button", name="Ganti judul").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Menyapa")
    add(page, " Lagi.")
    page.keyboard.press("Control+s")
    expect(page.locator("[data-saved]")).to_contain_text("Tersimpan")
    assert stored(draft) == "---\ntitle: Menyapa\n---\n\nPertama.\n\nTengah.\n\nTerakhir.\nBaru saja. Lagi."


def test_a_lesson_goes_and_comes_back_beside_the_text(page, draft):
    change(page, "Mendengarkan").get_by_role("button", name="Hapus").click()
    expect(titles(page)).to_have_text(["Sapa", "Menuntaskan"])
    page.locator(".removed-now").get_by_role("button", name="Urungkan").click()

    expect(titles(page)).to_have_text(["Sapa", "Mendengarkan", "Menuntaskan"])
    assert stored(draft).endswith("Baru saja.")


def test_a_new_lesson_is_opened_once_the_text_is_saved(page, draft):
    page.get_by_label("Judul baru", exact=True).fill("Penutup")
    page.get_by_role("button", name="+ Pelajaran").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Penutup")
    assert stored(draft).endswith("Baru saja.")


def test_the_text_that_is_open_may_go_too_and_its_writer_comes_to_the_outline(page, draft):
    change(page, "Sapa").get_by_role("button", name="Hapus").click()

    expect(titles(page)).to_have_text(["Mendengarkan", "Menuntaskan"])
    page.locator(".removed-now").get_by_role("button", name="Urungkan").click()
    expect(titles(page)).to_have_text(["Sapa", "Mendengarkan", "Menuntaskan"])
    assert stored(draft).endswith("Baru saja.")


def test_the_open_text_is_followed_where_it_moves(page, draft):
    page.get_by_role("link", name="Sapa", exact=True).press("Alt+ArrowDown")

    page.wait_for_url("**/edit/01-mulai/02-sapa.md")
    expect(titles(page)).to_have_text(["Mendengarkan", "Sapa", "Menuntaskan"])
    expect(source(page)).to_have_value(stored(draft, "01-mulai/02-sapa.md"))
    assert stored(draft, "01-mulai/02-sapa.md").endswith("Baru saja.")


def test_without_a_connection_nothing_moves_and_nothing_is_lost(page, draft):
    page.context.set_offline(True)

    page.get_by_role("link", name="Menuntaskan", exact=True).press("Alt+ArrowUp")

    expect(page.locator("[data-saved]")).to_contain_text("Koneksi terputus")
    expect(titles(page)).to_have_text(["Sapa", "Mendengarkan", "Menuntaskan"])
    expect(source(page)).to_have_value("---\ntitle: Sapa\n---\n\nPertama.\n\nTengah.\n\nTerakhir.\nBaru saja.")
    page.context.set_offline(False)
    expect(page.locator("[data-saved]")).to_contain_text("Tersimpan")
    assert stored(draft, PATH).endswith("Baru saja.")
