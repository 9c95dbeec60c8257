"""The editor in a real browser: what learners will see while one types, and no text that is ever lost."""

import re

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from elearn import clock
from elearn.accounts.models import SignIn
from elearn.database import db
from elearn.studio import drafts
from tests.browser.clipboards import PASTE, SHORT_WORD
from tests.browser.conftest import until
from tests.browser.writing import DESK, PAGE, PATH, RECEIPT, TEXT, add, source, state, stored

pytestmark = pytest.mark.browser

LOST = "Koneksi terputus. Tulisan Anda aman di perangkat ini dan disimpan begitu tersambung."
BACK = "Tulisan yang belum sempat tersimpan dikembalikan dari perangkat ini."

PASTE_PICTURE = """async (area) => {
    const canvas = Object.assign(document.createElement('canvas'), {width: 30, height: 20});
    canvas.getContext('2d').fillRect(0, 0, 9, 9);
    const blob = await new Promise((done) => canvas.toBlob(done));
    const data = new DataTransfer();
    data.items.add(new File([blob], 'image.png', {type: 'image/png'}));
    area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""

FILL = """(area) => {
    area.value = ('Kata demi kata. '.repeat(60) + '\\n\\n').repeat(5_200);
    area.dispatchEvent(new Event('input'));
}"""


def test_what_is_typed_is_shown_checked_mended_and_saved(device, trainer, draft):
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        add(page, "\n![](../media/tiada.png) **tebal**")

        expect(page.locator("[data-preview-pane] strong", has_text="tebal")).to_be_visible()
        expect(page.locator("[data-findings]")).to_contain_text("tulis teks alternatif")
        page.get_by_label("Teks alternatif:").fill("Loket")
        page.get_by_role("button", name="Tulis teks alternatif").click()

        expect(source(page)).to_have_value(f"{TEXT}\n![Loket](../media/tiada.png) **tebal**")
        expect(state(page)).to_have_text(RECEIPT)
        page.get_by_role("link", name="Baris 11").click()
        assert page.evaluate("getSelection().toString()").startswith("../media/tiada.png")

    assert stored(draft) == f"{TEXT}\n![Loket](../media/tiada.png) **tebal**"


def test_text_written_without_a_connection_is_there_again_and_saved(device, trainer, draft):
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        page.route("**/save/**", lambda route: route.abort("internetdisconnected"))
        add(page, "\nDi jalan.")
        expect(state(page)).to_have_text(LOST)
        page.goto("about:blank")
        page.unroute("**/save/**")
        page.goto(PAGE)

        expect(state(page)).to_have_text(BACK)
        expect(source(page)).to_have_value(f"{TEXT}\nDi jalan.")
        expect(state(page)).to_have_text(RECEIPT)
        assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('elearn.studio.'))") == []

    assert stored(draft) == f"{TEXT}\nDi jalan."


def test_text_written_after_the_session_ended_is_there_after_signing_in(desk, draft):
    desk.goto(PAGE)
    db.session.execute(update(SignIn).values(ended_at=clock.now()))
    db.session.commit()
    add(desk, "\nMalam hari.")
    expect(state(desk)).to_contain_text("Anda perlu masuk lagi.")
    db.session.execute(update(SignIn).values(ended_at=None))
    db.session.commit()
    desk.reload()

    expect(state(desk)).to_have_text(BACK)
    expect(source(desk)).to_have_value(f"{TEXT}\nMalam hari.")


def test_two_trainers_in_one_file_get_both_texts_and_their_merge(desk, draft, people):
    other = people.create("Dewi Lestari", roles="trainer")
    theirs = TEXT.replace("Pertama.", "Pertama sekali.")
    desk.goto(PAGE)
    drafts.save_file(draft.id, PATH, theirs.encode(), 1, other.id, clock.now())
    add(desk, "\nDari Budi.")

    dialog = desk.get_by_role("dialog", name="Ada dua versi")
    expect(dialog).to_contain_text("Dewi Lestari menyimpan berkas ini")
    expect(dialog.get_by_label("Yang tersimpan")).to_have_value(theirs)
    expect(dialog.get_by_label("Yang Anda tulis")).to_have_value(f"{TEXT}\nDari Budi.")
    dialog.get_by_role("button", name="Pakai gabungan ini").click()
    expect(state(desk)).to_have_text(RECEIPT)
    assert stored(draft) == f"{theirs}\nDari Budi."


def test_a_text_of_five_megabytes_is_refused_in_words_and_still_there(desk, draft):
    desk.goto(PAGE)
    source(desk).evaluate(FILL)

    expect(state(desk)).to_contain_text("Teks ini terlalu panjang", timeout=30_000)
    assert source(desk).evaluate("(area) => area.value.length") > 5_000_000
    assert stored(draft) == TEXT


def test_a_paste_from_word_keeps_what_the_format_has_and_knows_questions(device, trainer, draft):
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        source(page).press("Control+End")
        source(page).evaluate(PASTE, SHORT_WORD)

        expect(source(page)).to_have_value(
            f"{TEXT}\n## Layanan prima\n\nSapa **warga** dan *tamu*, lihat [aturannya](https://example.go.id/a).\n\n"
            "- satu\n- dua\n\n| Layanan | Lama |\n| --- | --- |\n| surat | 15 \\| menit |\n\n"
            "## ? Siapa yang disapa? {#siapa-yang-disapa}\n\n- [x] Warga\n- [ ] Rekan\n"
        )
        expect(page.locator("[data-preview-pane]")).to_contain_text("Latihan")
        expect(page.locator("[data-preview-pane] table")).to_be_visible()


def test_a_pasted_picture_is_uploaded_described_and_shown(device, trainer, draft):
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        source(page).press("Control+End")
        source(page).evaluate(PASTE_PICTURE)
        dialog = page.get_by_role("dialog", name="Gambar")
        dialog.get_by_role("button", name="Sisipkan gambar").click()
        expect(dialog.get_by_role("alert")).to_contain_text("Tulis apa yang terlihat")
        dialog.get_by_label("Teks alternatif").fill("Alur [baru]")
        dialog.get_by_role("button", name="Sisipkan gambar").click()

        expect(source(page)).to_have_value(re.compile(r"!\[Alur \\\[baru\\\]\]\(\.\./media/[^)]+\)\n$"))
        expect(page.get_by_role("img", name="Alur [baru]")).to_be_visible()
        until(page, "document.querySelector('[data-preview-pane] img').naturalWidth === 30")


def test_a_form_writes_a_question_and_says_what_it_lacks(device, trainer, draft):
    with device(trainer) as page:
        page.goto(PAGE)
        source(page).press("Control+End")
        page.locator(".toolbar-more > summary").click()
        page.get_by_role("button", name="Soal pilihan", exact=True).click()
        dialog = page.get_by_role("dialog", name="Soal pilihan")
        dialog.get_by_label("Pertanyaan").fill("Siapa yang disapa?")
        dialog.get_by_label("Pilihan 1", exact=True).fill("Warga")
        dialog.get_by_label("Pilihan 2", exact=True).fill("Rekan")
        dialog.get_by_role("button", name="Sisipkan soal").click()
        expect(dialog.get_by_role("alert")).to_have_text("Tandai pilihan yang benar.")
        dialog.get_by_label("Pilihan 1 benar").check()
        dialog.get_by_role("button", name="Sisipkan soal").click()

        expect(source(page)).to_have_value(
            f"{TEXT}\n## ? Siapa yang disapa? {{#siapa-yang-disapa}}\n\n- [x] Warga\n- [ ] Rekan\n"
        )
