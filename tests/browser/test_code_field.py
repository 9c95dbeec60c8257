"""CodeMirror over the plain field: the same writing, with signs at lines, and a way back to the plain field."""

import re

import pytest
from playwright.sync_api import expect

from elearn import clock
from elearn.assets import has_asset
from elearn.studio import drafts
from elearn.studio.writing import CODEMIRROR
from tests.browser import looking
from tests.browser.clipboards import PASTE, SHORT_WORD
from tests.browser.writing import DESK, PAGE, PATH, RECEIPT, TEXT, source, state, stored
from tests.support.browsing import cookies_of

pytestmark = pytest.mark.browser

EVERYTHING = "\n[a](b) `c` $d$ ![](e.png)\n\n!!! catatan 'F'\n\n> g\n\n## ? H {.multiple}\n\n- [x] i"
TOUCH = {"has_touch": True, "is_mobile": True}


@pytest.fixture(autouse=True)
def bundled():
    """CodeMirror's file, which `make test` makes before."""
    if not has_asset(CODEMIRROR):
        pytest.fail("CodeMirror isn't bundled yet: make codemirror", pytrace=False)


@pytest.fixture
def desk(device, trainer, draft):
    """The trainer's computer with the editor open; the policy is kept, or its console would complain."""
    with device(trainer, code_field=True, reduced_motion="reduce", **DESK) as page:
        page.goto(PAGE)
        code(page).press("Control+End")
        yield page


def code(page):
    return page.locator(".cm-content")


def test_what_is_typed_is_shown_checked_and_saved(desk, draft):
    code(desk).press_sequentially("\n![](../media/tiada.png) **tebal**")

    expect(desk.locator("[data-preview-pane] strong", has_text="tebal")).to_be_visible()
    expect(state(desk)).to_have_text(RECEIPT)
    assert stored(draft) == f"{TEXT}\n![](../media/tiada.png) **tebal**"


def test_a_finding_has_its_sign_and_words_at_its_line_and_is_mended(desk):
    code(desk).press_sequentially("\n![](../media/tiada.png)")
    expect(desk.locator("[data-findings] .finding")).to_have_count(2)
    expect(desk.locator(".code-finding")).to_have_text("!")
    code(desk).press("Control+Home")
    expect(desk.locator(".code-words")).to_be_empty()
    desk.get_by_role("link", name="Baris 11").first.click()
    expect(desk.locator(".code-words")).to_contain_text("tulis teks alternatif")
    desk.get_by_label("Teks alternatif:").fill("Loket")
    desk.get_by_role("button", name="Tulis teks alternatif").click()

    expect(source(desk)).to_have_value(f"{TEXT}\n![Loket](../media/tiada.png)")
    expect(code(desk)).to_contain_text("![Loket](../media/tiada.png)")


def test_buttons_keys_and_pastes_write_where_the_cursor_is_and_are_undone_one_by_one(desk):
    desk.locator(".toolbar-more > summary").click()
    desk.get_by_role("button", name="Soal isian", exact=True).click()
    dialog = desk.get_by_role("dialog", name="Soal isian")
    dialog.get_by_label("Pertanyaan").fill("Kota apa?")
    dialog.get_by_label("Jawaban yang diterima").fill("Tangsel")
    dialog.get_by_role("button", name="Sisipkan soal").click()
    expect(source(desk)).to_have_value(re.compile(r"\n\n## \? Kota apa\?.*\n\n- = Tangsel\n$"))
    asked = source(desk).input_value()
    code(desk).press("Control+End")
    code(desk).press("Control+b")
    expect(source(desk)).to_have_value(f"{asked}**teks**")
    code(desk).press("Control+End")
    code(desk).evaluate(PASTE, SHORT_WORD)
    expect(source(desk)).to_have_value(re.compile(r"\*\*teks\*\*\n\n## Layanan prima\n"))

    code(desk).press("Control+z")
    expect(source(desk)).to_have_value(f"{asked}**teks**")
    code(desk).press("Control+z")
    code(desk).press("Control+z")
    expect(source(desk)).to_have_value(TEXT)


def test_the_keyboard_comes_and_goes_and_the_label_names_the_field(desk):
    desk.get_by_text("Teks", exact=True).first.click()
    expect(desk.get_by_role("textbox", name="Teks", exact=True)).to_be_focused()
    desk.keyboard.press("Escape")
    desk.keyboard.press("Tab")

    expect(desk.get_by_role("button", name="Simpan")).to_be_focused()
    expect(source(desk)).to_have_value(TEXT)
    desk.keyboard.press("Shift+Tab")
    expect(code(desk)).to_be_focused()


def test_of_two_trainers_in_one_file_both_texts_are_kept(browser, address, visit, trainer, draft, people):
    other = people.create("Dewi Lestari", roles="trainer")
    theirs = TEXT.replace("Pertama.", "Pertama sekali.")
    with browser.new_context(**DESK, base_url=address) as context:
        context.add_cookies(cookies_of(visit(trainer), address))
        page = context.new_page()
        page.goto(PAGE)
        code(page).press("Control+End")
        drafts.save_file(draft.id, PATH, theirs.encode(), 1, other.id, clock.now())
        code(page).press_sequentially("\nDari Budi.")
        page.get_by_role("dialog").get_by_role("button", name="Pakai gabungan ini").click()

        expect(state(page)).to_have_text(RECEIPT)
        expect(code(page)).to_contain_text("Pertama sekali.")
    assert stored(draft) == f"{theirs}\nDari Budi."


def test_who_likes_a_simple_editor_keeps_it_with_the_text_and_can_go_back(desk):
    simple = desk.get_by_role("button", name="Editor sederhana")
    code(desk).press_sequentially("\nSatu.")
    simple.click()
    expect(source(desk)).to_be_visible()
    source(desk).press_sequentially(" Dua.")
    expect(state(desk)).to_have_text(RECEIPT)
    desk.reload()
    expect(source(desk)).to_have_value(f"{TEXT}\nSatu. Dua.")
    expect(simple).to_have_attribute("aria-pressed", "true")
    expect(code(desk)).to_have_count(0)

    simple.click()
    expect(code(desk)).to_contain_text("Satu. Dua.")
    expect(source(desk)).to_be_hidden()


def test_a_phone_keeps_its_own_field(device, trainer, draft):
    with device(trainer, code_field=True, **TOUCH) as page:
        page.goto(PAGE)
        source(page).press_sequentially("Sapa.")

        expect(source(page)).to_be_visible()
        expect(page.get_by_role("button", name="Editor sederhana")).to_be_hidden()
        expect(code(page)).to_have_count(0)


def test_everybody_can_read_it_by_day_and_by_night(desk):
    code(desk).press_sequentially(
        '\n[a](b) `c` $d$ ![](e.png)\n\n!!! catatan "F"\n\n> g\n\n## ? H {.multiple}\n\n- [x] i'
    )
    expect(desk.locator(".code-finding").first).to_be_visible()
    expect(desk.locator("[data-preview-pane]").get_by_role("checkbox", name="i", exact=True)).to_be_attached()
    wrong = [*looking.barriers(desk), *looking.unseen_focus(desk), *looking.small_targets(desk)]
    desk.emulate_media(color_scheme="dark")
    wrong += looking.barriers(desk, *looking.COLOURS)
    desk.set_viewport_size({"width": 320, "height": 640})

    assert [*wrong, *looking.sticks_out(desk), *looking.barriers(desk)] == []
